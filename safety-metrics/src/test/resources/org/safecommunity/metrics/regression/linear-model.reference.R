# Writes linear-model.reference.csv. Run: Rscript linear-model.reference.R   (R with sandwich)
library(sandwich)
rows <- list()
add <- function(model, covariance, quantity, column, value)
  rows[[length(rows) + 1]] <<- data.frame(model = model, covariance = covariance, quantity = quantity, column = column,
    value = format(value, digits = 17, trim = TRUE))
report <- function(model, fit) {
  s <- summary(fit)$coefficients
  for (i in seq_len(nrow(s))) {
    add(model, "model", "coefficient", rownames(s)[i], s[i, 1])
    add(model, "model", "standard-error", rownames(s)[i], s[i, 2])
    add(model, "model", "statistic", rownames(s)[i], s[i, 3])
    add(model, "model", "p-value", rownames(s)[i], s[i, 4])
  }
  add(model, "model", "rss", "", deviance(fit))
  add(model, "model", "leverage-first", "", hatvalues(fit)[[1]])
}
covariances <- function(model, fit, wanted) for (form in wanted) {
  v <- switch(form, hc0 = vcovHC(fit, type = "HC0"), hc1 = vcovHC(fit, type = "HC1"),
    NeweyWest(fit, lag = as.integer(sub(".*:", "", form)), prewhite = FALSE, adjust = FALSE))
  for (i in seq_len(nrow(v))) add(model, form, "standard-error", rownames(v)[i], sqrt(v[i, i]))
}
# rates of statistics sheet T5
rates <- data.frame(time = 2010:2019, y = log(c(52.1, 50.4, 49.9, 47.0, 46.2, 44.1, 43.5, 41.0, 40.2, 38.9)))
f <- lm(y ~ time, rates); report("rates", f); covariances("rates", f, c("hc0", "hc1", "newey-west:2"))
w <- c(1, 2, 1, 0.5, 1, 1, 3, 1, 1, 1)
f <- lm(y ~ time, rates, weights = w); report("rates-weighted", f); covariances("rates-weighted", f, c("hc0", "hc1"))
# drivers killed per month, R datasets::Seatbelts: law, time, months since the law, least squares of the logarithm
s <- as.data.frame(Seatbelts)
d <- data.frame(y = log(s$DriversKilled), time = 1:192, law = s$law, after = pmax(0, 1:192 - 170))
f <- lm(y ~ law + time + after, d); report("seatbelts", f); covariances("seatbelts", f, c("hc0", "newey-west:12"))
con <- file("linear-model.reference.csv", "w", encoding = "UTF-8")
writeLines(c(paste0("# ", R.version.string, ", sandwich ", packageVersion("sandwich"),
  "; calls in linear-model.reference.R; ", Sys.Date(), "; relative tolerance 1e-9")), con)
write.csv(do.call(rbind, rows), con, row.names = FALSE, quote = FALSE)
close(con)
