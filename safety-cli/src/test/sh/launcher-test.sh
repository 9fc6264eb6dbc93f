#!/bin/sh
# Tests of the two launchers, ./safety and bin/safety of the distribution. Needs what building needs: a JDK and Maven.
# Copies the sources to a path with a space and Chinese characters, builds them there once, and prints one line a check.
# Exit 1 when one fails.
set -u
LC_ALL=C.UTF-8
export LC_ALL
unset SAFETY_JAVA_OPTS SAFETY_NO_ARCHIVE JAVA_HOME XDG_CACHE_HOME 2>/dev/null

sources=$(CDPATH='' cd -- "$(dirname "$0")/../../../.." && pwd -P) || exit 1
work=$(mktemp -d) || exit 1
chmod 755 "$work"
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
project="$work/安全 社区"
passed=0
failed=0

check() { # name, expected, actual
  if [ "$2" = "$3" ]; then
    passed=$((passed + 1))
    echo "ok    $1"
  else
    failed=$((failed + 1))
    printf 'FAIL  %s\n  expected: %s\n  actual:   %s\n' "$1" "$2" "$3"
  fi
}

# Runs a command; leaves its output in $out, $err and its exit code in $code.
run() {
  "$@" >"$work/out" 2>"$work/err"
  code=$?
  out=$(cat "$work/out")
  err=$(cat "$work/err")
}

# A path with the tools the launchers use and nothing else; more names may follow.
tools() { # folder, names
  folder=$1
  shift
  mkdir -p "$folder"
  for tool in sh cat chmod cksum find grep locale ls mkdir mktemp mv readlink rm ln sleep tail "$@"; do
    ln -sf "$(command -v "$tool")" "$folder/$tool"
  done
}

version='safety 0.1.0'
java=$(command -v java)

# --- ./safety: building ---

mkdir -p "$project"
(cd "$sources" && tar cf - --exclude target --exclude .git .) | (cd "$project" && tar xf -)
safety="$project/safety"

tools "$work/no-java"
run env -i PATH="$work/no-java" HOME="$HOME" "$safety" --version
check "without java: one line and exit 3" \
  "3 safety: a JDK 17 or later is needed to build; install one, or set JAVA_HOME." "$code $err"
tools "$work/no-maven" java javac
run env -i PATH="$work/no-maven" HOME="$HOME" "$safety" --version
check "without mvn: one line and exit 3" \
  "3 safety: Maven 3.8 or later (mvn) is needed to build; install it." "$code $err"
run env JAVA_HOME="$work" "$safety" --version
check "a JAVA_HOME without JDK: one line and exit 3" \
  "3 safety: JAVA_HOME names no JDK; install a JDK 17 or later." "$code $err"

# Two first starts at once, one under LANG=C with a bare environment.
(cd / && env -i PATH="$PATH" HOME="$HOME" LANG=C "$safety" --version >"$work/first" 2>"$work/first.err") &
(cd "$project" && ./safety --version >"$work/second" 2>"$work/second.err")
second=$?
wait $!
check "the first of two starts at once" "0 $version" "$? $(cat "$work/first")"
check "the second of two starts at once" "0 $version" "$second $(cat "$work/second")"
check "only one of them builds" 1 "$(cat "$work/first.err" "$work/second.err" | grep -c 'building, once')"
run "$safety" --version
check "what is built starts without a word" "0 $version " "$code $out $err"
check "no lock is left" "" "$(find "$project/safety-cli/target" -maxdepth 1 -name '.lock*')"

