# Comparisons of two proportions. Run: Rscript two-proportions.reference.R
suppressMessages(suppressWarnings(library(epiR)))
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
z.p <- function(z) 2 * pnorm(-abs(z))
wilson <- function(x, n, z, s) (2 * x + z^2 + s * z * sqrt(z^2 + 4 * x * (1 - x / n))) / (2 * (n + z^2))
# restricted estimate: root of the likelihood equation, which falls between the ends of the possible values
restricted <- function(d, x1, n1, x0, n0) {
  term <- function(x, p) if (x == 0) 0 else x / max(p, .Machine$double.xmin)
  f <- function(p) term(x1, p + d) - term(n1 - x1, 1 - p - d) + term(x0, p) - term(n0 - x0, 1 - p)
  lo <- max(0, -d); hi <- min(1, 1 - d)
  if (f(lo) <= 0) return(lo)
  if (f(hi) >= 0) return(hi)
  halve(f, lo, hi)
}
# closed form of Miettinen and Nurminen 1985 (L1 holds n0 where statsmodels has x0)
closed <- function(d, x1, n1, x0, n0) {
  N <- n1 + n0; L3 <- N; L2 <- (n1 + 2 * n0) * d - N - (x1 + x0); L1 <- (n0 * d - N - 2 * x0) * d + x1 + x0; L0 <- x0 * d * (1 - d)
  q <- L2^3 / (3 * L3)^3 - L1 * L2 / (6 * L3^2) + L0 / (2 * L3)
  s <- sign(q) * sqrt(L2^2 / (3 * L3)^2 - L1 / (3 * L3))
  2 * s * cos((pi + acos(q / s^3)) / 3) - L2 / (3 * L3)
}
stopifnot(abs(closed(0.05, 56, 70, 48, 80) - restricted(0.05, 56, 70, 48, 80)) < 1e-12,
  abs(closed(0.03, 7, 34, 1, 34) - restricted(0.03, 7, 34, 1, 34)) < 1e-12)
z.difference <- function(d, x1, n1, x0, n0, corrected) {
  N <- n1 + n0; p0 <- restricted(d, x1, n1, x0, n0); p1 <- p0 + d
  V <- p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0
  if (x1 / n1 - x0 / n0 == d) return(0)
  (x1 / n1 - x0 / n0 - d) / sqrt(V * if (corrected) N / (N - 1) else 1)
}
z.ratio <- function(phi, x1, n1, x0, n0, corrected) {
  N <- n1 + n0; A <- N * phi; B <- -(n1 * phi + x1 + n0 + x0 * phi); C <- x1 + x0
  p0 <- (-B - sqrt(pmax(0, B^2 - 4 * A * C))) / (2 * A); p1 <- pmin(1, phi * p0)
  if (x1 / n1 == phi * x0 / n0) return(0)
  (x1 / n1 - phi * x0 / n0) / sqrt((p1 * (1 - p1) / n1 + phi^2 * p0 * (1 - p0) / n0) * if (corrected) N / (N - 1) else 1)
}
nch <- function(psi, x1, n1, x0, n0) {            # noncentral hypergeometric probabilities
  m <- x1 + x0; k <- max(0, m - n0):min(n1, m)
  w <- dhyper(k, n1, n0, m, log = TRUE) + k * log(psi); w <- exp(w - max(w)); p <- w / sum(w)
  list(lo = sum(p[k < x1]), at = sum(p[k == x1]), hi = sum(p[k > x1]), mean = sum(k * p), k = k)
}
tables <- list(c(56, 70, 48, 80), c(7, 34, 1, 34), c(9, 10, 3, 10), c(5, 56, 0, 29), c(0, 10, 3, 12), c(81, 263, 15, 148),
  c(10, 10, 20, 20), c(0, 10, 0, 20), c(3, 3, 2, 5), c(13, 2176, 5, 3354), c(4000, 20000, 3900, 21000))
