# Kappa of two raters. Run: Rscript cohen.reference.R > cohen.reference.csv
# Standard errors by the delta method of the multinomial law, derivatives by the complex step; the unweighted ones are
# compared with psych::cohen.kappa on the way. (psych's interval of weighted kappa uses another formula and is not followed:
# the definition here is that of Fleiss, Cohen & Everitt 1969, as in vcd::Kappa.)
suppressPackageStartupMessages(library(psych))
num <- function(v) sprintf("%.17g", v)
cat("# program: R (base; psych ", as.character(packageVersion("psych")), " for comparison)\n", sep = "")
cat("# version: ", R.version$major, ".", R.version$minor, "\n", sep = "")
cat("# call: Im(kappa(p + 1e-30i)) / 1e-30 as gradient g; sqrt((sum(p g^2) - sum(p g)^2) / n); qnorm\n")
cat("# date: ", format(Sys.Date()), "\n", sep = "")
cat("# relative tolerance: 1e-9. Also printed elsewhere: 20 5 / 10 15 0.4 (0.15109, 0.64891); 53 5 2 / 11 14 5 / 1 6 3\n")
cat("# 0.42857 (0.07596), linear 0.49231 (0.07173), quadratic 0.56667 (0.07872); four classes 29/54, 0.682203, 0.808282\n")
cat("weights,counts,level,value,standardError,lower,upper,z,pValue\n")
kappa <- function(p, w) {
  e <- sum(w * outer(rowSums(p), colSums(p)))
  (sum(w * p) - e) / (1 - e)
}
error <- function(p, w, n) {
  g <- p
  for (i in seq_along(p)) {
    q <- p + 0i
    q[i] <- q[i] + 1e-30i
    g[i] <- Im(kappa(q, w)) / 1e-30
  }
  sqrt((sum(p * g^2) - sum(p * g)^2) / n)
}
tables <- list(
  c(20, 5, 10, 15), c(53, 5, 2, 11, 14, 5, 1, 6, 3), c(11, 3, 1, 0, 2, 9, 4, 0, 0, 3, 8, 2, 0, 0, 2, 5),
  c(0, 7, 6, 0), c(3, 0, 1, 0, 0, 0, 2, 0, 9), c(400, 12, 9, 33))
for (t in tables) {
  k <- sqrt(length(t)); x <- matrix(t, k, byrow = TRUE); n <- sum(x); p <- x / n
  d <- abs(outer(1:k, 1:k, "-")) / (k - 1)
  for (weights in c("NONE", "LINEAR", "QUADRATIC")) for (level in c(0.95, 0.9)) {
    w <- switch(weights, NONE = diag(k), LINEAR = 1 - d, QUADRATIC = 1 - d^2)
    value <- kappa(p, w); se <- error(p, w, n)
    if (weights == "NONE") stopifnot(abs(suppressWarnings(cohen.kappa(x))$var.kappa - se^2) < 1e-9)
    se0 <- error(outer(rowSums(p), colSums(p)), w, n)
    z <- if (level == 0.95) qnorm(0.975) else qnorm(0.95)
    cat(weights, paste(t, collapse = " "), level, num(value), num(se), num(max(-1, value - z * se)),
      num(min(1, value + z * se)), num(value / se0), num(2 * pnorm(-abs(value / se0))), sep = ",")
    cat("\n")
  }
}
