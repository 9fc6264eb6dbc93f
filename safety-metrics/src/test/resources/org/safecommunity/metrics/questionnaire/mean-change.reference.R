# Writes mean-change.reference.csv. Run: Rscript mean-change.reference.R
digits <- function(x) format(x, digits = 17, trim = TRUE)
pairs <- list(sheet = list(c(62, 55, 70, 48, 66, 59, 80, 73), c(66, 58, 69, 55, 72, 61, 83, 79), 6),
  sleep = list(sleep$extra[1:10], sleep$extra[11:20], 2), small = list(c(1.5, 2, 3, 4), c(1.4, 2.2, 3.1, 3.9), 0.5))
rows <- do.call(rbind, lapply(names(pairs), function(name) {
  b <- pairs[[name]][[1]]; a <- pairs[[name]][[2]]; m <- pairs[[name]][[3]]
  t <- t.test(a, b, paired = TRUE)
  p <- max(t.test(a, b, paired = TRUE, mu = -m, alternative = "greater")$p.value,
    t.test(a, b, paired = TRUE, mu = m, alternative = "less")$p.value)
  narrow <- t.test(a, b, paired = TRUE, conf.level = 0.9)$conf.int
  data.frame(name = name, before = paste(b, collapse = " "), after = paste(a, collapse = " "), change = digits(unname(t$estimate)),
    se = digits(t$stderr), lower = digits(t$conf.int[1]), upper = digits(t$conf.int[2]), t = digits(unname(t$statistic)),
    p = digits(t$p.value), margin = m, tost = digits(p), lower90 = digits(narrow[1]), upper90 = digits(narrow[2]))
}))
con <- file("mean-change.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ", t.test(after, before, paired = TRUE); TOST by two one-sided calls with mu = -margin, margin; ",
  "relative tolerance 1e-9; ", Sys.Date()), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE)
close(con)
