# Ratio, difference and attributable fractions of two rates. Run: Rscript two-rates.reference.R
num <- function(v) ifelse(is.na(v), "", ifelse(is.infinite(v), ifelse(v > 0, "Infinity", "-Infinity"), sprintf("%.17g", v)))
halve <- function(f, lo, hi) {
  rising <- f(hi) > f(lo)
  for (i in 1:2000) {
    mid <- lo + (hi - lo) / 2
    if (mid <= lo || mid >= hi) break
    if ((f(mid) > 0) == rising) hi <- mid else lo <- mid
  }
  lo + (hi - lo) / 2
}
z.p <- function(z, side) switch(side, BOTH = 2 * pnorm(-abs(z)), LOWER = pnorm(z, lower.tail = FALSE), UPPER = pnorm(z))
tail.p <- function(lower, upper, side) switch(side, BOTH = min(1, 2 * min(lower, upper)), LOWER = upper, UPPER = lower)

# mid-P tail probabilities of x1 at the ratio exp(t)
mid <- function(t, d, upper) {
  n <- d$x1 + d$x0
  # from the other side where the share is near 1 and would lose its digits
  if (exp(t) * d$T1 > d$T0) return(mid(-t, list(x1 = d$x0, T1 = d$T0, x0 = d$x1, T0 = d$T1), !upper))
  p <- 1 / (1 + d$T0 / (exp(t) * d$T1))
  if (upper) pbinom(d$x1, n, p, lower.tail = FALSE) + dbinom(d$x1, n, p) / 2
  else pbinom(d$x1 - 1, n, p) + dbinom(d$x1, n, p) / 2
}
around <- function(d) log(((d$x1 + 0.5) / d$T1) / ((d$x0 + 0.5) / d$T0))
odds <- function(b, d) b / (1 - b) * d$T0 / d$T1
scas.ratio <- function(phi, d) {
  N <- d$x1 + d$x0
  l0 <- N / (phi * d$T1 + d$T0); l1 <- phi * l0
  S <- d$x1 / d$T1 - phi * d$x0 / d$T0
  V <- l1 / d$T1 + phi^2 * l0 / d$T0
  k <- (l1 / d$T1^2 - phi^3 * l0 / d$T0^2) / (6 * V^1.5)
  if (k == 0) S / sqrt(V) else (-1 + sqrt(pmax(0, 1 + 4 * k * (S / sqrt(V) + k)))) / (2 * k)
}
score.difference <- function(delta, d, skew) {
  A <- d$T1 + d$T0; B <- A * delta - d$x1 - d$x0; C <- -d$x0 * delta
  l0 <- (-B + sqrt(B^2 - 4 * A * C)) / (2 * A); l1 <- l0 + delta
  S <- d$x1 / d$T1 - d$x0 / d$T0 - delta
  V <- l1 / d$T1 + l0 / d$T0
  if (!skew) return(S / sqrt(V))
  k <- (l1 / d$T1^2 - l0 / d$T0^2) / (6 * V^1.5)
  if (k == 0) S / sqrt(V) else (-1 + sqrt(pmax(0, 1 + 4 * k * (S / sqrt(V) + k)))) / (2 * k)
}
midp.count <- function(x, tail, upper) {
  if (x == 0) return(if (upper) -log(2 * tail) else 0)
  if (upper) halve(function(m) ppois(x - 1, m) + dpois(x, m) / 2 - tail, x / 2, qgamma(tail, x + 1, lower.tail = FALSE) * 1.1)
  else halve(function(m) ppois(x, m, lower.tail = FALSE) + dpois(x, m) / 2 - tail, 0, x + 1)
}
wilson <- function(x, n, z, sign) (2 * x + z^2 + sign * z * sqrt(z^2 + 4 * x * (1 - x / n))) / (2 * (n + z^2))

