# Proportions with exact limits. Run: Rscript proportion.reference.R
num <- function(v) sprintf("%.17g", v)
lines <- "events,trials,level,side,proportion,standardError,lower,upper"
for (case in list(c(81, 263), c(15, 148), c(0, 20), c(20, 20), c(1, 29), c(999999, 1e6)))
  for (level in c("0.9", "0.95", "0.99")) for (side in c("BOTH", "LOWER", "UPPER")) {
    alternative <- c(BOTH = "two.sided", LOWER = "greater", UPPER = "less")[[side]]
    t <- binom.test(case[1], case[2], alternative = alternative, conf.level = as.numeric(level))
    x <- case[1]; n <- case[2]
    error <- if (x == 0 || x == n) "" else num(sqrt(x / n * ((n - x) / n) / n))
    lines <- c(lines, paste(num(x), num(n), level, side, num(t$estimate), error, num(t$conf.int[1]),
      num(t$conf.int[2]), sep = ","))
  }
writeLines(c(
  "# program: R (base, stats)",
  paste0("# version: ", R.version$major, ".", R.version$minor),
  "# call: binom.test(events, trials, alternative, conf.level = level); standard error sqrt(p * q / n)",
  paste0("# date: ", Sys.Date()),
  "# relative tolerance: 1e-12",
  lines), "proportion.reference.csv")
