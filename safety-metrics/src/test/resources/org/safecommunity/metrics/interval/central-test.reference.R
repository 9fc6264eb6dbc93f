# Tests that invert the limits of a Poisson mean and of a binomial probability. Run: Rscript central-test.reference.R
num <- function(v) sprintf("%.17g", v)
p.of <- function(lower, upper, side) switch(side,
  BOTH = min(1, 2 * min(lower, upper)), LOWER = upper, UPPER = lower)
z.p <- function(z, side) p.of(pnorm(z), pnorm(z, lower.tail = FALSE), side)

poisson.p <- function(method, x, mu, side) {
  at.most <- ppois(x, mu); at.least <- ppois(x - 1, mu, lower.tail = FALSE); at <- dpois(x, mu)
  y <- x + 1
  switch(method,
    GARWOOD = p.of(at.most, at.least, side),
    MID_P = p.of(ppois(x - 1, mu) + at / 2, ppois(x, mu, lower.tail = FALSE) + at / 2, side),
    # Breslow and Day 1987, equation 2.11
    BYAR = p.of(
      pnorm(sqrt(9 * y) * ((mu / y)^(1 / 3) - 1 + 1 / (9 * y)), lower.tail = FALSE),
      if (x == 0) 1 else pnorm(sqrt(9 * x) * (1 - 1 / (9 * x) - (mu / x)^(1 / 3)), lower.tail = FALSE), side),
    SCORE = z.p((x - mu) / sqrt(mu), side),
    WALD = z.p((x - mu) / sqrt(x), side),
    LOG_WALD = z.p(sqrt(x) * log(x / mu), side),
    JEFFREYS = p.of(pgamma(mu, x + 0.5, lower.tail = FALSE), if (x == 0) 1 else pgamma(mu, x + 0.5), side))
}

binomial.p <- function(method, x, n, p, side) {
  at.most <- pbinom(x, n, p); at.least <- pbinom(x - 1, n, p, lower.tail = FALSE); at <- dbinom(x, n, p)
  switch(method,
    CLOPPER_PEARSON = p.of(at.most, at.least, side),
    MID_P = p.of(pbinom(x - 1, n, p) + at / 2, pbinom(x, n, p, lower.tail = FALSE) + at / 2, side),
    WILSON = z.p((x - n * p) / sqrt(n * p * (1 - p)), side),
    WALD = z.p((x - n * p) / sqrt(x * (1 - x / n)), side))
}

rows <- c("family,method,events,trials,null,side,pValue")
for (method in c("GARWOOD", "MID_P", "BYAR", "SCORE", "WALD", "LOG_WALD", "JEFFREYS"))
  for (x in c(0, 1, 5, 12, 100, 10000)) for (ratio in c(0.2, 0.9, 1, 1.4, 3)) for (side in c("BOTH", "LOWER", "UPPER")) {
    if (x == 0 && method %in% c("WALD", "LOG_WALD")) next
    mu <- max(x, 0.7) * ratio
    p <- poisson.p(method, x, mu, side)
    # probabilities below 1e-290 are no test of a method
    if (p > 1e-290) rows <- c(rows, paste("poisson", method, sprintf("%.0f", x), "", num(mu), side, num(p), sep = ","))
  }
for (method in c("CLOPPER_PEARSON", "MID_P", "WILSON", "WALD"))
  for (xn in list(c(0, 10), c(1, 10), c(10, 10), c(41, 56), c(25, 29), c(500, 2000)))
    for (p0 in c(0.001, 0.2, 0.5956, 0.95)) for (side in c("BOTH", "LOWER", "UPPER")) {
      x <- xn[1]; n <- xn[2]
      if (method == "WALD" && (x == 0 || x == n)) next
      p <- binomial.p(method, x, n, p0, side)
      if (p > 1e-290) rows <- c(rows, paste("binomial", method, x, n, num(p0), side, num(p), sep = ","))
    }
writeLines(c(
  "# program: R (base, stats)",
  paste0("# version: ", getRversion()),
  "# call: ppois, pbinom, pnorm, pgamma; the central p doubles the smaller tail",
  "# date: 2026-11-25",
  "# relative tolerance: 1e-11 (the tail functions of the two programs differ in the last digits)",
  rows), "central-test.reference.csv")
