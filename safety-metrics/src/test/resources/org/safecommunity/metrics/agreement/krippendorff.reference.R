# Krippendorff's alpha. Run: Rscript krippendorff.reference.R > krippendorff.reference.csv
# By the definition over pairs of ratings, item by item and over all ratings; no coincidence matrix.
num <- function(v) sprintf("%.17g", v)
cat("# program: R (base, stats)\n")
cat("# version: ", R.version$major, ".", R.version$minor, "\n", sep = "")
cat("# call: 1 - mean over items of pair disagreements (weight 1 / (m - 1)) / mean over all pairs\n")
cat("# date: ", format(Sys.Date()), "\n", sep = "")
cat("# relative tolerance: 1e-9. Printed: 3 raters 0.691358, 0.806721, 0.810845; 4 raters 0.743421, 0.815388, 0.849107\n")
cat("raters,ratings,metric,value\n")
delta2 <- function(a, b, metric, all) switch(metric,
  NOMINAL = as.numeric(a != b), INTERVAL = (a - b)^2,
  RATIO = if (a + b == 0) 0 else ((a - b) / (a + b))^2,
  ORDINAL = if (a == b) 0 else (sum(all >= min(a, b) & all <= max(a, b)) - (sum(all == a) + sum(all == b)) / 2)^2)
alpha <- function(x, metric) {
  x <- x[, colSums(!is.na(x)) >= 2, drop = FALSE]
  all <- x[!is.na(x)]; n <- length(all)
  o <- 0
  for (u in seq_len(ncol(x))) {
    v <- x[!is.na(x[, u]), u]
    for (i in seq_along(v)) for (j in seq_along(v)) if (i != j)
      o <- o + delta2(v[i], v[j], metric, all) / (length(v) - 1)
  }
  e <- 0
  for (a in all) for (b in all) e <- e + delta2(a, b, metric, all)
  1 - (o / n) / (e / (n * (n - 1)))
}
data <- list(
  c("* * * * * 3 4 1 2 1 1 3 3 * 3", "1 * 2 1 3 3 4 3 * * * * * * *", "* * 2 1 3 4 4 * 2 1 1 3 3 * 4"),
  c("1 2 3 3 2 1 4 1 2 * * *", "1 2 3 3 2 2 4 1 2 5 * 3", "* 3 3 3 2 3 4 2 2 5 1 *", "1 2 3 3 2 4 4 1 2 5 1 *"),
  c("0 0 7.5 3 1 12", "0 1 7.5 2 1 11"), c("1 2 1 2", "2 1 2 1"))
for (d in data) for (metric in c("NOMINAL", "ORDINAL", "INTERVAL", "RATIO")) {
  x <- suppressWarnings(do.call(rbind, lapply(strsplit(d, " "), as.numeric)))
  cat(nrow(x), paste(d, collapse = "/"), metric, num(alpha(x, metric)), sep = ",")
  cat("\n")
}
