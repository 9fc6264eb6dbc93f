#!/bin/sh
# Shows that browser-check.sh can fail: breaks a good report in several ways and expects each to be found.
# Usage: browser-check-test.sh GOOD-REPORT.html

[ $# -eq 1 ] && [ -f "$1" ] || { echo "usage: browser-check-test.sh GOOD-REPORT.html" >&2; exit 2; }
case $0 in
  */*) here=${0%/*} ;;
  *) here=. ;;
esac
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
wrong=0

# expect NAME TEXT: the file NAME.html must be refused, and the reason must be told.
expect() {
  sh "$here/browser-check.sh" "$work/$1.html" >"$work/$1.txt" 2>&1
  code=$?
  if [ $code -eq 1 ] && grep -q "$2" "$work/$1.txt"; then
    echo "found: $1"
  else
    echo "NOT FOUND (exit $code): $1" >&2
    cat "$work/$1.txt" >&2
    wrong=$((wrong + 1))
  fi
}

sh "$here/browser-check.sh" "$1" || { echo "the good report must pass" >&2; exit 1; }

sed 's|</main>|<img src="http://outside.invalid/a.png" alt=""></main>|' "$1" >"$work/outside-image.html"
expect outside-image "outside.invalid"
sed 's|</style>|body { background: url(https://outside.invalid/b.png) }</style>|' "$1" >"$work/outside-style.html"
expect outside-style "outside.invalid"
sed -e 's|<meta http-equiv[^>]*>||' -e 's|style-src[^>]*>||' \
  -e 's|</main>|<script>throw new Error("broken")</script></main>|' "$1" >"$work/script-error.html"
expect script-error "console: .*broken"
sed 's|<section id="survey">|<section id="questions">|' "$1" >"$work/missing-section.html"
expect missing-section "section survey is missing"
sed 's|<svg |<svgx |g; s|</svg>|</svgx>|g' "$1" >"$work/missing-charts.html"
expect missing-charts "charts, fewer than"
sed 's|<table>|<div>|; s|</table>|</div>|' "$1" >"$work/missing-table.html"
expect missing-table "figures but"
sed 's|aria-label="[^"]*" xmlns|xmlns|' "$1" >"$work/nameless-chart.html"
expect nameless-chart "have a name"
sed '0,/<li>/s/<li>.*<\/li>//' "$1" >"$work/four-sentences.html"
expect four-sentences "the summary has"

[ "$wrong" -eq 0 ] || { echo "browser-check-test: $wrong faults were not found" >&2; exit 1; }
echo "browser-check-test: 8 passed, 0 failed"
