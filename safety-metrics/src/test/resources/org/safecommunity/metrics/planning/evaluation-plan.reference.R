# Writes evaluation-plan.reference.csv. Run: Rscript evaluation-plan.reference.R   (base R)
digits <- function(x) format(as.numeric(x), digits = 17, trim = TRUE)
error <- function(formula, data, term, dispersion) {
  fit <- suppressWarnings(glm(formula, family = poisson, data = data, control = list(epsilon = 1e-15, maxit = 200)))
  sqrt(dispersion * summary(fit, dispersion = 1)$cov.scaled[term, term])
}
power <- function(log, se, alpha, sides) {
  z <- qnorm(1 - alpha / sides)
  pnorm(abs(log) / se - z) + if (sides == 2) pnorm(-abs(log) / se - z) else 0
}
series <- expand.grid(m = c(5, 30), trend = c(1, 0.99), level = c(0.7, 1.3), slope = c(1, 0.98), dispersion = c(1, 1.8),
  season = c(0, 12))
series$before <- rep(c(24, 48, 60), length.out = nrow(series))
series$after <- rep(c(12, 24), length.out = nrow(series))
series$sides <- rep(c(2, 2, 1), length.out = nrow(series))
rows <- do.call(rbind, lapply(seq_len(nrow(series)), function(i) {
  p <- series[i, ]
  place <- seq(-p$before, p$after - 1)
  d <- data.frame(place, on = as.numeric(place >= 0), since = pmax(0, place), season = factor(place %% 12))
  d$mu <- p$m * p$trend^place * ifelse(place >= 0, p$level * p$slope^place, 1)
  se <- error(if (p$season > 0) mu ~ place + on + since + season else mu ~ place + on + since, d, "on", p$dispersion)
  data.frame(plan = "interrupted", p, se = digits(se), power = digits(power(log(p$level), se, 0.05, p$sides)))
}))
did <- data.frame(ratio = c(0.8, 0.5, 1.4), treated = c(200, 30, 55), comparison = c(400, 45, 500), after = c(1, 2, 0.5),
  change = c(1, 0.9, 1.2), dispersion = c(1, 2, 1.3))
rows2 <- do.call(rbind, lapply(seq_len(nrow(did)), function(i) {
  p <- did[i, ]
  d <- data.frame(treated = c(1, 1, 0, 0), after = c(0, 1, 0, 1))
  d$mu <- c(p$treated, p$treated * p$after * p$change * p$ratio, p$comparison, p$comparison * p$after * p$change)
  se <- error(mu ~ treated * after, d, "treated:after", p$dispersion)
  data.frame(plan = "did", m = p$treated, trend = p$comparison, level = p$ratio, slope = p$after, dispersion = p$dispersion,
    season = 0, before = p$change, after = 0, sides = 2, se = digits(se), power = digits(power(log(p$ratio), se, 0.05, 2)))
}))
con <- file("evaluation-plan.reference.csv", "w", encoding = "UTF-8")
writeLines(c(paste0("# ", R.version.string, ", base: glm of the expected events, vcov, pnorm; relative tolerance 1e-8; calls in ",
  "evaluation-plan.reference.R; ", Sys.Date()),
  "# did: m and trend are the events before (treated, comparison), slope the person-time after over before, before the change"), con)
write.csv(rbind(rows, rows2), con, row.names = FALSE, quote = FALSE)
close(con)
