# Crude rates with exact limits. Run: Rscript crude-rate.reference.R
num <- function(v) sprintf("%.17g", v)
lines <- "events,personTime,level,side,rate,lower,upper"
for (case in list(c(12, 52720), c(1, 9.5), c(0, 100), c(3, 1250000), c(7, 1e-3), c(100000, 1.4e9)))
  for (level in c("0.9", "0.95", "0.99")) for (side in c("BOTH", "LOWER", "UPPER")) {
    alternative <- c(BOTH = "two.sided", LOWER = "greater", UPPER = "less")[[side]]
    t <- poisson.test(case[1], case[2], r = max(case[1], 1) / case[2], alternative = alternative, conf.level = as.numeric(level))
    lines <- c(lines, paste(num(case[1]), num(case[2]), level, side, num(t$estimate), num(t$conf.int[1]),
      num(t$conf.int[2]), sep = ","))
  }
writeLines(c(
  "# program: R (base, stats)",
  paste0("# version: ", R.version$major, ".", R.version$minor),
  "# call: poisson.test(events, personTime, r, alternative, conf.level = level); r does not enter the limits",
  paste0("# date: ", Sys.Date()),
  "# relative tolerance: 1e-12; Inf is an unbounded end",
  gsub("Inf", "Infinity", lines)), "crude-rate.reference.csv")
