@echo off
rem Builds the program when it is not built, then starts it. Needs a JDK 17+ and Maven 3.8+.
setlocal
set "built=%~dp0safety-cli\target\safety"
if exist "%built%\bin\safety.cmd" goto start
where mvn >nul 2>&1
if errorlevel 1 (
  echo safety: Maven 3.8 or later ^(mvn^) is needed to build; install it. 1>&2
  exit /b 3
)
echo safety: building, once; this takes a minute ... 1>&2
pushd "%~dp0"
call mvn -q -B -P quick -pl safety-cli -am package
set "code=%errorlevel%"
popd
if not "%code%"=="0" exit /b 3
:start
call "%built%\bin\safety.cmd" %*
exit /b %errorlevel%
