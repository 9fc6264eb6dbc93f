#!/usr/bin/env bash
# Surveys of one million respondents (100 strata of 10 clusters) from a CSV, start to end, beside R survey in one run:
# means of 20 and of 1,000 domains, 500 bootstrap replicates (of a tenth of the rows), raking on five margins. Then the
# kernel alone by JMH (a million rows, replicates of all of them) beside the same steps of R.
# Needs: Rscript with survey; SURVEY_LIB names another library of R packages. Usage: examples/benchmarks/survey.sh [ROWS]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
rows=${1:-1000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
awk -v n="$rows" 'BEGIN { srand(7); print "h,psu,w,y,d20,d1000,m1,m2,m3,m4,m5"
  for (i = 0; i < n; i++) { h = i % 100; p = int(i / 100) % 10
    printf "%d,%d,%.2f,%.2f,%d,%d,%d,%d,%d,%d,%d\n", h, p, 1 + 9 * rand(), 50 + p + 20 * rand(), int(20 * rand()), \
      int(1000 * rand()), int(2 * rand()), int(3 * rand()), int(4 * rand()), int(5 * rand()), int(6 * rand()) } }' >"$work/people.csv"
awk -v n="$rows" 'BEGIN { print "variable,level,total"
  for (k = 1; k <= 5; k++) for (l = 0; l <= k; l++) printf "m%d,%d,%.6f\n", k, l, 6 * n * (1 + 0.1 * (l - k / 2) / (k + 1)) / (k + 1) }' >"$work/margins.csv"
head -n "$((rows / 10 + 1))" "$work/people.csv" >"$work/small.csv"
design=(--weight w --strata h --cluster psu --nest --variable y --format json --quiet)
ours() { # name, then the arguments of safety; median of three runs
  local name=$1 from to
  shift
  for _ in 1 2 3; do
    from=$(date +%s.%N)
    "$root/safety" "$@" >/dev/null
    to=$(date +%s.%N)
    awk -v a="$from" -v b="$to" 'BEGIN { printf "%.3f\n", b - a }'
  done | sort -n | sed -n 2p | sed "s/^/$name,/"
}
"$root/safety" --version >/dev/null
{
  ours mean-1 survey mean "$work/people.csv" "${design[@]}"
  ours mean-20 survey mean "$work/people.csv" "${design[@]}" --by d20
  ours mean-1000 survey mean "$work/people.csv" "${design[@]}" --by d1000
  ours replicates-500 survey mean "$work/small.csv" "${design[@]}" --by d20 --variance bootstrap
  ours rake-5 survey calibrate "$work/people.csv" --weight w --margins "$work/margins.csv" --quiet
} >"$work/ours.txt"
(cd "$root" && mvn -q -B -P quick,benchmark -pl examples/benchmarks -am package)
target=$root/examples/benchmarks/target
java -cp "$target/classes:$target/lib/*" org.openjdk.jmh.Main SurveyBenchmark -rf csv -rff "$work/jmh.csv" >"$work/jmh.txt"
awk -F, 'FNR > 1 { name = $1; gsub(/"/, "", name); sub(/.*\./, "", name)
  names["kernelDomains"] = "kernel-20"; names["kernelReplicates"] = "kernel-replicates-500"
  printf "%s,%.6f\n", (name in names ? names[name] : name), $5 / 1e6 }' "$work/jmh.csv" >>"$work/ours.txt"
Rscript "$root/examples/benchmarks/survey.R" "$work/people.csv" "$work/margins.csv" "$work/small.csv" >"$work/peer.txt"
awk -F, 'NR == FNR { ours[$1] = $2; next }
  { peer[$1] = $2; printf "%-24s R %8.2f s", $1, $2
    if ($1 in ours) printf "   safety %9.4f s   1/%.1f of R", ours[$1], $2 / ours[$1]
    print "" }
  END { printf "one scan of the rows: %.4f s\n", ours["scan"]
    printf "1,000 domains: %.2f x the time of one\n", ours["mean-1000"] / ours["mean-1"] }' "$work/ours.txt" "$work/peer.txt"
