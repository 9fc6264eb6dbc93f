# Writes dispersion.reference.csv: Pearson chi-squared and Dean's score for counts with one rate. Run: Rscript dispersion.reference.R
cases <- list(
  sheet = list(y = c(2, 14, 0, 30, 3, 1, 25, 2, 9, 40), t = c(1000, 3000, 500, 4000, 2500, 800, 3500, 1200, 2200, 6000)),
  null = list(y = c(1, 5, 0, 12, 3, 0, 7, 2), t = c(1000, 3000, 500, 4000, 2500, 800, 3500, 1200)),
  even = list(y = c(20, 21, 19, 22, 18, 20), t = c(1, 1, 1, 1, 1, 1)))
rows <- do.call(rbind, lapply(names(cases), function(name) {
  y <- cases[[name]]$y; t <- cases[[name]]$t
  f <- glm(y ~ 1 + offset(log(t)), poisson, control = glm.control(epsilon = 1e-15, maxit = 100))
  mu <- fitted(f); x2 <- sum((y - mu)^2 / mu); df <- length(y) - 1
  dean <- sum((y - mu)^2 - y) / sqrt(2 * sum(mu^2))
  data.frame(case = name, events = paste(y, collapse = " "), person_time = paste(t, collapse = " "), dispersion = x2 / df,
    statistic = x2, df = df, p = pchisq(x2, df, lower.tail = FALSE), dean = dean, dean_p = pnorm(dean, lower.tail = FALSE))
}))
for (column in c("dispersion", "statistic", "p", "dean", "dean_p")) rows[[column]] <- format(rows[[column]], digits = 16)
con <- file("dispersion.reference.csv", "w", encoding = "UTF-8")
writeLines(c(paste0("# ", R.version.string, ": glm(poisson), pchisq, pnorm; calls in dispersion.reference.R; ", Sys.Date(),
  "; relative tolerance 1e-9")), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE)
close(con)
