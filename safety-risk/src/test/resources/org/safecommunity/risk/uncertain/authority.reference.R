# Authority of experts. Rscript authority.reference.R > authority.reference.csv
d <- data.frame(section = 15, ca = c(0.9, 1, 0.8, 0.5, 0, 0.7), cs = c(0.7, 1, 0.9, 0.3, 0, 0.7))
d$cr <- (d$ca + d$cs) / 2
cat("# ", R.version.string, ", (ca + cs) / 2 as in authority.reference.R, ", format(Sys.Date()), "\n", sep = "")
cat("# formula of the fact sheet on risk methods (section 15, recalled there), values from its two scales\n")
write.csv(format(d, digits = 17, trim = TRUE), row.names = FALSE, quote = FALSE)