rows <- "statistic,method,events,trials,referenceEvents,referenceTrials,value,lower,upper,pValue,tolerance"
z <- qnorm(0.975); tail <- 0.025
for (t in tables) {
  x1 <- t[1]; n1 <- t[2]; x0 <- t[3]; n0 <- t[4]; N <- n1 + n0; m <- x1 + x0; D <- x1 / n1 - x0 / n0
  degenerate <- m == 0 || m == N
  add <- function(statistic, method, value, l, p, tol)
    rows <<- c(rows, paste(statistic, method, paste(t, collapse = ","), num(value), num(l[1]), num(l[2]), num(p), tol, sep = ","))
  for (method in c("MIETTINEN_NURMINEN", "MEE")) {
    k <- method == "MIETTINEN_NURMINEN"; f <- function(d) z.difference(d, x1, n1, x0, n0, k)
    l <- c(halve(function(d) f(d) - z, -1 + 1e-13, D), halve(function(d) f(d) + z, D, 1 - 1e-13))
    add("risk-difference", method, D, l, if (degenerate) NA else z.p(f(0)), "1e-9")
  }
  add("risk-difference", "NEWCOMBE", D, c(
    D - sqrt((x1 / n1 - wilson(x1, n1, z, -1))^2 + (wilson(x0, n0, z, 1) - x0 / n0)^2),
    D + sqrt((wilson(x1, n1, z, 1) - x1 / n1)^2 + (x0 / n0 - wilson(x0, n0, z, -1))^2)), NA, "1e-11")
  s <- sqrt(x1 / n1 * (1 - x1 / n1) / n1 + x0 / n0 * (1 - x0 / n0) / n0)
  add("risk-difference", "WALD", D, if (s == 0) c(NA, NA) else c(max(-1, D - z * s), min(1, D + z * s)),
    if (s == 0 || degenerate) NA else z.p(D / s), "1e-11")
  r <- if (x0 == 0) NA else (x1 / n1) / (x0 / n0)
  for (method in c("MIETTINEN_NURMINEN", "KOOPMAN")) {
    k <- method == "MIETTINEN_NURMINEN"; f <- function(u) z.ratio(exp(u), x1, n1, x0, n0, k)
    g <- log(((x1 + .5) / (n1 + 1)) / ((x0 + .5) / (n0 + 1)))
    l <- if (m == 0) c(NA, NA) else c(if (x1 == 0) 0 else exp(halve(function(u) f(u) - z, g - 20, if (is.na(r) || r == 0) g + 20 else log(r))),
           if (x0 == 0) Inf else exp(halve(function(u) f(u) + z, if (r == 0) g - 20 else log(r), g + 20)))
    add("risk-ratio", method, r, l, if (m == 0) NA else if (m == N) 1 else z.p(f(0)), "1e-9")
  }
  v <- (n1 - x1) / (x1 * n1) + (n0 - x0) / (x0 * n0)
  ok <- x1 > 0 && x0 > 0 && v > 0
  add("risk-ratio", "KATZ", r, if (ok) r * exp(c(-1, 1) * z * sqrt(v)) else c(NA, NA), if (ok) z.p(log(r) / sqrt(v)) else NA, "1e-11")
  b <- n1 - x1; d <- n0 - x0
  or <- if (b == 0 || x0 == 0 || degenerate) NA else (x1 / b) / (x0 / d)
  h <- if (any(c(x1, b, x0, d) == 0)) 0.5 else 0
  cells <- c(x1, b, x0, d) + h; lo <- log(cells[1] * cells[4] / (cells[2] * cells[3])); so <- sqrt(sum(1 / cells))
  add("odds-ratio", "WOOLF", or, if (degenerate) c(NA, NA) else exp(lo + c(-1, 1) * z * so), if (degenerate) NA else z.p(lo / so), "1e-11")
  for (method in c("EXACT", "MID_P")) {
    w <- if (method == "EXACT") 1 else 0.5
    if (degenerate) { add("odds-ratio", method, NA, c(NA, NA), NA, "1e-9"); next }
    k <- nch(1, x1, n1, x0, n0)$k
    g <- log((x1 + .5) / (b + .5) / ((x0 + .5) / (d + .5)))
    up <- function(u) { p <- nch(exp(u), x1, n1, x0, n0); p$hi + w * p$at - tail }
    dn <- function(u) { p <- nch(exp(u), x1, n1, x0, n0); p$lo + w * p$at - tail }
    l <- c(if (x1 == min(k)) 0 else exp(halve(up, g - 15, g + 15)), if (x1 == max(k)) Inf else exp(halve(dn, g - 15, g + 15)))
    p <- nch(1, x1, n1, x0, n0)
    add("odds-ratio", method, or, l, min(1, 2 * min(p$lo + w * p$at, p$hi + w * p$at)), "1e-9")
  }
}
writeLines(c(
  "# program: R (base, stats)", paste0("# version: ", getRversion()),
  "# call: bisection to the last digit on the score statistics and on dhyper-based tails; closed forms with qnorm. The",
  "#   restricted probability of the difference is the root of the likelihood equation, checked in the script against the",
  "#   closed form of Miettinen and Nurminen with n0 in L1 (statsmodels has x0 there)",
  "# date: 2026-11-25",
  "# relative tolerance in the last column",
  rows), "two-proportions.reference.csv")