ratio <- function(method, d, tail, side) {
  z <- qnorm(tail, lower.tail = FALSE); N <- d$x1 + d$x0; g <- around(d); r <- (d$x1 / d$T1) / (d$x0 / d$T0)
  p0 <- d$T1 / (d$T1 + d$T0)
  lower <- 0; upper <- Inf
  switch(method,
    MID_P = {
      if (d$x1 > 0) lower <- exp(halve(function(t) mid(t, d, TRUE) - tail, g - 30, g + 5))
      if (d$x0 > 0) upper <- exp(halve(function(t) mid(t, d, FALSE) - tail, g - 5, g + 30))
      p <- tail.p(mid(0, d, FALSE), mid(0, d, TRUE), side)
    },
    EXACT = {
      if (d$x1 > 0) lower <- odds(qbeta(tail, d$x1, d$x0 + 1), d)
      if (d$x0 > 0) upper <- odds(qbeta(tail, d$x1 + 1, d$x0, lower.tail = FALSE), d)
      p <- if (p0 <= 0.5) tail.p(pbinom(d$x1, N, p0), pbinom(d$x1 - 1, N, p0, lower.tail = FALSE), side)
        else tail.p(pbinom(d$x0 - 1, N, d$T0 / (d$T1 + d$T0), lower.tail = FALSE), pbinom(d$x0, N, d$T0 / (d$T1 + d$T0)), side)
    },
    SCORE = {
      if (d$x1 > 0) lower <- odds(wilson(d$x1, N, z, -1), d)
      if (d$x0 > 0) upper <- odds(wilson(d$x1, N, z, 1), d)
      p <- z.p((d$x1 - N * p0) / sqrt(N * p0 * (1 - p0)), side)
    },
    SCAS = {
      if (d$x1 > 0) lower <- exp(halve(function(t) scas.ratio(exp(t), d) - z, g - 20, g + 20))
      if (d$x0 > 0) upper <- exp(halve(function(t) scas.ratio(exp(t), d) + z, g - 20, g + 20))
      p <- z.p(scas.ratio(1, d), side)
    },
    MOVER = {
      a <- d$x1 / d$T1; b <- d$x0 / d$T0
      l1 <- midp.count(d$x1, tail, FALSE) / d$T1; u1 <- midp.count(d$x1, tail, TRUE) / d$T1
      l0 <- midp.count(d$x0, tail, FALSE) / d$T0; u0 <- midp.count(d$x0, tail, TRUE) / d$T0
      if (d$x0 == 0 || 2 * b <= u0) return(c(NA, NA, NA))
      lower <- (a * b - sqrt((a * b)^2 - l1 * u0 * (2 * a - l1) * (2 * b - u0))) / (u0 * (2 * b - u0))
      upper <- (a * b + sqrt((a * b)^2 - u1 * l0 * (2 * a - u1) * (2 * b - l0))) / (l0 * (2 * b - l0))
      p <- NA
    },
    WALD = {
      if (d$x1 == 0 || d$x0 == 0) return(c(NA, NA, NA))
      s <- sqrt(1 / d$x1 + 1 / d$x0)
      lower <- r * exp(-z * s); upper <- r * exp(z * s); p <- z.p(log(r) / s, side)
    })
  if (side == "UPPER") lower <- 0
  if (side == "LOWER") upper <- Inf
  c(lower, upper, p)
}
difference <- function(method, d, tail, side) {
  z <- qnorm(tail, lower.tail = FALSE); a <- d$x1 / d$T1; b <- d$x0 / d$T0; s <- sqrt(d$x1 / d$T1^2 + d$x0 / d$T0^2)
  w <- sqrt((d$x1 + 1) / d$T1^2 + (d$x0 + 1) / d$T0^2) * 40
  count <- function(x) switch(method,
    MOVER_GARWOOD = c(if (x == 0) 0 else qgamma(tail, x), qgamma(tail, x + 1, lower.tail = FALSE)),
    MOVER_BYAR = c(if (x == 0) 0 else max(0, x * (1 - 1 / (9 * x) - z / (3 * sqrt(x)))^3),
                   (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)))^3),
    MOVER_SCORE = x + z^2 / 2 + c(-1, 1) * z * sqrt(x + z^2 / 4))
  p <- NA
  if (method == "WALD") {
    lower <- a - b - z * s; upper <- a - b + z * s; p <- z.p((a - b) / s, side)
  } else if (method %in% c("SCORE", "SCAS")) {
    k <- method == "SCAS"
    lower <- halve(function(t) score.difference(t, d, k) - z, a - b - w, a - b + 1e-12 * w)
    upper <- halve(function(t) score.difference(t, d, k) + z, a - b - 1e-12 * w, a - b + w)
    p <- z.p(score.difference(0, d, k), side)
  } else {
    A <- count(d$x1) / d$T1; B <- count(d$x0) / d$T0
    lower <- a - b - sqrt((a - A[1])^2 + (B[2] - b)^2); upper <- a - b + sqrt((A[2] - a)^2 + (b - B[1])^2)
  }
  if (side == "UPPER") lower <- -Inf
  if (side == "LOWER") upper <- Inf
  c(lower, upper, p)
}

