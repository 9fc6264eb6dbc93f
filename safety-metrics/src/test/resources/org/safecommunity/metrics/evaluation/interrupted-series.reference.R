# Writes interrupted-series.reference.csv. Run: Rscript interrupted-series.reference.R   (R with MASS, sandwich)
library(MASS)
library(sandwich)
full <- glm.control(epsilon = 1e-15, maxit = 200)
digits <- function(x) format(x, digits = 17, trim = TRUE)
text <- function(x) paste(format(x, digits = 15, trim = TRUE), collapse = " ")
put <- function(file, rows, calls) {
  con <- file(file, "w", encoding = "UTF-8")
  writeLines(paste0("# ", R.version.string, ", MASS ", packageVersion("MASS"), ", sandwich ", packageVersion("sandwich"), ": ",
    calls, "; calls in interrupted-series.reference.R; ", Sys.Date()), con)
  write.csv(rows, con, row.names = FALSE, quote = FALSE, na = "")
  close(con)
}

belts <- data.frame(Seatbelts)
rows <- list()
its <- function(name, y, person, t, at, season, family, covariance) {
  d <- data.frame(y = y, n = person, t = t, law = as.numeric(t >= at), after = pmax(0, t - at))
  f <- "y ~ t + law + after + offset(log(n))"
  if (season > 0) { d$s <- factor((t - 1) %% season); f <- paste(f, "+ s") }
  m <- if (family == "negative-binomial") {
    # alternate theta at the fitted means and the coefficients until both stand still
    theta <- glm.nb(as.formula(f), d, control = full)$theta
    for (i in 1:200) { m <- glm(as.formula(f), negative.binomial(theta), d, control = full)
      next_theta <- as.numeric(theta.ml(d$y, fitted(m), limit = 500, eps = 1e-13)); if (abs(next_theta / theta - 1) < 1e-14) break; theta <- next_theta }
    m
  } else glm(as.formula(f), if (family == "poisson") poisson() else quasipoisson(), d, control = full)
  x <- model.matrix(m); mu <- as.numeric(fitted(m))
  w <- if (family == "negative-binomial") mu / (1 + mu / theta) else mu
  bread <- solve(crossprod(x * sqrt(w)))
  phi <- sum((y - mu)^2 / if (family == "negative-binomial") mu + mu^2 / theta else mu) / m$df.residual
  v <- switch(covariance,
    model = bread * if (family == "quasi-poisson") phi else 1,
    hc0 = sandwich(m),
    # NeweyWest of package sandwich: Bartlett weights, neither prewhitened nor adjusted
    NeweyWest(m, lag = as.numeric(sub("newey-west:", "", covariance)), prewhite = FALSE, adjust = FALSE))
  byT <- family == "quasi-poisson"
  q <- if (byT) qt(0.975, m$df.residual) else qnorm(0.975)
  b <- coef(m); se <- sqrt(diag(v))
  x0 <- x; x0[, c("law", "after")] <- 0
  mu0 <- as.numeric(n0 <- person * exp(x0 %*% b)); post <- t >= at
  averted <- sum(mu0[post] - mu[post])
  g <- colSums(x0[post, , drop = FALSE] * mu0[post]) - colSums(x[post, , drop = FALSE] * mu[post])
  e <- residuals(m, "deviance"); n <- length(e)
  box <- Box.test(e, lag = 1, type = "Ljung-Box")
  lagged <- function(k) acf(e, lag.max = k, plot = FALSE)$acf[k + 1]
  stat <- b / se
  data.frame(case = name, events = text(y), person_time = text(person), times = text(t), at = at, season = season, family = family,
    covariance = covariance, level = digits(exp(b["law"])), level_lower = digits(exp(b["law"] - q * se["law"])),
    level_upper = digits(exp(b["law"] + q * se["law"])), level_statistic = digits(stat["law"]),
    slope = digits(exp(b["after"])), slope_error = digits(se["after"]), trend = digits(exp(b["t"])), trend_error = digits(se["t"]),
    dispersion = digits(phi), r1 = digits(lagged(1)), box = digits(as.numeric(box$statistic)), box_p = digits(pchisq(as.numeric(box$statistic), 1, lower.tail = FALSE)),
    durbin_watson = digits(sum(diff(e)^2) / sum(e^2)), seasonal = if (season > 1) digits(lagged(season)) else "",
    averted = digits(averted), averted_error = digits(sqrt(as.numeric(t(g) %*% v %*% g))),
    expected_end = digits(mu0[length(mu0)]), fitted_end = digits(mu[length(mu)]))
}
killed <- as.numeric(belts$DriversKilled); km <- as.numeric(belts$kms); van <- as.numeric(belts$VanKilled); t <- 1:192
years <- c(41, 38, 44, 36, 39, 41, 35, 37, 25, 27, 22, 24, 19, 21)
people <- c(50.1, 50.4, 51, 51.2, 51.9, 52, 52.4, 53, 53.3, 53.1, 54, 54.2, 54.9, 55)
rows <- rbind(
  its("belt", killed, km, t, 170, 12, "quasi-poisson", "model"),
  its("belt", killed, km, t, 170, 12, "quasi-poisson", "newey-west:12"),
  its("belt", killed, km, t, 170, 12, "poisson", "hc0"),
  its("belt", killed, km, t, 170, 0, "quasi-poisson", "model"),
  its("belt", killed, rep(1, 192), t, 170, 12, "negative-binomial", "model"),
  its("van", van, rep(1, 192), t, 170, 12, "poisson", "model"),
  its("belt", killed, km, t, 170, 0, "negative-binomial", "newey-west:6"),
  its("years", years, people, 2008:2021, 2016, 0, "poisson", "model"),
  its("gap", years[-c(3, 12)], people[-c(3, 12)], (2008:2021)[-c(3, 12)], 2016, 0, "quasi-poisson", "hc0"))
put("interrupted-series.reference.csv", rows, "glm(), glm.nb(), sandwich(), NeweyWest(prewhite = FALSE, adjust = FALSE), Box.test(), acf(); relative tolerance 1e-8")

