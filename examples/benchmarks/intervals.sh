#!/usr/bin/env bash
# Exact intervals and standardised rates: JMH beside R in one run; microseconds and the ratio ours / R.
# Needs: Rscript (epitools for the standardised rate). Usage: examples/benchmarks/intervals.sh
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
mvn -q -B -P quick,benchmark -pl examples/benchmarks -am package
Rscript examples/benchmarks/intervals.R >examples/benchmarks/target/peer.txt
java -cp "examples/benchmarks/target/classes:examples/benchmarks/target/lib/*" org.openjdk.jmh.Main IntervalBenchmark \
  -rf csv -rff examples/benchmarks/target/ours.csv >examples/benchmarks/target/jmh.txt
awk -F'[, ]' 'NR == FNR {peer[$1] = $2; next}
  FNR > 1 {name = $1; gsub(/"/, "", name); sub(/.*\./, "", name); value = $5
    printf "%-16s %12.1f us", name, value
    if (name in peer) printf "   R %12.1f us   %.2f x R", peer[name], value / peer[name]
    print ""}' examples/benchmarks/target/peer.txt examples/benchmarks/target/ours.csv
