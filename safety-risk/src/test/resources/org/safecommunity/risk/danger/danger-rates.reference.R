# Shares of a hidden-danger ledger in percent, and the median age of what is open.
counts <- data.frame(part = c(41, 36, 0, 54, 1, 2), whole = c(54, 41, 10, 54, 3, 7))
counts$percent <- 100 * counts$part / counts$whole
cat("# R ", as.character(getRversion()), ", 100 * part / whole, ", format(Sys.Date()), "\n", sep = "")
write.csv(cbind(section = 10, format(counts, digits = 17, trim = TRUE)), row.names = FALSE, quote = FALSE)
