# Delphi statistics and exact distributions of LEC scores. Rscript uncertain.reference.R delphi|experts > NAME.reference.csv
what <- commandArgs(trailingOnly = TRUE)[1]
number <- function(x) paste(sprintf("%.17g", x), collapse = ",")
if (what == "delphi") {
  cat(sprintf("# R %s, mean, sd, quantile(type = 7), exp(mean(log(x))), %s\n", getRversion(), Sys.Date()))
  cat("section,ratings,mean,sd,cv,median,q1,q3,geometric,from4\n")
  for (x in list(c(3, 4, 4, 4, 5, 4, 3, 4, 5, 4), c(1, 2, 5, 5), c(2, 3, 3, 4, 5, 5, 1), c(5, 5, 5), c(1, 5)))
    cat("15,", paste(x, collapse = " "), ",", number(c(mean(x), sd(x), sd(x) / mean(x), median(x),
      quantile(x, c(.25, .75), type = 7), exp(mean(log(x))), mean(x >= 4))), "\n", sep = "")
} else {
  cat(sprintf("# R %s, expand.grid and tapply, bands of LEC closed below, %s\n", getRversion(), Sys.Date()))
  cat("section,l,e,c,mean,variance,slight,possible,significant,high,extreme\n")
  parse <- function(text) { p <- strsplit(strsplit(text, " ")[[1]], ":"); list(v = sapply(p, function(a) as.numeric(a[1])), w = sapply(p, function(a) as.numeric(a[2]))) }
  for (case in list(c("1:.3 3:.5 6:.2", "6:1", "7:.6 15:.4"), c("0.1:.5 10:.5", "0.5:.25 2:.75", "1:.2 40:.3 100:.5"),
                    c("10:1", "2:.5 1:.5", "1:.5 7:.5"))) {
    f <- lapply(case, parse)
    d <- expand.grid(f[[1]]$v, f[[2]]$v, f[[3]]$v); w <- expand.grid(f[[1]]$w, f[[2]]$w, f[[3]]$w)
    score <- round(apply(d, 1, prod), 10); share <- apply(w, 1, prod); m <- sum(score * share)
    band <- cut(score, c(0, 20, 70, 160, 320, Inf), right = FALSE)
    cat("13,", paste(case, collapse = ","), ",", number(c(m, sum((score - m)^2 * share), tapply(share, band, sum, default = 0))), "\n", sep = "")
  }
}
