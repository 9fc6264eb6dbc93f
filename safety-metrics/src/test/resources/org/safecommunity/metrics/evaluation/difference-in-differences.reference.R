# Writes difference-in-differences.reference.csv. Run: Rscript difference-in-differences.reference.R   (R with MASS, sandwich)
library(MASS)
library(sandwich)
full <- glm.control(epsilon = 1e-15, maxit = 200)
digits <- function(x) format(x, digits = 17, trim = TRUE)
text <- function(x) paste(format(x, digits = 15, trim = TRUE), collapse = " ")
put <- function(file, rows, calls) {
  con <- file(file, "w", encoding = "UTF-8")
  writeLines(paste0("# ", R.version.string, ", MASS ", packageVersion("MASS"), ", sandwich ", packageVersion("sandwich"), ": ",
    calls, "; calls in difference-in-differences.reference.R; ", Sys.Date()), con)
  write.csv(rows, con, row.names = FALSE, quote = FALSE, na = "")
  close(con)
}

did <- function(name, x, n, treated, after, cluster, family) {
  d <- data.frame(x = x, n = n, g = treated, a = after)
  m <- if (family == "negative-binomial") {
    theta <- glm.nb(x ~ g * a + offset(log(n)), d, control = full)$theta
    for (i in 1:200) { m <- glm(x ~ g * a + offset(log(n)), negative.binomial(theta), d, control = full)
      nxt <- as.numeric(theta.ml(d$x, fitted(m), limit = 500, eps = 1e-13)); if (abs(nxt / theta - 1) < 1e-14) break; theta <- nxt }
    m
  } else glm(x ~ g * a + offset(log(n)), if (family == "poisson") poisson() else quasipoisson(), d, control = full)
  clustered <- length(unique(cluster)) > 1
  mu <- fitted(m); xx <- model.matrix(m)
  w <- if (family == "negative-binomial") mu / (1 + mu / theta) else mu
  phi <- if (m$df.residual > 0) sum((x - mu)^2 / mu) / m$df.residual else NA
  v <- if (clustered) vcovCL(m, cluster = cluster, type = "HC0") else solve(crossprod(xx * sqrt(w))) * if (family == "quasi-poisson") phi else 1
  df <- if (clustered) length(unique(cluster)) - 1 else if (family == "quasi-poisson") m$df.residual else Inf
  b <- coef(m)["g:a"]; se <- sqrt(v["g:a", "g:a"]); q <- qt(0.975, df)
  data.frame(case = name, events = text(x), person_time = text(n), treated = text(treated), after = text(after),
    cluster = paste(cluster, collapse = " "), family = family, ratio = digits(exp(b)), lower = digits(exp(b - q * se)),
    upper = digits(exp(b + q * se)), p = digits(2 * pt(-abs(b / se), df)))
}
areas <- rep(paste0("a", 1:8), each = 2)
ax <- c(12, 9, 20, 11, 15, 16, 30, 19, 22, 23, 14, 15, 18, 20, 25, 24)
an <- c(10, 10.5, 14, 14.2, 12, 12.4, 20, 21, 18, 18.1, 11, 11.3, 15, 15.2, 21, 21.5)
ag <- rep(c(1, 0), each = 8); aa <- rep(0:1, 8)
rows <- rbind(
  did("two-by-two", c(120, 90, 100, 98), c(50000, 51000, 48000, 48500), c(1, 1, 0, 0), c(0, 1, 0, 1), "none", "poisson"),
  did("areas", ax, an, ag, aa, "none", "poisson"),
  did("areas", ax, an, ag, aa, "none", "quasi-poisson"),
  did("areas", ax, an, ag, aa, areas, "poisson"),
  did("spread", c(12, 3, 40, 11, 15, 16, 30, 9, 22, 53, 4, 15, 18, 40, 25, 14), an, ag, aa, "none", "negative-binomial"))
put("difference-in-differences.reference.csv", rows, "glm(x ~ g * a + offset(log(n))), glm.nb(), vcovCL(type = HC0); relative tolerance 1e-8")
