# Writes the reference files of this folder. Run: Rscript trend.reference.R   (R with MASS)
library(MASS)
full <- glm.control(epsilon = 1e-15, maxit = 200)
digits <- function(x) format(x, digits = 17, trim = TRUE)
put <- function(file, rows, calls) {
  con <- file(file, "w", encoding = "UTF-8")
  writeLines(paste0("# ", R.version.string, ": ", calls, "; calls in trend.reference.R; ", Sys.Date()), con)
  write.csv(rows, con, row.names = FALSE, quote = FALSE, na = "")
  close(con)
}
text <- function(x) paste(format(x, digits = 15, trim = TRUE), collapse = " ")

# --- Mann-Kendall and Sen's slope: all pairs, written out; exact p by cor.test without ties -------------------------
killed <- c(1402, 1598, 1651, 1769, 1731, 1553, 1417, 1441, 1429, 1525, 1479, 1339, 1346, 1472, 1198, 1228)
series <- list(
  nile = list(t = 1871:1970, x = as.numeric(Nile)), lake_huron = list(t = 1875:1972, x = as.numeric(LakeHuron)),
  ties = list(t = 1:9, x = c(23, 24, 29, 6, 29, 24, 24, 29, 23)), drivers = list(t = 1969:1984, x = killed),
  short = list(t = 1:4, x = c(2, 5, 3, 8)), nine = list(t = c(1, 2, 3, 4, 6, 7, 9, 10, 11), x = c(5, 3, 8, 6, 9, 7, 12, 11, 10)),
  ten = list(t = 1:10, x = c(10, 9, 7, 8, 6, 4, 5, 3, 1, 2)), rates = list(t = 2010:2019,
    x = c(52.1, 50.4, 49.9, 47.0, 46.2, 44.1, 43.5, 41.0, 40.2, 38.9)), constant = list(t = 1:6, x = rep(4, 6)))
rows <- do.call(rbind, lapply(names(series), function(name) {
  t <- series[[name]]$t; x <- series[[name]]$x; n <- length(x)
  s <- 0; slopes <- numeric(0)
  for (i in 1:(n - 1)) for (j in (i + 1):n) { s <- s + sign(x[j] - x[i]); slopes <- c(slopes, (x[j] - x[i]) / (t[j] - t[i])) }
  tie <- as.numeric(table(x)); n0 <- n * (n - 1) / 2
  v <- (n * (n - 1) * (2 * n + 5) - sum(tie * (tie - 1) * (2 * tie + 5))) / 18
  z <- if (s == 0) 0 else (s - sign(s)) / sqrt(v)
  free <- n0 - sum(tie * (tie - 1) / 2)
  limits <- function(level) {
    c <- qnorm(1 - (1 - level) / 2) * sqrt(v); k <- length(slopes); sorted <- sort(slopes)
    r <- c(round((k - c) / 2), round((k + c) / 2 + 1))
    c(if (r[1] >= 1) sorted[r[1]] else -Inf, if (r[2] <= k) sorted[r[2]] else Inf)
  }
  exact <- if (n <= 10 && !any(tie > 1)) digits(cor.test(t, x, method = "kendall", exact = TRUE)$p.value) else ""
  data.frame(series = name, times = text(t), values = text(x), s = s, variance = digits(v), z = digits(z),
    p = digits(2 * pnorm(-abs(z))), tau = if (free > 0) digits(s / sqrt(free * n0)) else "", exact = exact,
    slope = digits(median(slopes)), lower95 = digits(limits(0.95)[1]), upper95 = digits(limits(0.95)[2]),
    lower80 = digits(limits(0.8)[1]), upper80 = digits(limits(0.8)[2]))
}))
put("mann-kendall.reference.csv", rows, "pairs written out, pnorm, cor.test(method = kendall); relative tolerance 1e-9")

# --- Cochran-Armitage and Poisson score -----------------------------------------------------------------------------
groups <- list(fleiss = list(s = 1:4, x = c(83, 90, 129, 70), n = c(86, 93, 136, 82)),
  years = list(s = 2018:2023, x = c(14, 18, 11, 22, 25, 31), n = c(400, 420, 380, 500, 460, 480)),
  uneven = list(s = c(0, 0.5, 3), x = c(0, 4, 9), n = c(10, 40, 25)))
rows <- do.call(rbind, lapply(names(groups), function(name) {
  g <- groups[[name]]; chi <- prop.trend.test(g$x, g$n, g$s)
  u <- sum(g$s * (g$x - g$n * sum(g$x) / sum(g$n)))
  data.frame(case = name, scores = text(g$s), events = text(g$x), trials = text(g$n), value = digits(u),
    chi_squared = digits(as.numeric(chi$statistic)), p = digits(chi$p.value),
    sample_chi_squared = digits(as.numeric(chi$statistic) * (sum(g$n) - 1) / sum(g$n)))
}))
put("cochran-armitage.reference.csv", rows, "prop.trend.test, times (N - 1)/N for the sample variance; relative tolerance 1e-9")

counts <- list(sheet = list(s = 0:3, x = c(12, 15, 21, 30), t = c(1000, 1000, 1100, 1200)),
  years = list(s = 2018:2023, x = c(14, 18, 11, 22, 25, 31), t = c(400.5, 420, 380.25, 500, 460, 480)),
  falling = list(s = c(1, 2, 4, 8), x = c(30, 22, 18, 0), t = c(10, 10, 9, 1)))