data <- list(
  c(41, 28010, 15, 19017),                                     # A: breast cancer and fluoroscopy (Rothman 1998 p. 238)
  c(17, 100025, 3, 122268), c(8, 78531, 1, 77932), c(25, 178556, 4, 200200),   # B: OpenEpi, strata and crude
  c(5, 100, 0, 100), c(0, 250, 4, 300), c(1, 10, 1, 10), c(7, 0.5, 9, 4e5), c(4, 3e5, 11, 2), c(500, 1e4, 480, 1.2e4))
rows <- c("statistic,method,events,personTime,referenceEvents,referencePersonTime,level,side,value,lower,upper,pValue,tolerance")
for (v in data) for (side in c("BOTH", "LOWER", "UPPER")) for (level in if (side == "BOTH") c(0.95, 0.99) else 0.95) {
  d <- list(x1 = v[1], T1 = v[2], x0 = v[3], T0 = v[4])
  alpha <- if (level == 0.95) 0.05 else 0.01
  tail <- if (side == "BOTH") alpha / 2 else alpha
  r <- (d$x1 / d$T1) / (d$x0 / d$T0)
  key <- function(statistic, method) paste(statistic, method, d$x1, num(d$T1), d$x0, num(d$T0), level, side, sep = ",")
  for (method in c("MID_P", "EXACT", "SCORE", "SCAS", "MOVER", "WALD")) {
    l <- ratio(method, d, tail, side)
    rows <- c(rows, paste(key("rate-ratio", method), num(if (d$x0 == 0) NA else r), num(l[1]), num(l[2]), num(l[3]),
                          if (method %in% c("SCAS", "MOVER")) "1e-9" else "1e-10", sep = ","))
  }
  for (method in c("WALD", "SCORE", "SCAS", "MOVER_GARWOOD", "MOVER_BYAR", "MOVER_SCORE")) {
    l <- difference(method, d, tail, side)
    rows <- c(rows, paste(key("rate-difference", method), num(d$x1 / d$T1 - d$x0 / d$T0), num(l[1]), num(l[2]),
                          num(l[3]), if (method %in% c("SCAS", "SCORE")) "1e-9" else "1e-11", sep = ","))
  }
}
# the functions of base R and epitools, as a check of this script
t <- poisson.test(c(41, 15), c(28010, 19017))
stopifnot(all.equal(as.numeric(t$conf.int), ratio("EXACT", list(x1 = 41, T1 = 28010, x0 = 15, T0 = 19017), 0.025, "BOTH")[1:2], tolerance = 1e-10))
e <- epitools::rateratio.wald(c(15, 41, 19017, 28010))$measure[2, ]
stopifnot(all.equal(as.numeric(e[2:3]), ratio("WALD", list(x1 = 41, T1 = 28010, x0 = 15, T0 = 19017), 0.025, "BOTH")[1:2], tolerance = 1e-10))

