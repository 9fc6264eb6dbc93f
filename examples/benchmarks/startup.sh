#!/usr/bin/env bash
# Start-up of `safety rates crude`, start to end, beside `Rscript -e 1`: both in turn, medians of N runs and their ratio.
# Needs: Rscript, a built ./safety. Usage: examples/benchmarks/startup.sh [N]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
runs=${1:-21}
safety=$root/safety-cli/target/safety/bin/safety
"$root/safety" --help >/dev/null

milliseconds() { # of one command, whole process
  local start end
  start=$(date +%s%N)
  "$@" >/dev/null
  end=$(date +%s%N)
  echo $(((end - start) / 10000))
}
median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

ours=() peer=() check=() json=()
for ((i = 0; i <= runs; i++)); do
  a=$(milliseconds "$safety" rates crude --events 12 --person-time 52720)
  b=$(milliseconds Rscript -e 1)
  c=$(milliseconds "$safety" check "$root/examples/riverside/community.yaml")
  d=$(milliseconds "$safety" rates crude --events 12 --person-time 52720 --format json --explain)
  [ "$i" -eq 0 ] && continue # warm-up
  ours+=("$a") peer+=("$b") check+=("$c") json+=("$d")
done
m() { printf '%s\n' "$@" | median; }
peer_ms=$(m "${peer[@]}")
line() { awk -v n="$1" -v a="$2" -v b="$peer_ms" 'BEGIN {printf "%-44s %7.1f ms   %.2f x Rscript\n", n, a / 100, a / b}'; }
line "Rscript -e 1" "$peer_ms"
line "safety rates crude" "$(m "${ours[@]}")"
line "safety rates crude --format json --explain" "$(m "${json[@]}")"
line "safety check (validates a workspace)" "$(m "${check[@]}")"
