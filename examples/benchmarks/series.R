# The peer of SeriesBenchmark: surveillance for detection, a grid of glm.fit for joinpoints. Prints microseconds.
suppressMessages(library(surveillance))
set.seed(1)
time <- function(f, n) {
  f()
  median(replicate(3, system.time(for (i in seq_len(n)) f())[["elapsed"]])) / n * 1e6
}
n <- 7 * 52
weeks <- rpois(n, 8 * exp(0.5 * cos(2 * pi * seq_len(n) / 52)))
series <- sts(weeks, start = c(2010, 1), frequency = 52)
flexible <- list(range = (n - 4):n, b = 4, w = 3, noPeriods = 10, pastWeeksNotIncluded = 26, weightsThreshold = 2.58, alpha = 0.05)
cat("farringtonFlexible", time(function() suppressWarnings(farringtonFlexible(series, flexible)), 2) / 5, "\n")
cat("ears", time(function() earsC(series, list(range = (n - 4):n, method = "C2", alpha = 0.001)), 20) / 5, "\n")
t <- 1:40
x <- rpois(40, 300 * exp(cumsum(rep(c(0.03, -0.05, 0.02, -0.04), each = 10))))
search <- function() {
  for (k in 1:3) {
    places <- combn(3:38, k)
    if (k > 1) places <- places[, apply(diff(places) >= 3, 2, all), drop = FALSE]
    best <- Inf
    for (j in seq_len(ncol(places))) {
      X <- cbind(1, t, outer(t, places[, j], function(a, b) pmax(0, a - b)))
      best <- min(best, glm.fit(X, x, family = poisson())$deviance)
    }
  }
  best
}
cat("joinpoint", time(search, 1), "\n")