# A Maven that only notes that it was called stands in from here on.
mkdir -p "$work/fake"
cat >"$work/fake/mvn" <<'END'
#!/bin/sh
echo called >>"$MAVEN_CALLS"
[ -z "${MAVEN_FAILS:-}" ] || { echo "[ERROR] boom"; exit 1; }
END
chmod +x "$work/fake/mvn"
MAVEN_CALLS=$work/calls
export MAVEN_CALLS
calls() {
  : >"$MAVEN_CALLS"
  run env PATH="$work/fake:$PATH" "$@" "$safety" --version
  count=$(grep -c called "$MAVEN_CALLS")
}
sleep 1
calls env
check "nothing changed: no build" "0 0" "$count $code"
touch "$project/safety-model/src/main/java/module-info.java"
calls env
check "a changed source: a build" "1 0 $version" "$count $code $out"
sleep 1
rm "$project/safety-cli/src/main/java/org/safecommunity/cli/WarmUp.java"
calls env
check "a deleted source: a build" "1 0" "$count $code"
cp "$sources/safety-cli/src/main/java/org/safecommunity/cli/WarmUp.java" \
  "$project/safety-cli/src/main/java/org/safecommunity/cli/"
ln -s 999999999 "$project/safety-cli/target/.lock"
calls env
check "a lock of a process that is gone: a build" "1 0" "$count $code"
touch "$project/pom.xml"
calls env MAVEN_FAILS=1
check "a failed build: its last lines and exit 3" \
  "1 3 safety: building, once; this takes a minute … [ERROR] boom safety: the build failed; the last lines of Maven are above." \
  "$count $code $(echo "$err" | tr '\n' ' ' | sed 's/ $//')"
calls env
check "after a failed build: a build" "1 0" "$count $code"

# --- bin/safety: starting ---

dist="$work/分发 dist"
cp -R "$project/safety-cli/target/safety" "$dist"
rm -rf "$dist/cds"
start="$dist/bin/safety"
printf '街道,例数,人年\n城东,5,1000\n' >"$work/数据 data.csv"

"$start" --version >"$work/first" 2>&1 &
run "$start" --version
check "two first starts at once: one" "0 $version" "$code $out$err"
wait $!
check "two first starts at once: the other" "0 $version" "$? $(cat "$work/first")"
run "$dist/bin/safety" schema community
check "annotations are part of the distribution" "0 1" "$code $(printf '%s' "$out" | grep -c '"title"' | sed 's/^[1-9][0-9]*$/1/')"
check "a start archive is made" 1 "$(find "$dist/cds" -name 'safety-*.jsa' | grep -c .)"

for from in / "$dist" "$dist/lib" "$work"; do
  cd "$from" || exit 1
  run "$start" --version
  check "from $(basename "$from")" "0 $version " "$code $out $err"
done
cd "$dist" && run bin/safety --version
check "by a relative path" "0 $version " "$code $out $err"
cd bin && run sh safety --version
check "by its bare name" "0 $version " "$code $out $err"
cd "$work" || exit 1
mkdir -p "$work/链接"
ln -s "../分发 dist/bin/safety" "$work/链接/one"
ln -s one "$work/链接/two"
run "$work/链接/two" --version
check "through two symbolic links" "0 $version " "$code $out $err"
run env PATH="$dist/bin:$PATH" safety --version
check "found on PATH" "0 $version " "$code $out $err"
check "one archive serves all of them" 1 "$(find "$dist/cds" -name 'safety-*.jsa' | grep -c .)"

run env -i PATH="$PATH" HOME="$HOME" LANG=C "$start" rates crude "数据 data.csv" --events 例数 --person-time 人年 \
  --by 街道 --format csv
check "LANG=C reads a file with a Chinese name" "0 城东,crude-rate,500" \
  "$code $(echo "$out" | tail -n 1 | cut -d, -f1-3)$err"
run env -i PATH="$PATH" HOME="$HOME" LANG=zh_CN.UTF-8 "$start" ratse
check "the language follows LANG, be the locale installed or not" "2 safety：没有命令 ratse" "$code $(echo "$err" | head -n 1)"
run env -i PATH="$PATH" HOME="$HOME" LANG=en_US.UTF-8 LC_ALL=zh_CN.UTF-8 "$start" ratse
check "LC_ALL goes before LANG" "2 safety：没有命令 ratse" "$code $(echo "$err" | head -n 1)"

run "$start" rates crude --events 5 --person-time 9 --format csv
check "exit code 0" 0 "$code"
printf 'record_id,sex\nA1,x\n' >"$work/bad.csv"
run "$start" check bad.csv
check "exit code 1" 1 "$code"
run "$start" rates crude --evnts 5
check "exit code 2" 2 "$code"
run "$start" check none.csv
check "exit code 3" 3 "$code"
"$start" completion bash 2>"$work/err" | head -n 1 >/dev/null
check "a reader that leaves early: not a word" "" "$(cat "$work/err")"