writeLines(c(
  "# program: R (base, stats), epitools (Wald, checked in the script)",
  paste0("# version: ", getRversion(), ", ", packageVersion("epitools")),
  "# call: qbeta (= poisson.test, checked in the script), closed forms with qnorm; mid-P by bisection on pbinom, score and",
  "#   SCAS by bisection on the statistic, to the last digit. epitools::rateratio.midp and exactci stop near 1e-4 and are",
  "#   not used: they print 1.041036 for the lower mid-P limit of 41/28010 against 15/19017, the root is 1.04107524",
  "# date: 2026-11-25",
  "# relative tolerance in the last column: 1e-9 where the script itself cancels digits (score, SCAS, MOVER)",
  rows), "two-rates.reference.csv")

med <- c("events,personTime,referenceEvents,referencePersonTime,medianUnbiased")
for (v in data) {
  d <- list(x1 = v[1], T1 = v[2], x0 = v[3], T0 = v[4])
  if (d$x0 > 0 && d$x1 > 0) {
    g <- around(d)
    m <- exp(halve(function(t) mid(t, d, TRUE) - 0.5, g - 30, g + 30))
    med <- c(med, paste(d$x1, num(d$T1), d$x0, num(d$T0), num(m), sep = ","))
  }
}
writeLines(c(
  "# program: R (base, stats)", paste0("# version: ", getRversion()),
  "# call: bisection on pbinom(x1, N, p, lower.tail = FALSE) + dbinom(x1, N, p) / 2 = 1/2",
  "# date: 2026-11-25", "# relative tolerance: 1e-11", med), "median-unbiased.reference.csv")

af <- c("method,events,personTime,referenceEvents,referencePersonTime,statistic,value,lower,upper")
for (v in data[c(1, 4, 6, 7, 10)]) for (method in c("EXACT", "MID_P", "WALD")) {
  d <- list(x1 = v[1], T1 = v[2], x0 = v[3], T0 = v[4])
  l <- ratio(method, d, 0.025, "BOTH"); r <- (d$x1 / d$T1) / (d$x0 / d$T0); pc <- d$x1 / (d$x1 + d$x0)
  pe <- d$T1 / (d$T1 + d$T0)
  key <- paste(method, d$x1, num(d$T1), d$x0, num(d$T0), sep = ",")
  if (r >= 1) {
    a <- function(phi) (phi - 1) / phi
    # Levin's form; at the estimate it equals Miettinen's exposed share of cases times the fraction
    b <- function(phi) pe * (phi - 1) / (1 + pe * (phi - 1))
    stopifnot(all.equal(b(r), pc * a(r), tolerance = 1e-12))
    af <- c(af, paste(key, "attributable-fraction", num(a(r)), num(a(l[1])), num(a(l[2])), sep = ","),
            paste(key, "population-attributable-fraction", num(b(r)), num(b(l[1])), num(b(l[2])), sep = ","))
  } else {
    af <- c(af, paste(key, "prevented-fraction", num(1 - r), num(1 - l[2]), num(1 - l[1]), sep = ","),
            paste(key, "population-prevented-fraction", num(pe * (1 - r)), num(pe * (1 - l[2])), num(pe * (1 - l[1])), sep = ","))
  }
}
writeLines(c(
  "# program: R (base, stats)", paste0("# version: ", getRversion()),
  "# call: (phi - 1) / phi and p (phi - 1) / (1 + p (phi - 1)) at the ratio and its limits; 1 - phi and p (1 - phi) below 1",
  "# date: 2026-11-25", "# relative tolerance: 1e-9 (differences of numbers near 1)", af), "attributable-fraction.reference.csv")
