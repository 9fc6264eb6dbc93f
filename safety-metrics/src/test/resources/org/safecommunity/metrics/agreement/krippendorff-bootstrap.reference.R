# Percentile interval of Krippendorff's alpha. Run: Rscript krippendorff-bootstrap.reference.R > krippendorff-bootstrap.reference.csv
# 200000 resamples of the items; nominal alpha by the squares of the counts, interval alpha by sums of squares.
set.seed(3)
cat("# program: R (base, stats)\n")
cat("# version: ", R.version$major, ".", R.version$minor, "\n", sep = "")
cat("# call: quantile(replicate(200000, alpha(items[sample(N, replace = TRUE), ])), c(0.025, 0.975), na.rm = TRUE)\n")
cat("# date: ", format(Sys.Date()), "\n", sep = "")
cat("# absolute tolerance as in the last column: two bootstraps differ by Monte Carlo error\n")
cat("ratings,metric,lower,upper,tolerance\n")
nominal <- function(rows, x) {
  c <- sapply(sort(unique(x[!is.na(x)])), function(k) rowSums(rows == k, na.rm = TRUE))
  m <- rowSums(c); n <- sum(c); t <- colSums(c)
  1 - (sum((m^2 - rowSums(c^2)) / (m - 1)) / n) / ((n^2 - sum(t^2)) / (n * (n - 1)))
}
interval <- function(rows, x) {
  ss <- apply(rows, 1, function(v) 2 * sum((v - mean(v, na.rm = TRUE))^2, na.rm = TRUE) * sum(!is.na(v)) / (sum(!is.na(v)) - 1))
  all <- rows[!is.na(rows)]; n <- length(all)
  1 - (sum(ss) / n) / (2 * n * sum((all - mean(all))^2) / (n * (n - 1)))
}
data <- list(c("1 2 3 3 2 1 4 1 2 * * *", "1 2 3 3 2 2 4 1 2 5 * 3", "* 3 3 3 2 3 4 2 2 5 1 *", "1 2 3 3 2 4 4 1 2 5 1 *"))
for (d in data) for (metric in c("NOMINAL", "INTERVAL")) {
  x <- t(suppressWarnings(do.call(rbind, lapply(strsplit(d, " "), as.numeric))))
  x <- x[rowSums(!is.na(x)) >= 2, ]
  f <- if (metric == "NOMINAL") nominal else interval
  stopifnot(abs(f(x, x) - if (metric == "NOMINAL") 0.74342105263157909 else 0.84910714285714284) < 1e-12)
  b <- replicate(200000, f(x[sample(nrow(x), replace = TRUE), ], x))
  q <- quantile(b, c(0.025, 0.975), na.rm = TRUE)
  cat(paste(d, collapse = "/"), metric, sprintf("%.4f", q[1]), sprintf("%.4f", q[2]), 0.01, sep = ",")
  cat("\n")
}
