# Fleiss' kappa. Run: Rscript fleiss.reference.R > fleiss.reference.csv
# The coefficient in its within-item form 1 - sum n_ij (m - n_ij) / (N m (m - 1) sum p q); its variance under no agreement
# beyond chance written with the sums of p^2 and p^3: (sum p q)^2 - sum p q (q - p) = s2 + s2^2 - 2 s3.
num <- function(v) sprintf("%.17g", v)
cat("# program: R (base, stats)\n")
cat("# version: ", R.version$major, ".", R.version$minor, "\n", sep = "")
cat("# call: 1 - sum(x (m - x)) / (N m (m - 1) sum(p q)); sqrt(2 (s2 + s2^2 - 2 s3) / (N m (m - 1))) / (1 - s2)\n")
cat("# date: ", format(Sys.Date()), "\n", sep = "")
cat("# relative tolerance: 1e-9. Also printed elsewhere: 10 items by 14 raters 0.210 (SE 0.016965); diagnoses of Fleiss (1971)\n")
cat("# 0.430, z 17.7\n")
cat("categories,counts,value,standardError,z,pValue\n")
row <- function(k, counts) {
  x <- matrix(counts, ncol = k, byrow = TRUE); N <- nrow(x); m <- sum(x[1, ])
  p <- colSums(x) / (N * m); s2 <- sum(p^2); s3 <- sum(p^3)
  value <- 1 - sum(x * (m - x)) / (N * m * (m - 1) * sum(p * (1 - p)))
  se <- sqrt(2 * (s2 + s2^2 - 2 * s3) / (N * m * (m - 1))) / (1 - s2)
  cat(k, paste(counts, collapse = " "), num(value), num(se), num(value / se), num(2 * pnorm(-abs(value / se))), sep = ",")
  cat("\n")
}
row(5, c(0,0,0,0,14, 0,2,6,4,2, 0,0,3,5,6, 0,3,9,2,0, 2,2,8,1,1, 7,7,0,0,0, 3,2,6,3,0, 2,5,3,2,2, 6,5,2,1,0, 0,2,2,3,7))
row(5, c(0,0,0,6,0, 0,3,0,0,3, 0,1,4,0,1, 0,0,0,0,6, 0,3,0,3,0, 2,0,4,0,0, 0,0,4,0,2, 2,0,3,1,0, 2,0,0,4,0, 0,0,0,0,6,
  1,0,0,5,0, 1,1,0,4,0, 0,3,3,0,0, 1,0,0,5,0, 0,2,0,3,1, 0,0,5,0,1, 3,0,0,1,2, 5,1,0,0,0, 0,2,0,4,0, 1,0,2,0,3,
  0,0,0,0,6, 0,1,0,5,0, 0,2,0,1,3, 2,0,0,4,0, 1,0,0,4,1, 0,5,0,1,0, 4,0,0,0,2, 0,2,0,4,0, 1,0,5,0,0, 0,0,0,0,6))
row(2, c(2,0, 0,2, 1,1, 1,1, 2,0))
row(3, c(3,0,0, 0,3,0, 0,0,3))
row(3, c(1,1,1, 1,1,1, 1,1,1))
