#!/bin/sh
# Opens reports in a headless browser and fails on anything a reader would miss: an error on the console, a request to the
# network, a section, chart or table that is not there. Usage: browser-check.sh REPORT.html...
# Needs Chromium (its command in CHROMIUM, else chromium or chromium-browser). Exit: 0 all good, 1 faults, 2 wrong usage,
# 3 no browser.

[ $# -gt 0 ] || { echo "usage: browser-check.sh REPORT.html..." >&2; exit 2; }
browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser)}
[ -n "$browser" ] && command -v "$browser" >/dev/null 2>&1 || { echo "browser-check: no Chromium found" >&2; exit 3; }

work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
faults=0

fault() {
  echo "$report: $1"
  faults=$((faults + 1))
}

# Loads the report without a network: every host name fails, and a failed request is logged. --dump-dom prints the page
# as the browser understood it.
load() {
  timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync \
    --disable-background-networking --disable-component-update --disable-extensions --hide-scrollbars \
    --host-resolver-rules="MAP * ~NOTFOUND" --enable-logging=stderr --v=0 --user-data-dir="$work/profile" \
    --log-net-log="$work/net.json" --dump-dom "file://$1" >"$work/dom.html" 2>"$work/log.txt"
}

# Numbers of start tags in the page the browser built.
count() {
  grep -o "$1" "$work/dom.html" | wc -l
}

for report in "$@"; do
  if [ ! -f "$report" ]; then
    fault "does not exist"
    continue
  fi
  case $report in
    /*) path=$report ;;
    *) path=$(pwd)/$report ;;
  esac
  rm -rf "$work/profile" "$work/net.json"
  if ! load "$path" || [ ! -s "$work/dom.html" ]; then
    fault "the browser could not load it"
    continue
  fi

  # What the file itself asks for: nothing but plain links may name another place.
  tr '\n' ' ' <"$path" | grep -oiE '(src|srcset|poster|data|action|background)="?[a-z]*:?//[^" >]*' >"$work/out.txt"
  tr '\n' ' ' <"$path" | grep -oiE '<(link|use|image|iframe|object|embed|script|base)[^>]*(href|src)="?[a-z]*:?//[^" >]*' >>"$work/out.txt"
  grep -oiE '(url\( *["'"'"']?[a-z]*:?//|@import)[^)]*' "$path" >>"$work/out.txt"
  while IFS= read -r line; do
    fault "asks for something outside: $line"
  done <"$work/out.txt"
  grep -qi '<script' "$path" && fault "holds a script"

  # What the browser complained of, and what it tried to fetch from the network for the page.
  grep -E 'CONSOLE|ERR_NAME_NOT_RESOLVED|ERR_FILE_NOT_FOUND|Refused to' "$work/log.txt" >"$work/console.txt"
  while IFS= read -r line; do
    fault "console: $line"
  done <"$work/console.txt"
  grep -oE '"url":"https?://[^"]*"' "$work/net.json" 2>/dev/null | sort -u |
    grep -vE 'google(apis)?\.com|gvt1\.com|gstatic\.com' >"$work/net.txt"
  while IFS= read -r line; do
    fault "requested $line"
  done <"$work/net.txt"

  # What must be there.
  for section in summary profile data injuries rates accidents risks survey elements; do
    grep -qE "<section[^>]*id=\"$section\"" "$work/dom.html" || fault "section $section is missing"
  done
  sentences=$(sed -n '/id="summary"/,/<\/section>/p' "$work/dom.html" | grep -o '<li>' | wc -l)
  [ "$sentences" -eq 5 ] || fault "the summary has $sentences sentences, not 5"
  links=$(grep -o 'href="#[a-z]*"' "$work/dom.html" | sed 's/.*#//; s/"//')
  for link in $links; do
    grep -q "id=\"$link\"" "$work/dom.html" || fault "the link to #$link leads nowhere"
  done
  figures=$(count '<figure ')
  tables=$(count '<table>')
  workings=$(grep -c '^<details><summary>' "$work/dom.html")
  charts=$(count '<svg ')
  named=$(grep -o '<svg [^>]*aria-label="[^"]\{1,\}"' "$work/dom.html" | wc -l)
  [ "$figures" -gt 0 ] || fault "there is no figure"
  [ "$tables" -eq "$figures" ] || fault "$figures figures but $tables tables"
  [ "$workings" -ge "$figures" ] || fault "$figures figures but only $workings say how they were computed"
  [ "$charts" -ge "${MIN_CHARTS:-1}" ] || fault "$charts charts, fewer than ${MIN_CHARTS:-1}"
  [ "$named" -eq "$charts" ] || fault "only $named of $charts charts have a name for readers who cannot see them"
  drawn=$(grep -o '<svg .*</svg>' "$work/dom.html" | grep -cE '<(rect|path|circle)[ >]')
  [ "$drawn" -ge 1 ] || fault "the charts are empty"
  echo "$report: $figures figures, $charts charts"
done

[ "$faults" -eq 0 ] || { echo "browser-check: $faults faults" >&2; exit 1; }
