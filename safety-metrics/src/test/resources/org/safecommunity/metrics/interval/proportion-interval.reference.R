# Limits of a binomial probability. Run: Rscript proportion-interval.reference.R
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

midp.lower <- function(x, n, tail) {
  if (x == 0) return(0)
  # at n of n events the tail never exceeds one half
  if (x == n) return(min(1, exp(log(2 * tail) / n)))
  f <- function(p) (pbinom(x, n, p, lower.tail = FALSE) + pbinom(x - 1, n, p, lower.tail = FALSE)) / 2 - tail
  halve(f, qbeta(tail, x, n - x + 1) * (1 - 1e-9), min(1, qbeta(tail, x + 1, n - x) * (1 + 1e-9)))
}

midp.upper <- function(x, n, tail) {
  if (x == n) return(1)
  if (x == 0) return(max(0, -expm1(log(2 * tail) / n)))
  f <- function(p) (pbinom(x - 1, n, p) + pbinom(x, n, p)) / 2 - tail
  halve(f, qbeta(tail, x, n - x + 1, lower.tail = FALSE) * (1 - 1e-9),
    min(1, qbeta(tail, x + 1, n - x, lower.tail = FALSE) * (1 + 1e-9)))
}

wilson.upper <- function(x, n, z) (2 * x + z^2 + z * sqrt(z^2 + 4 * x * ((n - x) / n))) / (2 * (n + z^2))

limits <- function(method, x, n, tail) {
  z <- qnorm(tail, lower.tail = FALSE)
  p <- x / n
  q <- (n - x) / n
  nt <- n + z^2
  pt <- (x + z^2 / 2) / nt
  qt <- (n - x + z^2 / 2) / nt
  switch(method,
    # the product of the two roots is x^2 / (n (n + z^2)), which saves the lower one from cancellation
    "WILSON" = c(if (x == 0) 0 else x^2 / n / nt / wilson.upper(x, n, z), if (x == n) 1 else wilson.upper(x, n, z)),
    "CLOPPER_PEARSON" = c(
      if (x == 0) 0 else if (x == n) exp(log(tail) / n) else qbeta(tail, x, n - x + 1),
      if (x == n) 1 else if (x == 0) -expm1(log(tail) / n) else qbeta(tail, x + 1, n - x, lower.tail = FALSE)),
    "MID_P" = c(midp.lower(x, n, tail), midp.upper(x, n, tail)),
    "AGRESTI_COULL" = c(max(0, pt - z * sqrt(pt * qt / nt)), min(1, pt + z * sqrt(pt * qt / nt))),
    "JEFFREYS" = c(
      if (x == 0) 0 else qbeta(tail, x + 0.5, n - x + 0.5),
      if (x == n) 1 else qbeta(tail, x + 0.5, n - x + 0.5, lower.tail = FALSE)),
    "WALD" = if (x == 0 || x == n) c(NA, NA) else c(max(0, p - z * sqrt(p * q / n)), min(1, p + z * sqrt(p * q / n))))
}

cases <- list()
for (n in c(1, 2, 10, 29, 100, 1e3, 1e5, 1e7))
  for (x in unique(c(0, 1, 2, 10, floor(n / 10), floor(n / 2), n - 1, n))) if (x >= 0 && x <= n)
    cases <- c(cases, list(c(x, n)))
cases <- c(cases, list(c(81, 263), c(15, 148), c(0, 20), c(20, 20)))
two.sided <- c("0.5" = 0.5, "0.8" = 0.2, "0.9" = 0.1, "0.95" = 0.05, "0.99" = 0.01, "0.999" = 0.001, "0.9999" = 0.0001)
one.sided <- c("0.5" = 0.5, "0.95" = 0.05, "0.9999" = 0.0001)

lines <- c("method,events,trials,level,side,lower,upper")
for (method in c("WILSON", "CLOPPER_PEARSON", "MID_P", "AGRESTI_COULL", "JEFFREYS", "WALD"))
  for (case in cases) for (side in c("BOTH", "LOWER", "UPPER")) {
    alphas <- if (side == "BOTH") two.sided else one.sided
    for (level in names(alphas)) {
      l <- limits(method, case[1], case[2], if (side == "BOTH") alphas[[level]] / 2 else alphas[[level]])
      if (side == "UPPER") l[1] <- NA
      if (side == "LOWER") l[2] <- NA
      if (all(is.na(l))) next
      lines <- c(lines, paste(method, sprintf("%.0f", case[1]), sprintf("%.0f", case[2]), level, side,
        num(l[1]), num(l[2]), sep = ","))
    }
  }

# the exact two-sided limits are those of binom.test
for (case in cases) {
  ours <- limits("CLOPPER_PEARSON", case[1], case[2], 0.025)
  theirs <- binom.test(case[1], case[2], conf.level = 0.95)$conf.int
  stopifnot(abs(ours - theirs) <= 1e-12 * theirs)
}

writeLines(c(
  "# program: R (base, stats)",
  paste0("# version: ", R.version$major, ".", R.version$minor),
  "# call: qbeta(tail, x, n - x + 1), qbeta(tail, x + 1, n - x, lower.tail = FALSE), qbeta(tail, x + 0.5, n - x + 0.5); mid-P by bisection on pbinom; closed forms with qnorm",
  paste0("# date: ", Sys.Date()),
  "# relative tolerance: 1e-12; an empty limit is not part of the interval",
  lines), "proportion-interval.reference.csv")
