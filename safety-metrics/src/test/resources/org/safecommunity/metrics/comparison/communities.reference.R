# Funnel limits, dispersion and empirical Bayes of many communities. Run: Rscript communities.reference.R
num <- function(v) ifelse(is.na(v), "", sprintf("%.17g", v))
O <- c(2, 14, 0, 30, 3, 1, 25, 2, 9, 40)
n <- c(1000, 3000, 500, 4000, 2500, 800, 3500, 1200, 2200, 6000)
E <- c(5.1, 15.3, 2.55, 20.4, 12.8, 4.1, 17.9, 6.1, 11.2, 30.6)
calm <- list(O = c(1, 5, 0, 12, 3, 0, 7, 2), n = c(1000, 3000, 500, 4000, 2500, 800, 3500, 1200))
limit <- function(e, p) { r <- qpois(p, e); max(0, r - (ppois(r, e) - p) / dpois(r, e)) }
funnel <- function(O, E) {
  z <- 2 * (sqrt(O) - sqrt(E)); q <- quantile(z, c(0.1, 0.9), type = 7, names = FALSE); I <- length(O)
  raw <- mean(z^2); phi <- mean(pmin(q[2], pmax(q[1], z))^2); w <- 4 * E
  tau <- if (phi > 1) max(0, I * phi - (I - 1)) / (sum(w) - sum(w^2) / sum(w)) else 0
  list(q = q, raw = raw, phi = phi, tau = tau, z = (sqrt(O / E) - 1) / sqrt(1 / (4 * E) + tau))
}
rows <- "set,unit,observed,expected,lower95,upper95,lower998,upper998,z,raw,phi,tau,low,high"
for (name in c("smr", "calm")) {
  o <- if (name == "smr") O else calm$O; e <- if (name == "smr") E else calm$n * sum(calm$O) / sum(calm$n)
  f <- funnel(o, e)
  for (i in seq_along(o)) rows <- c(rows, paste(c(name, i, o[i], num(e[i]), num(limit(e[i], 0.025)), num(limit(e[i], 0.975)),
    num(limit(e[i], 0.001)), num(limit(e[i], 0.999)), num(f$z[i]), num(f$raw), num(f$phi), num(f$tau), num(f$q[1]), num(f$q[2])), collapse = ","))
}
writeLines(c("# program: R (base, stats)", paste0("# version: ", getRversion()),
  "# call: qpois, ppois, dpois (interpolated exact limits of the count); quantile(type = 7); formulas of Spiegelhalter 2005",
  "# date: 2026-11-25", "# relative tolerance: 1e-9 (limits), 1e-11 (the rest)", rows), "funnel.reference.csv")
rows <- "set,unit,observed,personTime,theta,mean,variance"
for (name in c("varied", "calm")) {
  o <- if (name == "varied") O else calm$O; m <- if (name == "varied") n else calm$n
  b <- sum(o) / sum(m); r <- o / m; s2 <- sum(m * (r - b)^2) / sum(m); a <- max(0, s2 - b / mean(m))
  th <- b + (r - b) * a / (a + b / m)
  if (name == "varied") {
    # spdep::EBest (1.2-7) on the same data: estmm, a and b
    known <- c(0.0038023018810, 0.0048040909552, 0.0037499328111, 0.0068821999525, 0.0025924249803, 0.0036928003853,
               0.0065632464664, 0.0035084094430, 0.0044816624637, 0.0063726397273)
    stopifnot(all.equal(th, known, tolerance = 1e-10), all.equal(a, 3.6764275925926e-06, tolerance = 1e-7), all.equal(b, 0.0051012145749, tolerance = 1e-10))
  }
  for (i in seq_along(o)) rows <- c(rows, paste(c(name, i, o[i], m[i], num(th[i]), num(b), num(a)), collapse = ","))
}
writeLines(c("# program: R (base), formulas of Marshall 1991; the first set agrees with spdep::EBest 1.2-7 to its printed digits (checked in the script)",
  paste0("# version: ", getRversion()), "# call: see communities.reference.R", "# date: 2026-11-25", "# relative tolerance: 1e-11", rows), "empirical-bayes.reference.csv")
e <- n * sum(O) / sum(n); x2 <- sum((O - e)^2 / e); dean <- sum((O - e)^2 - O) / sqrt(2 * sum(e^2))
g <- glm(O ~ 1 + offset(log(n)), family = poisson); stopifnot(all.equal(sum(residuals(g, "pearson")^2), x2, tolerance = 1e-8))
writeLines(c("# program: R (stats)", paste0("# version: ", getRversion()), "# call: Pearson residuals of glm(poisson, offset) (checked in the script), pchisq, pnorm",
  "# date: 2026-11-25", "# relative tolerance: 1e-11", "chiSquared,df,pValue,phi,dean,deanP",
  paste(num(x2), 9, num(pchisq(x2, 9, lower.tail = FALSE)), num(x2 / 9), num(dean), num(pnorm(dean, lower.tail = FALSE)), sep = ",")), "overdispersion.reference.csv")