rows <- "events,trials,referenceEvents,referenceTrials,conditionalOddsRatio,minimumLikelihoodP"
for (t in tables[c(1:6, 9, 10)]) {
  x1 <- t[1]; n1 <- t[2]; x0 <- t[3]; n0 <- t[4]; k <- nch(1, x1, n1, x0, n0)$k
  g <- log((x1 + .5) / (n1 - x1 + .5) / ((x0 + .5) / (n0 - x0 + .5)))
  mle <- if (x1 == min(k) || x1 == max(k)) NA else exp(halve(function(u) nch(exp(u), x1, n1, x0, n0)$mean - x1, g - 15, g + 15))
  f <- fisher.test(matrix(c(x1, n1 - x1, x0, n0 - x0), 2))
  if (!is.na(mle)) stopifnot(all.equal(as.numeric(f$estimate), mle, tolerance = 1e-3))
  rows <- c(rows, paste(paste(t, collapse = ","), num(mle), num(f$p.value), sep = ","))
}
writeLines(c("# program: R (stats)", paste0("# version: ", getRversion()),
  "# call: fisher.test(matrix)$p.value (minimum likelihood); estimate by bisection on the mean of the noncentral",
  "#   hypergeometric distribution, because the root in fisher.test stops near 1e-4", "# date: 2026-11-25", "# relative tolerance: 1e-9",
  rows), "fisher.reference.csv")

# cohort fractions: Greenland's delta-method limits; epiR::epi.2by2 prints the same
rows <- "events,trials,referenceEvents,referenceTrials,statistic,value,lower,upper"
for (t in list(c(13, 2176, 5, 3354), c(56, 70, 48, 80), c(5, 100, 12, 90))) {
  a <- t[1]; b <- t[2] - a; c <- t[3]; d <- t[4] - c; N <- sum(t[c(2, 4)]); phi <- a / t[2] / (c / t[4])
  paf <- a / (a + c) * (phi - 1) / phi
  se <- sqrt((b + paf * (a + d)) / (N * c))
  if (phi >= 1) {
    e <- as.numeric(epi.2by2(matrix(c(a, c, b, d), 2), method = "cohort.count", units = 1)$massoc.detail$PAFRisk.strata.wald[1:3])
    stopifnot(all.equal(e, c(paf, 1 - (1 - paf) * exp(z * se), 1 - (1 - paf) * exp(-z * se)), tolerance = 1e-10))
    rows <- c(rows, paste(paste(t, collapse = ","), "population-attributable-fraction", num(paf), num(1 - (1 - paf) * exp(z * se)),
      num(1 - (1 - paf) * exp(-z * se)), sep = ","))
  } else {
    ppf <- 1 - 1 / (1 - paf)
    rows <- c(rows, paste(paste(t, collapse = ","), "population-prevented-fraction", num(ppf), num(1 - (1 - ppf) * exp(z * se)),
      num(1 - (1 - ppf) * exp(-z * se)), sep = ","))
  }
}
writeLines(c("# program: R (base); epiR::epi.2by2 prints the same (checked in the script)", paste0("# version: ", getRversion(), ", ", packageVersion("epiR")),
  "# call: 1 - (1 - PAF) exp(+-z SE), SE = sqrt((b + PAF (a + d)) / (N c)); the first row is 54.200623 (3.613802 to 78.237725) % in epiR",
  "# date: 2026-11-25", "# relative tolerance: 1e-11", rows), "cohort-fraction.reference.csv")
