# Size of a group to find a difference of two means: power.t.test of R, exact by the non-central t distribution.
rows <- NULL
for (d in c(0.2, 0.35, 0.5, 0.8)) for (power in c(0.8, 0.9)) for (alpha in c(0.05, 0.01))
  rows <- rbind(rows, data.frame(difference = d, power, alpha, size = format(power.t.test(delta = d, sd = 1, sig.level = alpha, power = power, tol = 1e-12)$n, digits = 15)))
f <- "two-groups-plan.reference.csv"
writeLines(paste0("# R ", getRversion(), ": power.t.test(delta, sd = 1, sig.level, power); absolute tolerance 0.15 persons, because Guenther's formula is an approximation; ", Sys.Date()), f)
suppressWarnings(write.table(rows, f, append = TRUE, sep = ",", quote = FALSE, row.names = FALSE))
