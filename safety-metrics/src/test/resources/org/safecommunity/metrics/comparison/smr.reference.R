# Standardised mortality ratio. Run: Rscript smr.reference.R
num <- function(v) ifelse(is.na(v), "", sprintf("%.17g", v))
halve <- function(f, lo, hi) {
  rising <- f(hi) > f(lo)
  for (i in 1:400) {
    mid <- lo + (hi - lo) / 2
    if (mid <= lo || mid >= hi) break
    if ((f(mid) > 0) == rising) hi <- mid else lo <- mid
  }
  lo + (hi - lo) / 2
}
midp <- function(x, tail, upper) {
  if (x == 0) return(if (upper) max(0, -log(2 * tail)) else 0)
  if (upper)
    halve(function(m) ppois(x - 1, m) + dpois(x, m) / 2 - tail,
          qgamma(tail, x, lower.tail = FALSE) * 0.99, qgamma(tail, x + 1, lower.tail = FALSE) * 1.01)
  else
    halve(function(m) ppois(x, m, lower.tail = FALSE) + dpois(x, m) / 2 - tail,
          qgamma(tail, x) * 0.99, qgamma(tail, x + 1) * 1.01)
}
count <- function(method, x, tail) {
  z <- qnorm(tail, lower.tail = FALSE); y <- x + 1
  switch(method,
    GARWOOD = c(if (x == 0) 0 else qgamma(tail, x), qgamma(tail, x + 1, lower.tail = FALSE)),
    BYAR = c(if (x == 0) 0 else max(0, x * (1 - 1 / (9 * x) - z / (3 * sqrt(x)))^3),
             y * (1 - 1 / (9 * y) + z / (3 * sqrt(y)))^3),
    MID_P = c(midp(x, tail, FALSE), midp(x, tail, TRUE)),
    LOG_WALD = if (x == 0) c(NA, NA) else x * exp(c(-1, 1) * z / sqrt(x)))
}
p.value <- function(method, x, e) {
  two <- function(lower, upper) min(1, 2 * min(lower, upper))
  y <- x + 1
  switch(method,
    GARWOOD = two(ppois(x, e), ppois(x - 1, e, lower.tail = FALSE)),
    BYAR = two(pnorm(3 * sqrt(y) * ((e / y)^(1 / 3) - 1 + 1 / (9 * y)), lower.tail = FALSE),
               if (x == 0) 1 else pnorm(3 * sqrt(x) * (1 - 1 / (9 * x) - (e / x)^(1 / 3)), lower.tail = FALSE)),
    MID_P = two(ppois(x - 1, e) + dpois(x, e) / 2, ppois(x, e, lower.tail = FALSE) + dpois(x, e) / 2),
    LOG_WALD = if (x == 0) NA else 2 * pnorm(-abs(sqrt(x) * log(x / e))))
}
rows <- c("method,observed,expected,value,lower,upper,pValue")
# the last four: Selvin's US deaths of 1940 on the rates of 1960, British doctors on the rates of non-smokers, Byar's
# example of PHEindicatormethods::calculate_ISRatio, Breslow and Day
for (method in c("GARWOOD", "BYAR", "MID_P", "LOG_WALD"))
  for (oe in list(c(0, 2.5), c(1, 0.3), c(12, 7.5), c(5, 18.25), c(71058, 85556.8888445), c(630, 444.410191782),
                  c(12, 6), c(10000, 9876.5))) {
    l <- count(method, oe[1], 0.025) / oe[2]
    rows <- c(rows, paste(method, sprintf("%.0f", oe[1]), num(oe[2]), num(oe[1] / oe[2]), num(l[1]), num(l[2]),
                          num(p.value(method, oe[1], oe[2])), sep = ","))
  }
# the exact limits by the function of base R, as a check of this script
t <- poisson.test(12, 7.5); stopifnot(all.equal(as.numeric(t$conf.int), count("GARWOOD", 12, 0.025) / 7.5, tolerance = 1e-12))
writeLines(c(
  "# program: R (base, stats)",
  paste0("# version: ", getRversion()),
  "# call: qgamma(tail, x) / E, qgamma(tail, x + 1, lower.tail = FALSE) / E (= poisson.test(O, E)); mid-P by bisection on",
  "#   ppois; Byar and log-Wald closed forms; p-values 2 * min(tails) of the test that each interval inverts",
  "# date: 2026-11-25",
  "# relative tolerance: 1e-11",
  rows), "smr.reference.csv")
