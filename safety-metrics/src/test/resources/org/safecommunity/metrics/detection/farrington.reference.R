# Writes farrington.reference.csv. Run: Rscript farrington.reference.R   (R with surveillance)
# alpha is one-sided here; algo.farrington takes the two-sided one, so it is called with 2 * alpha. glm of surveillance stops
# at a relative change of the deviance of 1e-8, and its covariance is that of the step before; it is run for 60 steps instead.
# The flexible form keeps its trend (pThresholdTrend = 1), as in the paper.
suppressMessages(library(surveillance))
ns <- asNamespace("surveillance")
full <- glm.control(epsilon = 1e-30, maxit = 60)
tight <- function(formula, data, family, weights = rep(1, nrow(data))) {
  data$omega <- weights; environment(formula) <- environment()
  m <- suppressWarnings(stats::glm(formula, family = family, data = data, weights = omega, control = full)); m$converged <- TRUE; m
}
tight_fit <- function(x, y, family, weights = rep(1, length(y))) {
  m <- suppressWarnings(stats::glm.fit(x, y, weights = weights, family = family, control = full)); m$converged <- TRUE; m
}
for (f in c("algo.farrington.fitGLM.fast", "algo.farrington.fitGLM.flexible")) {
  g <- get(f, ns); e <- new.env(parent = ns); e$glm <- tight; e$glm.fit <- tight_fit; environment(g) <- e
  unlockBinding(f, ns); assign(f, g, ns); lockBinding(f, ns)
}
digits <- function(x) ifelse(is.na(x), "NA", format(x, digits = 17, trim = TRUE))
text <- function(x) paste(digits(x), collapse = " ")
data(salmonella.agona); agona <- as.numeric(salmonella.agona$observed)
set.seed(20)
t <- 1:330
season <- rnbinom(330, mu = 20 * exp(0.4 * cos(2 * pi * t / 52) + 0.002 * t), size = 8); season[300:303] <- season[300:303] + c(40, 80, 60, 30)
data(measlesDE); monthly <- round(tapply(season, (t - 1) %/% 4.34, sum)[1:75])
rows <- NULL
classic <- function(name, y, freq, b, w, alpha, range) {
  d <- create.disProg(week = seq_along(y), observed = y, state = rep(0, length(y)), freq = freq)
  r <- suppressWarnings(algo.farrington(d, control = list(range = range, b = b, w = w, alpha = 2 * alpha, limit54 = c(0, 4), powertrans = "2/3")))
  rows <<- rbind(rows, data.frame(case = name, method = "farrington", freq = freq, years = b, half_window = w, periods = 1, weights = 1,
    excluded = 0, trend = 0.05, alpha = alpha, counts = text(y), first = min(range), last = max(range), thresholds = text(as.numeric(r$upperbound)),
    trends = text(as.numeric(r$trend))))
}
flexible <- function(name, y, freq, b, w, periods, weights, excluded, trend, alpha, range) {
  s <- sts(observed = y, frequency = freq, epoch = seq_along(y))
  r <- suppressWarnings(farringtonFlexible(s, control = list(range = range, b = b, w = w, noPeriods = periods, weightsThreshold = weights,
    pastWeeksNotIncluded = excluded, pThresholdTrend = trend, thresholdMethod = "nbPlugin", alpha = alpha, limit54 = c(0, 4),
    glmWarnings = FALSE)))
  trends <- as.numeric(r@control$trend)
  rows <<- rbind(rows, data.frame(case = name, method = "farrington-flexible", freq = freq, years = b, half_window = w, periods = periods,
    weights = weights, excluded = excluded, trend = trend, alpha = alpha, counts = text(y), first = min(range), last = max(range),
    thresholds = text(as.numeric(upperbound(r))), trends = text(trends)))
}
classic("agona", agona, 52, 5, 3, 0.025, 300:312)
classic("agona", agona, 52, 4, 3, 0.05, 290:312)
classic("season", season, 52, 4, 3, 0.05, 295:330)
classic("months", as.numeric(monthly), 12, 4, 1, 0.01, 60:75)
flexible("agona", agona, 52, 5, 3, 10, 2.58, 26, 1, 0.05, 300:312)
flexible("agona", agona, 52, 4, 3, 10, 2.58, 26, 1, 0.05, 290:312)
flexible("season", season, 52, 4, 3, 10, 2.58, 26, 1, 0.05, 295:330)
flexible("season", season, 52, 5, 2, 5, 2.58, 26, 1, 0.005, 295:330)
flexible("season", season, 52, 4, 3, 1, 2.58, 26, 1, 0.01, 295:330)

set.seed(7)
for (i in 1:40) {
  n <- sample(280:340, 1); tt <- seq_len(n)
  mu <- runif(1, 0.3, 30) * exp(runif(1, 0, 0.8) * cos(2 * pi * tt / 52) + runif(1, -0.003, 0.003) * tt)
  y <- if (i %% 2) rpois(n, mu) else rnbinom(n, mu = mu, size = runif(1, 1, 10))
  if (i %% 5 == 0) y[sample(n, 10)] <- 0
  a <- sample(c(0.05, 0.025, 0.01, 0.005), 1); b <- sample(3:5, 1); w <- sample(2:4, 1)
  last <- n; first <- n - 5
  classic(paste0("random", i), y, 52, b, w, a, first:last)
  flexible(paste0("random", i), y, 52, b, w, sample(c(1, 5, 10), 1), 2.58, 26, 1, a, first:last)
}
con <- file("farrington.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ", surveillance ", packageVersion("surveillance"),
  ": algo.farrington(powertrans = 2/3, limit54 = c(0, 4)), farringtonFlexible(thresholdMethod = nbPlugin); farrington.reference.R; ", Sys.Date(),
  "; relative tolerance 1e-8 (whole thresholds of the flexible form exactly)"), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE)
close(con)
