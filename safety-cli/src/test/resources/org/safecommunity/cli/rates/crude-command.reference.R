# Reference values of the intervals of crude rates, made with R (base, stats) only:
#   Rscript crude-command.reference.R > crude-command.reference.csv
# garwood: stats::poisson.test (chi-squared form for counts of 0). mid-p: bisection on ppois and dpois. jeffreys: qgamma.
# byar, score, wald, log-wald: their published formulas.
solve <- function(f, lower, upper) {
  for (i in 1:400) {
    middle <- (lower + upper) / 2
    if (f(middle) > 0) upper <- middle else lower <- middle
  }
  (lower + upper) / 2
}

midp_lower <- function(x, tail) {
  if (x == 0) return(0)
  p <- function(m) ppois(x, m, lower.tail = FALSE) + 0.5 * dpois(x, m) - tail
  solve(p, 0, x + 1)
}

midp_upper <- function(x, tail) {
  p <- function(m) tail - (ppois(x - 1, m) + 0.5 * dpois(x, m))
  solve(p, 0, 2 * x + 100)
}

limits <- function(method, x, level, side) {
  alpha <- 1 - level
  tail <- if (side == "both") alpha / 2 else alpha
  z <- qnorm(tail, lower.tail = FALSE)
  alternative <- c(both = "two.sided", lower = "greater", upper = "less")[[side]]
  both <- switch(method,
    garwood = poisson.test(x, conf.level = level, alternative = alternative)$conf.int[1:2],
    byar = c(
      if (x == 0) 0 else max(0, x * (1 - 1 / (9 * x) - z / (3 * sqrt(x)))^3),
      (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)))^3),
    "mid-p" = c(midp_lower(x, tail), midp_upper(x, tail)),
    score = x + z^2 / 2 + c(-1, 1) * z * sqrt(x + z^2 / 4),
    wald = if (x == 0) c(NA, NA) else c(max(0, x - z * sqrt(x)), x + z * sqrt(x)),
    "log-wald" = if (x == 0) c(NA, NA) else x * exp(c(-1, 1) * z / sqrt(x)),
    jeffreys = c(if (x == 0) 0 else qgamma(tail, x + 0.5), qgamma(tail, x + 0.5, lower.tail = FALSE)))
  if (anyNA(both)) return(both)
  if (side == "lower") both[2] <- Inf
  if (side == "upper") both[1] <- 0
  if (x == 0) both[1] <- 0
  both
}

cat("#", R.version.string, "\n")
cat("# call: Rscript crude-command.reference.R; date:", format(Sys.Date()), "\n")
cat("method,events,personTime,level,side,lower,upper\n")
for (method in c("garwood", "byar", "mid-p", "score", "wald", "log-wald", "jeffreys")) {
  for (x in c(0, 1, 12, 1e6)) {
    for (level in c(0.5, 0.95, 0.9999)) {
      for (side in c("both", "lower", "upper")) {
        time <- if (x == 1e6) 52720000 else 1000
        rate <- limits(method, x, level, side) / time * 1e5
        cat(method, format(x, scientific = FALSE), format(time, scientific = FALSE), format(level, digits = 6), side,
          sprintf("%.17g", rate[1]), sprintf("%.17g", rate[2]), sep = ",")
        cat("\n")
      }
    }
  }
}
