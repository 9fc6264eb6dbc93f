# Intraclass correlations. Run: Rscript icc.reference.R > icc.reference.csv
suppressPackageStartupMessages(library(psych))
num <- function(v) sprintf("%.17g", v)
cat("# program: R (psych ", as.character(packageVersion("psych")), ")\n", sep = "")
cat("# version: ", R.version$major, ".", R.version$minor, "\n", sep = "")
cat("# call: ICC(x, lmer = FALSE, alpha = 1 - level)$results\n")
cat("# date: ", format(Sys.Date()), "\n", sep = "")
cat("# relative tolerance: 1e-9. Printed (Shrout & Fleiss 1979): 0.17, 0.29, 0.71, 0.44, 0.62, 0.91 for the first table\n")
cat("form,ratings,level,value,f,df1,df2,pValue,lower,upper\n")
data <- list(
  c("9 2 5 8", "6 1 3 2", "8 4 6 8", "7 1 2 6", "10 5 6 9", "6 2 4 7"),
  c("3.2 3.1 3.4", "5.5 5.2 5.6", "1.1 1.0 1.6", "4.4 4.1 4.9", "2.2 2.9 2.1"),
  c("1 5", "5 1", "3 2", "2 4"),
  c("1000001 1000002", "1000004 1000004", "1000009 1000007", "1000001 1000003"))
forms <- c("ICC1_1", "ICC2_1", "ICC3_1", "ICC1_K", "ICC2_K", "ICC3_K")
for (d in data) for (level in c(0.95, 0.9)) {
  x <- do.call(rbind, lapply(strsplit(d, " "), as.numeric))
  r <- ICC(x, lmer = FALSE, alpha = if (level == 0.95) 0.05 else 0.1)$results
  for (i in 1:6) {
    # contradicting raters: the form of model 2 for means is above 1 and has no meaning; it is not given here
    if (r$ICC[i] > 1) next
    cat(forms[i], paste(d, collapse = "/"), level, num(r$ICC[i]), num(r$F[i]), r$df1[i], r$df2[i], num(r$p[i]),
      num(r[i, "lower bound"]), num(r[i, "upper bound"]), sep = ",")
    cat("\n")
  }
}