rows <- do.call(rbind, lapply(names(counts), function(name) {
  g <- counts[[name]]
  f0 <- glm(x ~ 1 + offset(log(t)), poisson, g, control = full); f1 <- glm(x ~ s + offset(log(t)), poisson, g, control = full)
  rao <- anova(f0, f1, test = "Rao")$Rao[2]
  u <- sum(g$s * (g$x - g$t * sum(g$x) / sum(g$t)))
  data.frame(case = name, scores = text(g$s), events = text(g$x), person_time = text(g$t), value = digits(u),
    chi_squared = digits(rao), p = digits(pchisq(rao, 1, lower.tail = FALSE)))
}))
put("poisson-score-trend.reference.csv", rows, "anova(glm, glm, test = Rao); relative tolerance 1e-9")

# --- annual percent change ------------------------------------------------------------------------------------------
belgium <- c(12, 14, 33, 50, 67, 74, 123, 141, 165, 204, 253, 246, 240)
cases <- list(belgium = list(t = 1981:1993, x = belgium, n = rep(1, 13)),
  sheet = list(t = 0:3, x = c(12, 15, 21, 30), n = c(1000, 1000, 1100, 1200)),
  killed = list(t = 1969:1984, x = killed, n = seq(100, 130, by = 2)),
  months = list(t = 2020 + (0:11) / 12, x = c(5, 3, 8, 6, 9, 2, 14, 11, 4, 15, 21, 7), n = rep(c(30, 31), 6)))
nb <- function(t, x, n) {
  # digamma(theta + y) - digamma(theta) as a sum: no digits are lost for large theta
  score <- function(theta, y, mu)
    sum(sapply(y, function(k) if (k == 0) 0 else sum(1 / (theta + 0:(k - 1)))) - log1p(mu / theta) + (mu - y) / (mu + theta))
  d <- data.frame(t = t, x = x, n = n)
  theta <- suppressWarnings(glm.nb(x ~ t + offset(log(n)), d, control = full))$theta
  start <- NULL
  for (i in 1:60) {
    f <- glm(x ~ t + offset(log(n)), negative.binomial(theta), d, control = full, start = start); start <- coef(f)
    theta <- uniroot(score, c(theta / 3, theta * 3), y = f$y, mu = fitted(f), tol = 1e-15)$root
  }
  glm(x ~ t + offset(log(n)), negative.binomial(theta), d, control = full, start = start)
}
rows <- list()
for (name in names(cases)) for (family in c("poisson", "quasi-poisson", "negative-binomial", "least-squares")) {
  if (family == "negative-binomial" && name == "sheet") next # no overdispersion: theta has no finite maximum
  g <- cases[[name]]; t0 <- g$t - mean(g$t)
  f <- suppressWarnings(switch(family, poisson = glm(x ~ t0 + offset(log(n)), poisson, g, control = full),
    "quasi-poisson" = glm(x ~ t0 + offset(log(n)), quasipoisson, g, control = full),
    "negative-binomial" = nb(t0, g$x, g$n), "least-squares" = lm(log(x / n) ~ t0, g)))
  s <- if (family == "negative-binomial") summary(f, dispersion = 1)$coefficients else summary(f)$coefficients
  b <- s[2, 1]; se <- s[2, 2]; df <- length(g$x) - 2
  q <- if (family %in% c("poisson", "negative-binomial")) qnorm(0.975) else qt(0.975, df)
  x2 <- if (family == "least-squares") NA else sum(residuals(f, "pearson")^2)
  rows[[length(rows) + 1]] <- data.frame(case = name, family = family, times = text(g$t), events = text(g$x), person_time = text(g$n),
    value = digits(100 * expm1(b)), lower = digits(100 * expm1(b - q * se)), upper = digits(100 * expm1(b + q * se)),
    statistic = digits(s[2, 3]), p = digits(s[2, 4]), dispersion = if (is.na(x2)) "" else digits(x2 / df),
    dispersion_p = if (is.na(x2)) "" else digits(pchisq(x2, df, lower.tail = FALSE)))
}
# the rates of statistics sheet T5
t <- 2010:2019; r <- series$rates$x; f <- lm(log(r) ~ t); s <- summary(f)$coefficients; q <- qt(0.975, 8)
rows[[length(rows) + 1]] <- data.frame(case = "rates", family = "least-squares", times = text(t), events = text(r), person_time = text(rep(1, 10)),
  value = digits(100 * expm1(s[2, 1])), lower = digits(100 * expm1(s[2, 1] - q * s[2, 2])), upper = digits(100 * expm1(s[2, 1] + q * s[2, 2])),
  statistic = digits(s[2, 3]), p = digits(s[2, 4]), dispersion = "", dispersion_p = "")
put("log-linear-trend.reference.csv", do.call(rbind, rows), paste0("glm, MASS ", packageVersion("MASS"),
  " at full convergence, lm; relative tolerance 1e-8"))

# --- homogeneity of two trends: Wald test of the interaction in one model ------------------------------------------
d <- data.frame(t = rep(0:4, 3), g = rep(c("a", "b", "c"), each = 5), n = rep(c(10, 11, 12, 13, 14), 3),
  x = c(12, 15, 14, 20, 22, 30, 28, 25, 26, 20, 8, 9, 12, 16, 19))
f <- glm(x ~ g * t + offset(log(n)), poisson, d, control = full)
at <- grep(":", names(coef(f))); v <- vcov(f)[at, at]; b <- coef(f)[at]; w <- as.numeric(t(b) %*% solve(v) %*% b)
put("trend-homogeneity.reference.csv", data.frame(times = text(0:4), person_time = text(10:14), events_a = text(d$x[1:5]),
  events_b = text(d$x[6:10]), events_c = text(d$x[11:15]), q = digits(w), p = digits(pchisq(w, 2, lower.tail = FALSE))),
  "glm, Wald test of the interaction of group and time; relative tolerance 1e-8")
