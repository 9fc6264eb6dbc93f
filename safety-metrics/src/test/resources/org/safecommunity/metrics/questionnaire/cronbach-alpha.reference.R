# Writes cronbach-alpha.reference.csv. Run: Rscript cronbach-alpha.reference.R   (R with psych)
suppressMessages(library(psych))
digits <- function(x) format(x, digits = 17, trim = TRUE)
likert <- do.call(rbind, lapply(strsplit(c("4544", "3323", "5545", "2122", "4453", "3233", "5455", "1212", "4344", "3432"), ""),
  as.numeric))
scales <- list(attitude = as.matrix(attitude), likert = likert, cars = as.matrix(mtcars[c("mpg", "drat", "qsec")]),
  against = cbind(likert[, 1:3], 6 - likert[, 4]))
rows <- do.call(rbind, lapply(names(scales), function(name) {
  x <- scales[[name]]
  colnames(x) <- paste0("q", seq_len(ncol(x)))
  result <- suppressMessages(suppressWarnings(psych::alpha(x, check.keys = FALSE, warnings = FALSE)))
  a <- result$total$raw_alpha
  n <- nrow(x); k <- ncol(x)
  # Feldt's limits; psych::alpha.ci rounds them
  limits <- 1 - (1 - a) * qf(c(0.975, 0.025), n - 1, (n - 1) * (k - 1))
  data.frame(scale = name, answers = paste(apply(x, 1, function(r) paste(r, collapse = " ")), collapse = ";"), alpha = digits(a),
    standardised = digits(result$total$std.alpha), ase = digits(result$total$ase), lower = digits(limits[1]),
    upper = digits(limits[2]), deleted = paste(digits(result$alpha.drop$raw_alpha), collapse = " "),
    rest = paste(digits(result$item.stats$r.drop), collapse = " "))
}))
con <- file("cronbach-alpha.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ", psych ", packageVersion("psych"), ": alpha(check.keys = FALSE), Feldt limits by qf(...); ",
  "relative tolerance 1e-9; ", Sys.Date()), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE)
close(con)
