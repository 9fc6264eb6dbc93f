# Person-time and power for two rates. Run: Rscript rates.reference.R > rates.reference.csv
# size: uniroot on the power written as variances of the difference; exact: sum over both Poisson laws of the pairs that
# binom.test (central tails) rejects.
options(scipen = 15)
num <- function(v) sprintf("%.17g", v)
cat("# program: R (base, stats)\n")
cat("# version: ", R.version$major, ".", R.version$minor, "\n", sep = "")
cat("# call: uniroot(power - target); sum of dpois(x1) dpois(x0) where pbinom tails <= alpha (/ 2)\n")
cat("# date: ", format(Sys.Date()), "\n", sep = "")
cat("# relative tolerance: 1e-9 (uniroot). 8 and 6 per 10000 at 80 % also stand in the method sheet: 274710.79 each\n")
cat("method,rate1,rate0,per,ratio,alpha,twoSided,power,personTime,exactPower\n")
exact <- function(m1, m0, share, tail, two, up) {
  x1 <- 0:qpois(1 - 1e-15, m1); x0 <- 0:qpois(1 - 1e-15, m0)
  g <- expand.grid(x1 = x1, x0 = x0); n <- g$x1 + g$x0
  upper <- pbinom(g$x1 - 1, n, share, lower.tail = FALSE) <= tail
  lower <- pbinom(g$x1, n, share) <= tail
  reject <- if (two) upper | lower else if (up) upper else lower
  sum(dpois(g$x1, m1) * dpois(g$x0, m0) * reject)
}
for (method in c("WALD", "SCORE"))
  for (rates in list(c(8, 6, 1e4), c(30, 60, 1e5), c(2, 0, 1e3)))
    for (r in c(1, 2))
      for (test in list(c(0.05, 1), c(0.05, 0)))
        for (power in c(0.8, 0.9)) {
          two <- test[2] == 1; tail <- if (two) test[1] / 2 else test[1]
          za <- qnorm(tail, lower.tail = FALSE)
          l1 <- rates[1] / rates[3]; l0 <- rates[2] / rates[3]; lb <- (l1 + r * l0) / (1 + r)
          f <- function(t) {
            alt <- l1 / t + l0 / (r * t)
            null <- if (method == "WALD") alt else lb * (1 / t + 1 / (r * t))
            pnorm((abs(l1 - l0) - za * sqrt(null)) / sqrt(alt)) - power
          }
          t <- uniroot(f, c(100, 1e8), tol = 1e-7)$root
          ex <- exact(l1 * t, l0 * r * t, 1 / (1 + r), tail, two, l1 > l0)
          cat(method, rates[1], rates[2], rates[3], r, test[1], tolower(two), power, num(t), num(ex), sep = ",")
          cat("\n")
        }
