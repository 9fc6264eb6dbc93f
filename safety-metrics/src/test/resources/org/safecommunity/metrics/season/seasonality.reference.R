# Writes seasonality.reference.csv. Run: Rscript seasonality.reference.R
# Edwards and Roger: the published formulas written out; cosinor by glm at full convergence; Pearson by chisq.test.
digits <- function(x) format(x, digits = 17, trim = TRUE)
text <- function(x) paste(format(x, digits = 15, trim = TRUE), collapse = " ")
full <- glm.control(epsilon = 1e-15, maxit = 100)
season <- function(case, x, n) {
  k <- length(x); mid <- 2 * pi * (seq_len(k) - 0.5) / k
  s <- sum(sqrt(x) * sin(mid)); c <- sum(sqrt(x) * cos(mid)); d <- sqrt(s^2 + c^2) / sum(sqrt(x))
  roger <- 2 * (sum(x * sin(mid))^2 + sum(x * cos(mid))^2) / sum(x)
  a <- cos(mid); b <- sin(mid)
  m <- suppressWarnings(glm(x ~ a + b + offset(log(n)), poisson, control = full)); co <- coef(m); x0 <- model.matrix(m)
  v <- solve(crossprod(x0 * sqrt(fitted(m))))
  amp <- sqrt(co[2]^2 + co[3]^2); g <- c(0, co[2], co[3]) / amp
  wald <- as.numeric(co[2:3] %*% solve(v[2:3, 2:3]) %*% co[2:3])
  pearson <- chisq.test(x, p = n / sum(n))
  data.frame(case = case, counts = text(x), exposure = text(n), edwards = digits(8 * sum(x) * d^2), edwards_amplitude = digits(4 * d),
    edwards_peak = digits((atan2(s, c) * 180 / pi) %% 360), roger = digits(roger), amplitude = digits(amp),
    amplitude_error = digits(sqrt(as.numeric(t(g) %*% v %*% g))), peak = digits((atan2(co[3], co[2]) * 180 / pi) %% 360), wald = digits(wald),
    deviance = digits(deviance(m)), pearson = digits(as.numeric(pearson$statistic)), pearson_p = digits(pearson$p.value))
}
days <- c(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
falls <- c(1668, 1407, 1370, 1309, 1341, 1338, 1406, 1446, 1332, 1363, 1410, 1526)
harm <- c(201, 208, 190, 208, 263, 284, 247, 229, 241, 211, 153, 136)
# [P] the first row agrees with the method sheet: 26.749083981, 0.056236802, 350.776, Roger 27.829808023, Pearson 79.010640813
rows <- rbind(season("falls", falls, rep(1, 12)), season("falls", falls, days), season("harm", harm, rep(1, 12)), season("harm", harm, days * 3),
  season("quarters", c(40, 61, 55, 38), c(90, 91, 92, 92)), season("zero", c(0, 3, 5, 9, 4, 2, 1, 0, 0, 1, 2, 1), days))
con <- file("seasonality.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ": glm(poisson), chisq.test(), Edwards and Roger written out; seasonality.reference.R; ", Sys.Date(),
  "; relative tolerance 1e-9, of the model 1e-8"), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE)
close(con)
