# Chapman's estimate from two lists. Run: Rscript chapman.reference.R > chapman.reference.csv
# The closed forms of total and variance; the interval through qlnorm: the log-normal law of the unseen part with
# median f0 and var(log) = log(1 + V/f0^2). That total and variance are unbiased is a law tested in ChapmanEstimateTest.
options(scipen = 15)
num <- function(v) ifelse(is.na(v), "", sprintf("%.17g", v))
cat("# program: R (base, stats)\n")
cat("# version: ", R.version$major, ".", R.version$minor, "\n", sep = "")
cat("# call: (n1 + 1) * (n2 + 1) / (m + 1) - 1; qlnorm(tail, log(f0), sqrt(log1p(V / f0^2)))\n")
cat("# date: ", format(Sys.Date()), "\n", sep = "")
cat("# relative tolerance: 1e-12; rows 302/200/100 and 513/207/154 also stand in the published examples (602; 688.75)\n")
cat("first,second,both,level,side,value,standardError,lower,upper\n")
tail.of <- c("0.8" = 0.1, "0.9" = 0.05, "0.95" = 0.025, "0.99" = 0.005)
one.of <- c("0.8" = 0.2, "0.9" = 0.1, "0.95" = 0.05, "0.99" = 0.01)
rows <- list(c(302, 200, 100), c(513, 207, 154), c(10, 8, 0), c(10, 8, 1), c(1, 1, 0), c(5, 5, 5), c(40, 12, 12),
  c(1e6, 5e5, 1234), c(1, 2, 1), c(27, 31, 15))
for (r in rows) for (level in names(tail.of)) for (side in c("BOTH", "LOWER", "UPPER")) {
  n1 <- r[1]; n2 <- r[2]; m <- r[3]
  N <- (n1 + 1) * (n2 + 1) / (m + 1) - 1
  V <- (n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m) / ((m + 1)^2 * (m + 2))
  M <- n1 + n2 - m
  f0 <- (n1 - m) * (n2 - m) / (m + 1)
  p <- if (side == "BOTH") tail.of[[level]] else one.of[[level]]
  lo <- hi <- M
  if (f0 > 0) {
    s <- sqrt(log1p(V / f0^2))
    lo <- M + qlnorm(p, log(f0), s)
    hi <- M + qlnorm(p, log(f0), s, lower.tail = FALSE)
  }
  if (side == "LOWER") hi <- NA
  if (side == "UPPER") lo <- NA
  cat(n1, n2, m, level, side, num(N), num(sqrt(V)), num(lo), num(hi), sep = ",")
  cat("\n")
}
