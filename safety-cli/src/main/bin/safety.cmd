@echo off
rem Starts the program from its distribution (bin, lib). Honours JAVA_HOME and SAFETY_JAVA_OPTS.
setlocal
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo safety: Java 17 or later is needed; install a JDK, or set JAVA_HOME to one. 1>&2
  exit /b 3
)
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Dfile.encoding=UTF-8 %SAFETY_JAVA_OPTS% -cp "%home%\lib\*" org.safecommunity.cli.SafetyCli %*
exit /b %errorlevel%
