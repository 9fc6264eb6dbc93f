# The peer of IntervalBenchmark: base R's vectorised quantiles, and epitools where it is installed. Prints microseconds.
time <- function(f, n) {
  f()
  median(replicate(5, system.time(for (i in seq_len(n)) f())[["elapsed"]])) / n * 1e6
}
x <- 0:9999
cat("garwood", time(function() { qgamma(0.025, x); qgamma(0.975, x + 1) }, 20), "\n")
cat("clopperPearson", time(function() { qbeta(0.025, x, 20000 - x + 1); qbeta(0.975, x + 1, 20000 - x) }, 5), "\n")
if (requireNamespace("epitools", quietly = TRUE)) {
  events <- (3 + 0:17) %% 17
  standard <- c(88569, 86870, 85970, 84670, 82171, 79272, 76073, 71475, 65877, 60379, 53681, 45484, 37187, 29590, 22092,
    15195, 9097, 6348)
  cat("standardise", time(function() epitools::ageadjust.direct(events, rep(5000, 18), stdpop = standard), 2000), "\n")
}
