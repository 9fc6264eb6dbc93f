#!/usr/bin/env bash
# Detection and joinpoints: JMH beside R in one run; microseconds and the ratio ours / R.
# Needs: Rscript with surveillance. Usage: examples/benchmarks/series.sh
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
mvn -q -B -P quick,benchmark -pl examples/benchmarks -am package
Rscript examples/benchmarks/series.R >examples/benchmarks/target/series-peer.txt
java -cp "examples/benchmarks/target/classes:examples/benchmarks/target/lib/*" org.openjdk.jmh.Main SeriesBenchmark \
  -rf csv -rff examples/benchmarks/target/series.csv >examples/benchmarks/target/series-jmh.txt
awk -F'[, ]' 'NR == FNR {peer[$1] = $2; next}
  FNR > 1 {name = $1; gsub(/"/, "", name); sub(/.*\./, "", name); value = $5
    printf "%-20s %12.1f us", name, value
    if (name in peer) printf "   R %12.1f us   %.4f x R", peer[name], value / peer[name]
    print ""}' examples/benchmarks/target/series-peer.txt examples/benchmarks/target/series.csv