run env -i PATH="$work/no-java" HOME="$HOME" "$start" --version
check "without java: one line and exit 3" \
  "3 safety: Java 17 or later is needed; install a JDK, or set JAVA_HOME to one." "$code $err"
run env JAVA_HOME="$work/nowhere" "$start" --version
check "a wrong JAVA_HOME: one line and exit 3" \
  "3 safety: JAVA_HOME ($work/nowhere) has no bin/java; set it to a Java 17 or later." "$code $err"
mkdir -p "$work/java home/bin"
cat >"$work/java home/bin/java" <<END
#!/bin/sh
[ "\$1" = -version ] || echo "java of JAVA_HOME"
exec "$java" "\$@"
END
chmod +x "$work/java home/bin/java"
run env JAVA_HOME="$work/java home" "$start" --version
check "JAVA_HOME is honoured" "0 java of JAVA_HOME $version" "$code $(echo "$out" | tr '\n' ' ' | sed 's/ $//')"
mkdir -p "$work/old/bin"
printf '#!/bin/sh\necho '\''openjdk version "11.0.2" 2019-01-15'\'' >&2\n' >"$work/old/bin/java"
chmod +x "$work/old/bin/java"
run env JAVA_HOME="$work/old" "$start" --version
check "an old Java: one line and exit 3" \
  "3 safety: Java 17 or later is needed, $work/old/bin/java is older; install one, or set JAVA_HOME to it." "$code $err"
run env SAFETY_JAVA_OPTS="-Duser.language=zh -Xmx128m" "$start" ratse
check "SAFETY_JAVA_OPTS is honoured" "safety：没有命令 ratse" "$(echo "$err" | head -n 1)"

# --- the start archive may be missing, stale or broken ---

run "$start" --version
touch "$dist"/lib/safety-cli-*.jar
run "$start" --version
check "a touched jar" "0 $version " "$code $out $err"
archive=$(find "$dist/cds" -name 'safety-*.jsa')
chmod u+w "$archive"
echo broken >"$archive"
run "$start" --version
check "a broken archive" "0 $version " "$code $out $err"
rm -rf "$dist/cds"
run env SAFETY_NO_ARCHIVE=1 "$start" --version
check "no archive wanted: none made" "0 $version  " "$code $out $err $(ls -d "$dist/cds" 2>/dev/null)"

# A distribution and a home that cannot be written to: root may write everywhere, so root becomes nobody.
if [ "$(id -u)" != 0 ]; then
  as_nobody() { "$@"; }
elif command -v setpriv >/dev/null 2>&1; then
  as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups -- "$@"; }
else
  as_nobody() { return 1; }
fi
if as_nobody true; then
  rm -rf "$dist/cds"
  mkdir "$work/home" "$work/home-read-only"
  chmod 777 "$work/home"
  chmod 555 "$work/home-read-only"
  chmod -R a-w "$dist"
  run as_nobody env HOME="$work/home" "$start" --version
  check "a read-only distribution" "0 $version " "$code $out $err"
  check "its archive is in the cache of the user" 1 "$(find "$work/home/.cache/safety" -name 'safety-*.jsa' | grep -c .)"
  run as_nobody env HOME="$work/home-read-only" "$start" --version
  check "and a home that cannot be written to" "0 $version " "$code $out $err"
  run as_nobody env -u HOME "$start" --version
  check "and no home at all" "0 $version " "$code $out $err"
  chmod -R a-w "$project/safety-cli/target"
  touch "$project/pom.xml"
  run as_nobody env PATH="$work/fake:$PATH" "$safety" --version
  check "sources that cannot be built in place: one line and exit 3" \
    "3 safety: $project/safety-cli/target cannot be written to; build a copy of the sources elsewhere." "$code $err"
else
  echo "skip  read-only places: no way to become another user"
fi

echo
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
