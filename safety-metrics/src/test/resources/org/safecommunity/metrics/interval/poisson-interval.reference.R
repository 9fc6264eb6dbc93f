# Limits of a Poisson mean. Run: Rscript poisson-interval.reference.R
# tail is the decimal alpha (one limit) or alpha / 2 (two limits), so 0.025 for 95 %, not 1 - 0.95 in doubles.
num <- function(v) ifelse(is.na(v), "", sprintf("%.17g", v))

# root of f between lo and hi, by halving until the ends are neighbours
halve <- function(f, lo, hi) {
  rising <- f(hi) > f(lo)
  for (i in 1:400) {
    mid <- lo + (hi - lo) / 2
    if (mid <= lo || mid >= hi) break
    if ((f(mid) > 0) == rising) hi <- mid else lo <- mid
  }
  lo + (hi - lo) / 2
}

midp.lower <- function(x, tail) {
  if (x == 0) return(0)
  f <- function(m) (ppois(x, m, lower.tail = FALSE) + ppois(x - 1, m, lower.tail = FALSE)) / 2 - tail
  halve(f, qgamma(tail, x) * (1 - 1e-9), qgamma(tail, x + 1) * (1 + 1e-9))
}

midp.upper <- function(x, tail) {
  # at 0 events the tail never reaches one half: no limit above 0 for larger tails
  if (x == 0) return(max(0, -log(2 * tail)))
  f <- function(m) (ppois(x - 1, m) + ppois(x, m)) / 2 - tail
  halve(f, qgamma(tail, x, lower.tail = FALSE) * (1 - 1e-9), qgamma(tail, x + 1, lower.tail = FALSE) * (1 + 1e-9))
}

score.upper <- function(x, z) x + z^2 / 2 + z * sqrt(x + z^2 / 4)

limits <- function(method, x, tail) {
  z <- qnorm(tail, lower.tail = FALSE)
  y <- x + 1
  switch(method,
    "GARWOOD" = c(if (x == 0) 0 else qgamma(tail, x), qgamma(tail, x + 1, lower.tail = FALSE)),
    "BYAR" = c(
      if (x == 0) 0 else max(0, x * (1 - 1 / (9 * x) - z / (3 * sqrt(x)))^3),
      max(0, y * (1 - 1 / (9 * y) + z / (3 * sqrt(y)))^3)),
    "MID_P" = c(midp.lower(x, tail), midp.upper(x, tail)),
    # the product of the two score limits is x^2, which saves the lower one from cancellation
    "SCORE" = c(if (x == 0) 0 else x^2 / score.upper(x, z), score.upper(x, z)),
    "WALD" = if (x == 0) c(NA, NA) else c(max(0, x - z * sqrt(x)), x + z * sqrt(x)),
    "LOG_WALD" = if (x == 0) c(NA, NA) else c(x * exp(-z / sqrt(x)), x * exp(z / sqrt(x))),
    "JEFFREYS" = c(if (x == 0) 0 else qgamma(tail, x + 0.5), qgamma(tail, x + 0.5, lower.tail = FALSE)))
}

levels <- c("0.5", "0.8", "0.9", "0.95", "0.99", "0.999", "0.9999")
alphas <- c(0.5, 0.2, 0.1, 0.05, 0.01, 0.001, 0.0001)
counts <- c(0, 1, 2, 3, 5, 10, 20, 50, 100, 1e3, 1e4, 1e5, 1e6, 1e7)

lines <- c("method,events,level,side,lower,upper")
for (method in c("GARWOOD", "BYAR", "MID_P", "SCORE", "WALD", "LOG_WALD", "JEFFREYS"))
  for (x in counts) for (i in seq_along(levels)) for (side in c("BOTH", "LOWER", "UPPER")) {
    l <- limits(method, x, if (side == "BOTH") alphas[i] / 2 else alphas[i])
    if (side == "UPPER") l[1] <- NA
    if (side == "LOWER") l[2] <- NA
    if (all(is.na(l))) next
    lines <- c(lines, paste(method, sprintf("%.0f", x), levels[i], side, num(l[1]), num(l[2]), sep = ","))
  }

# the exact two-sided limits are those of poisson.test
for (x in counts) {
  ours <- limits("GARWOOD", x, 0.025)
  theirs <- poisson.test(x, conf.level = 0.95)$conf.int
  stopifnot(abs(ours - theirs) <= 1e-12 * theirs)
}

writeLines(c(
  "# program: R (base, stats)",
  paste0("# version: ", R.version$major, ".", R.version$minor),
  "# call: qgamma(tail, x), qgamma(tail, x + 1, lower.tail = FALSE), qgamma(tail, x + 0.5); mid-P by bisection on ppois; closed forms with qnorm",
  paste0("# date: ", Sys.Date()),
  "# relative tolerance: 1e-12; an empty limit is not part of the interval",
  lines), "poisson-interval.reference.csv")
