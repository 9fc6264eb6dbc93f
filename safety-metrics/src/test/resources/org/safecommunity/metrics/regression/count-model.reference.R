# Writes count-model.data.csv and count-model.reference.csv beside this script.
# Run: Rscript count-model.reference.R   (R with MASS and sandwich)
library(MASS)
library(sandwich)
full <- glm.control(epsilon = 1e-15, maxit = 200)

# --- data -----------------------------------------------------------------------------------------------------------
# doctors: Doll & Hill 1966, by way of Breslow & Day 1987. belgium: Venables & Ripley 2002. trend: made up.
# quine: Aitkin 1978, R MASS::quine. seatbelts: Harvey & Durbin 1986, R datasets::Seatbelts. pairs: made up, many zeros.
doctors <- data.frame(case = "doctors", y = c(32, 104, 206, 186, 102, 2, 12, 28, 28, 31),
  person_time = c(52407, 43248, 28612, 12663, 5317, 18790, 10673, 5710, 2585, 1462),
  time = 0, a = rep(c("smoker", "non-smoker"), each = 5), b = rep(c("35-44", "45-54", "55-64", "65-74", "75-84"), 2),
  weight = 1)
belgium <- data.frame(case = "belgium", y = c(12, 14, 33, 50, 67, 74, 123, 141, 165, 204, 253, 246, 240),
  person_time = 1, time = 1:13, a = "", b = "", weight = c(1, 0.5, 2, 1, 1, 1, 0.25, 1, 3, 1, 1, 1, 0.75))
trend <- data.frame(case = "trend", y = c(12, 15, 21, 30), person_time = c(1000, 1000, 1100, 1200), time = 0:3,
  a = "", b = "", weight = 1)
quine0 <- data.frame(case = "quine", y = quine$Days, person_time = 1, time = 0, a = as.character(quine$Sex),
  b = as.character(quine$Age), weight = 1)
sb <- as.data.frame(Seatbelts)
seatbelts <- data.frame(case = "seatbelts", y = sb$DriversKilled, person_time = sb$kms, time = 1:192,
  a = as.character(sb$law), b = as.character(rep(1:12, 16)), weight = 1)
pairs <- data.frame(case = "pairs", y = c(0, 3, 0, 1, 0, 0, 7, 2, 0, 11, 0, 1), person_time = c(1, 2, 1, 1, 3, 1, 2, 1, 1, 2, 1, 2),
  time = c(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), a = rep(c("p", "q", "r", "s"), 3), b = "", weight = 1)
all <- rbind(doctors, belgium, trend, quine0, seatbelts, pairs)
con <- file("count-model.data.csv", "w", encoding = "UTF-8")
writeLines("# data of count-model.reference.csv; sources in count-model.reference.R", con)
all$person_time <- format(all$person_time, digits = 15, trim = TRUE, scientific = FALSE)
write.csv(all, con, row.names = FALSE, quote = FALSE)
close(con)

# --- fits -----------------------------------------------------------------------------------------------------------
rows <- list()
add <- function(model, covariance, quantity, column, value)
  rows[[length(rows) + 1]] <<- data.frame(model = model, covariance = covariance, quantity = quantity, column = column,
    value = format(value, digits = 17, trim = TRUE))
