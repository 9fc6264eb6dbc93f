# Kendall's W. Run: Rscript kendall.reference.R > kendall.reference.csv
num <- function(v) sprintf("%.17g", v)
cat("# program: R (stats)\n")
cat("# version: ", R.version$major, ".", R.version$minor, "\n", sep = "")
cat("# call: friedman.test(raters x items)$statistic / (m (n - 1)); $p.value\n")
cat("# date: ", format(Sys.Date()), "\n", sep = "")
cat("# relative tolerance: 1e-9. Also computed elsewhere: 4 raters 0.864286, 17.2857, 0.003989; with ties 0.943894, 14.1584\n")
cat("ratings,value,statistic,pValue\n")
data <- list(
  c("1 2 3 4 5 6", "2 1 3 4 6 5", "1 3 2 5 4 6", "1 2 4 3 5 6"),
  c("5 4 4 3 2 1", "5 5 3 3 2 1", "4 5 3 2 2 1"),
  c("0.5 0.5 0.5 0.5 1", "3 3 3 3 3", "10 20 30 40 50"),
  c("1 2 3 4 5 6 7 8 9", "9 8 7 6 5 4 3 2 1"),
  c("12 7 9 9 30 2 2 2 11 8", "10 8 8 9 27 3 1 2 15 9", "14 6 9 10 22 2 3 1 11 7"))
for (d in data) {
  x <- do.call(rbind, lapply(strsplit(d, " "), as.numeric))
  t <- friedman.test(x)
  cat(paste(d, collapse = "/"), num(t$statistic / (nrow(x) * (ncol(x) - 1))), num(t$statistic), num(t$p.value), sep = ",")
  cat("\n")
}
