# Mantel-Haenszel results for counts. Run: Rscript stratified-proportions.reference.R
suppressMessages(suppressWarnings(library(epiR)))
num <- function(v) ifelse(is.na(v), "", sprintf("%.17g", v))
tab <- function(a, n1, c, n0) array(rbind(a, c, n1 - a, n0 - c), dim = c(2, 2, length(a)))   # rows groups, columns event
u <- UCBAdmissions   # Admit x Gender x Dept
sets <- list(
  # as stored: rows admitted / rejected as exposure, male as outcome
  stored = aperm(u, c(1, 2, 3)),
  # admission, men against women
  admission = aperm(u, c(2, 1, 3)),
  sparse = tab(c(1, 0, 3, 2, 0), c(5, 4, 9, 6, 3), c(0, 2, 1, 4, 0), c(6, 5, 8, 7, 3)))
rows <- "set,statistic,value,lower,upper,chiSquared,df,pValue,second,secondP"
for (name in names(sets)) {
  s <- sets[[name]]; z <- qnorm(0.975)
  a <- s[1, 1, ]; b <- s[1, 2, ]; c <- s[2, 1, ]; d <- s[2, 2, ]; n <- a + b + c + d
  use <- (a + c) > 0 & (b + d) > 0
  h <- mantelhaen.test(s[, , use], correct = FALSE); k <- mantelhaen.test(s[, , use], correct = TRUE)
  # R leaves the correction away where the excess is below 1/2, so that the statistic jumps; here it falls to 0
  n1 <- (a + b)[use]; n0 <- (c + d)[use]; m <- (a + c)[use]; N <- n[use]
  D <- abs(sum(a[use] - n1 * m / N)); cc <- max(0, D - 0.5)^2 / sum(n1 * n0 * m * (N - m) / (N^2 * (N - 1)))
  if (D >= 0.5) stopifnot(all.equal(cc, as.numeric(k$statistic), tolerance = 1e-10))
  k <- list(statistic = cc, p.value = pchisq(cc, 1, lower.tail = FALSE))
  rows <- c(rows, paste(name, "mantel-haenszel-odds-ratio", num(as.numeric(h$estimate)), num(h$conf.int[1]), num(h$conf.int[2]),
    num(as.numeric(h$statistic)), 1, num(h$p.value), num(as.numeric(k$statistic)), num(k$p.value), sep = ","))
  R <- sum(a * (c + d) / n); S <- sum(c * (a + b) / n)
  v <- sum(((a + c) * (a + b) * (c + d) - a * c * n) / n^2) / (R * S)
  rr <- R / S * exp(c(0, -1, 1) * z * sqrt(v))
  rows <- c(rows, paste(name, "mantel-haenszel-risk-ratio", num(rr[1]), num(rr[2]), num(rr[3]), "", "", "", "", "", sep = ","))
  psi <- as.numeric(h$estimate)
  A <- mapply(function(n1, n0, m) uniroot(function(x) x * (n0 - m + x) - psi * (n1 - x) * (m - x),
    c(max(0, m - n0), min(n1, m)), tol = 1e-15)$root, (a + b)[use], (c + d)[use], (a + c)[use])
  w <- 1 / (1 / A + 1 / ((a + b)[use] - A) + 1 / ((a + c)[use] - A) + 1 / ((c + d - a - c)[use] + A))
  bd <- sum((a[use] - A)^2 / w); ta <- bd - sum(a[use] - A)^2 / sum(w); df <- sum(use) - 1
  rows <- c(rows, paste(name, "homogeneity", num(ta), "", "", num(ta), df, num(pchisq(ta, df, lower.tail = FALSE)), num(bd),
    num(pchisq(bd, df, lower.tail = FALSE)), sep = ","))
  if (name != "sparse") {
    e <- epi.2by2(s, method = "cohort.count", units = 1)$massoc.detail
    stopifnot(all.equal(as.numeric(e$RR.mh.wald[1:3]), rr, tolerance = 1e-9),
              all.equal(as.numeric(e$bOR.homog[1]), bd, tolerance = 1e-6))
  }
}
writeLines(c(
  "# program: R (stats), epiR::epi.2by2 (risk ratio and Breslow-Day of UCBAdmissions, checked in the script)",
  paste0("# version: ", getRversion(), ", ", packageVersion("epiR")),
  "# call: mantelhaen.test(correct = FALSE and TRUE); Greenland and Robins 1985; Breslow-Day with uniroot, Tarone's correction",
  "#   the continuity correction is max(0, |excess| - 1/2), where mantelhaen.test leaves it away below 1/2 (set sparse)",
  "# date: 2026-11-25",
  "# relative tolerance: 1e-10; second is the statistic with continuity correction, or Breslow-Day's without Tarone's", rows),
  "stratified-proportions.reference.csv")
