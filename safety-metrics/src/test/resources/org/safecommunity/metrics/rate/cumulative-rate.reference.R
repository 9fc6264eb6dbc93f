# Cumulative rate up to an age. Run: Rscript cumulative-rate.reference.R
num <- function(v) sprintf("%.17g", v)
x <- c(12, 9, 30, 41, 66); n <- c(9100, 8800, 15200, 21000, 12400); w <- c(5, 10, 20, 20, 20)
rows <- "method,value,standardError,lower,upper,risk"
c <- w / n; y <- sum(c * x); v <- sum(c^2 * x)
for (m in c("FAY_FEUER", "TIWARI", "NORMAL")) {
  k <- if (m == "FAY_FEUER") max(c) else mean(c); k2 <- if (m == "FAY_FEUER") max(c)^2 else mean(c^2)
  l <- if (m == "NORMAL") y + c(-1, 1) * qnorm(0.975) * sqrt(v)
    else c(qgamma(0.025, y^2 / v, scale = v / y), qgamma(0.025, (y + k)^2 / (v + k2), scale = (v + k2) / (y + k), lower.tail = FALSE))
  rows <- c(rows, paste(m, num(y), num(sqrt(v)), num(l[1]), num(l[2]), num(1 - exp(-y)), sep = ","))
}
writeLines(c("# program: R (base, stats)", paste0("# version: ", getRversion()),
  "# call: sum(w * x / n), qgamma on its moments; bands 0-4, 5-14, 15-34, 35-54, 55-74", "# date: 2026-11-25", "# relative tolerance: 1e-11", rows),
  "cumulative-rate.reference.csv")
