# Mantel-Haenszel results for person-time. Run: Rscript stratified-rates.reference.R
suppressMessages(library(epiR))
num <- function(v) ifelse(is.na(v), "", sprintf("%.17g", v))
sets <- list(
  # Doll and Hill 1966 (Stata manual, ir)
  doctors = list(a = c(32, 104, 206, 186, 102), T1 = c(52407, 43248, 28612, 12663, 5317),
                 b = c(2, 12, 28, 28, 31), T0 = c(18790, 10673, 5710, 2585, 1462)),
  openepi = list(a = c(17, 8), T1 = c(100025, 78531), b = c(3, 1), T0 = c(122268, 77932)),
  zeros = list(a = c(3, 0, 0, 5), T1 = c(100, 50, 80, 200), b = c(0, 2, 0, 4), T0 = c(300, 70, 90, 150)))
rows <- c("set,statistic,value,standardError,lower,upper,chiSquared,df,pValue")
for (name in names(sets)) {
  s <- sets[[name]]; M <- s$T1 + s$T0; m <- s$a + s$b; z <- qnorm(0.975)
  R <- sum(s$a * s$T0 / M); S <- sum(s$b * s$T1 / M); phi <- R / S
  se <- sqrt(sum(m * s$T1 * s$T0 / M^2) / (R * S))
  chi <- (sum(s$a) - sum(m * s$T1 / M))^2 / sum(m * s$T1 * s$T0 / M^2)
  rows <- c(rows, paste(name, "mantel-haenszel-rate-ratio", num(phi), num(se), num(phi * exp(-z * se)), num(phi * exp(z * se)),
    num(chi), 1, num(pchisq(chi, 1, lower.tail = FALSE)), sep = ","))
  w <- s$T1 * s$T0 / M
  d <- sum(w * (s$a / s$T1 - s$b / s$T0)) / sum(w); sd <- sqrt(sum(w^2 * (s$a / s$T1^2 + s$b / s$T0^2))) / sum(w)
  rows <- c(rows, paste(name, "mantel-haenszel-rate-difference", num(d), num(sd), num(d - z * sd), num(d + z * sd), "", "",
    num(2 * pnorm(-abs(d / sd))), sep = ","))
  k <- s$a > 0 & s$b > 0
  if (sum(k) > 1) {
    h <- sum((log(s$a / s$T1 / (s$b / s$T0)) - log(phi))[k]^2 / (1 / s$a + 1 / s$b)[k])
    rows <- c(rows, paste(name, "homogeneity", num(h), "", "", "", num(h), sum(k) - 1, num(pchisq(h, sum(k) - 1, lower.tail = FALSE)), sep = ","))
  }
  if (name == "doctors") {
    e <- epi.2by2(array(rbind(s$a, s$T1, s$b, s$T0), dim = c(2, 2, 5))[c(1, 2), , ] |> aperm(c(2, 1, 3)),
                  method = "cohort.time", conf.level = 0.95)$massoc.detail
    stopifnot(all.equal(as.numeric(e$IRR.mh.wald[1:3]), c(phi, phi * exp(-z * se), phi * exp(z * se)), tolerance = 1e-10))
  }
}
writeLines(c(
  "# program: R (base, stats); epiR::epi.2by2(method = \"cohort.time\") gives the same common ratio and limits (checked in the script)",
  paste0("# version: ", getRversion(), ", ", packageVersion("epiR")),
  "# call: formulas of Greenland and Robins 1985; pchisq, pnorm. standardError of the ratio is that of its logarithm",
  "# date: 2026-11-25", "# relative tolerance: 1e-11", rows), "stratified-rates.reference.csv")
p <- c(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1)
q <- c(0.3, 0.01, 0.01, 0.04, 0.9, 0.0001)
rows <- "method,set,p,adjusted"
for (m in c("BONFERRONI", "HOLM", "HOCHBERG", "BENJAMINI_HOCHBERG", "BENJAMINI_YEKUTIELI")) {
  r <- c(BONFERRONI = "bonferroni", HOLM = "holm", HOCHBERG = "hochberg", BENJAMINI_HOCHBERG = "BH", BENJAMINI_YEKUTIELI = "BY")[[m]]
  rows <- c(rows, paste(m, "benjamini-1995", paste(num(p), collapse = " "), paste(num(p.adjust(p, r)), collapse = " "), sep = ","),
    paste(m, "ties", paste(num(q), collapse = " "), paste(num(p.adjust(q, r)), collapse = " "), sep = ","))
}
writeLines(c("# program: R (stats)", paste0("# version: ", getRversion()), "# call: p.adjust(p, method)", "# date: 2026-11-25",
  "# relative tolerance: 1e-14", rows), "p-value-adjustment.reference.csv")