# our names of R's columns: factor=level, first:second
named <- function(names) {
  parts <- strsplit(names, ":", fixed = TRUE)
  sapply(parts, function(p) paste(sub("^(a|b)(.+)$", "\\1=\\2", p), collapse = ":"))
}
covariances <- function(model, fit, wanted, cluster) {
  for (form in wanted) {
    v <- switch(form, hc0 = vcovHC(fit, type = "HC0"), hc1 = vcovHC(fit, type = "HC1"),
      cluster = vcovCL(fit, cluster = cluster, type = "HC0", cadjust = TRUE),
      NeweyWest(fit, lag = as.integer(sub(".*:", "", form)), prewhite = FALSE, adjust = FALSE))
    for (i in seq_len(nrow(v))) add(model, form, "standard-error", named(rownames(v))[i], sqrt(v[i, i]))
    add(model, form, "covariance-last-first", "", v[nrow(v), 1])
  }
}
report <- function(model, fit, dispersion = NULL) {
  s <- if (is.null(dispersion)) summary(fit) else summary(fit, dispersion = dispersion)
  names <- named(rownames(s$coefficients))
  for (i in seq_along(names)) {
    add(model, "model", "coefficient", names[i], s$coefficients[i, 1])
    add(model, "model", "standard-error", names[i], s$coefficients[i, 2])
    add(model, "model", "statistic", names[i], s$coefficients[i, 3])
    # recomputed: summary() loses small p-values only in print, not in value
    add(model, "model", "p-value", names[i], s$coefficients[i, 4])
  }
  add(model, "model", "deviance", "", deviance(fit))
  add(model, "model", "pearson", "", sum(residuals(fit, "pearson")^2))
  add(model, "model", "covariance-last-first", "", s$cov.scaled[nrow(s$cov.scaled), 1])
  add(model, "model", "leverage-first", "", hatvalues(fit)[[1]])
  add(model, "model", "deviance-residual-first", "", residuals(fit, "deviance")[[1]])
}
likelihood <- function(model, fit) {
  add(model, "model", "log-likelihood", "", as.numeric(logLik(fit)))
  add(model, "model", "aic", "", AIC(fit))
}
# negative binomial at full convergence: coefficients by glm for given theta, theta by the root of its score
nb <- function(formula, data) {
  # digamma(theta + y) - digamma(theta) as a sum: no digits are lost for large theta
  score <- function(theta, y, mu)
    sum(sapply(y, function(k) if (k == 0) 0 else sum(1 / (theta + 0:(k - 1)))) - log1p(mu / theta) + (mu - y) / (mu + theta))
  theta <- glm.nb(formula, data = data, control = full)$theta
  fit <- NULL
  for (i in 1:60) {
    fit <- glm(formula, data = data, family = negative.binomial(theta), control = full, start = coef(fit))
    theta <- uniroot(score, c(theta / 2, theta * 2), y = fit$y, mu = fitted(fit), tol = 1e-15)$root
  }
  list(fit = glm(formula, data = data, family = negative.binomial(theta), control = full, start = coef(fit)), theta = theta)
}
report_nb <- function(model, formula, data, wanted = NULL, cluster = NULL) {
  r <- nb(formula, data)
  report(model, r$fit, 1)
  y <- r$fit$y; mu <- fitted(r$fit); th <- r$theta
  information <- -sum(trigamma(th + y) - trigamma(th) + 1 / th - 2 / (th + mu) + (y + th) / (mu + th)^2)
  add(model, "model", "theta", "", th)
  add(model, "model", "theta-standard-error", "", 1 / sqrt(information))
  ll <- sum(dnbinom(y, size = th, mu = mu, log = TRUE))
  add(model, "model", "log-likelihood", "", ll)
  add(model, "model", "aic", "", 2 * (length(coef(r$fit)) + 1) - 2 * ll)
  lr <- 2 * (ll - as.numeric(logLik(glm(formula, data = data, family = poisson, control = full))))
  add(model, "model", "likelihood-ratio", "", lr)
  add(model, "model", "likelihood-ratio-p", "", pchisq(lr, 1, lower.tail = FALSE) / 2)
  covariances(model, r$fit, wanted, cluster)
}

d <- doctors; d$a <- relevel(factor(d$a), "non-smoker"); d$b <- factor(d$b)
f <- glm(y ~ a + b + offset(log(person_time)), poisson, d, control = full)
report("doctors-poisson", f); likelihood("doctors-poisson", f)
covariances("doctors-poisson", f, c("hc0", "hc1", "cluster"), d$b)
f <- glm(y ~ a * b + offset(log(person_time)), quasipoisson, d[d$b %in% c("35-44", "45-54", "55-64"), ], control = full)
for (i in seq_along(coef(f))) add("doctors-saturated", "model", "coefficient", named(names(coef(f)))[i], coef(f)[i])
b <- belgium; b$time2 <- b$time^2
f <- glm(y ~ time, poisson, b, control = full)
report("belgium-linear", f); likelihood("belgium-linear", f)
covariances("belgium-linear", f, c("hc0", "hc1", "newey-west:3"), NULL)
f <- glm(y ~ time + time2, poisson, b, control = full); report("belgium-quadratic", f); likelihood("belgium-quadratic", f)
f <- glm(y ~ time + time2, quasipoisson, b, weights = weight, control = full); report("belgium-weighted", f)
covariances("belgium-weighted", f, c("hc0", "hc1"), NULL)
f <- glm(y ~ time + offset(log(person_time)), poisson, trend, control = full); report("trend-poisson", f); likelihood("trend-poisson", f)
f <- glm(y ~ time + offset(log(person_time)), quasipoisson, trend, control = full); report("trend-quasi", f)
q <- quine0; q$a <- relevel(factor(q$a), "F"); q$b <- relevel(factor(q$b), "F0")
f <- glm(y ~ a + b, quasipoisson, q, control = full); report("quine-quasi", f)
covariances("quine-quasi", f, c("hc0", "hc1", "cluster"), q$b)
report_nb("quine-nb", y ~ a + b, q, c("hc0", "hc1"))
report_nb("quine-nb-interaction", y ~ a * b, q)
p <- pairs; p$a <- factor(p$a)
report_nb("pairs-nb", y ~ time + offset(log(person_time)), p, c("hc0", "cluster", "newey-west:2"), p$a)
s <- seatbelts; s$a <- factor(s$a); s$b <- factor(as.integer(s$b))
f <- glm(y ~ a + time + b + offset(log(person_time)), quasipoisson, s, control = full); report("seatbelts-quasi", f)
covariances("seatbelts-quasi", f, c("hc0", "newey-west:12"), NULL)

con <- file("count-model.reference.csv", "w", encoding = "UTF-8")
writeLines(c(
  paste0("# ", R.version.string, ", MASS ", packageVersion("MASS"), ", sandwich ", packageVersion("sandwich"),
    "; calls in count-model.reference.R; ", Sys.Date()),
  "# glm(control = glm.control(epsilon = 1e-15)); negative binomial at full convergence, p by z; relative tolerance 1e-8"), con)
write.csv(do.call(rbind, rows), con, row.names = FALSE, quote = FALSE)
close(con)
