# Writes before-after.reference.csv. Run: Rscript before-after.reference.R   (R with MASS)
# Hauer's before-after with comparison group and by empirical Bayes, written out site by site; the model of the comparison
# sites by MASS::glm.nb iterated to convergence.
suppressMessages(library(MASS))
d17 <- function(x) format(x, digits = 17, trim = TRUE)
nb <- function(x, T) {
  f <- glm.nb(x ~ 1 + offset(log(T)), control = glm.control(epsilon = 1e-14, maxit = 500)); th <- f$theta
  for (i in 1:500) {
    f <- glm(x ~ 1 + offset(log(T)), family = negative.binomial(th), control = glm.control(epsilon = 1e-15, maxit = 100))
    new <- as.numeric(theta.ml(x, fitted(f), limit = 200, eps = 1e-14)); if (abs(new / th - 1) < 1e-13) break; th <- new
  }
  list(b = coef(f)[[1]], theta = th)
}
theta <- function(L, p, V) { c((L / p) / (1 + V / p^2), sqrt(1 / L + V / p^2) / (1 + V / p^2)) }
set.seed(11)
con <- file("before-after.reference.csv", "w")
writeLines(c(paste0("# ", R.version.string, ", MASS ", packageVersion("MASS"), ", calls in before-after.reference.R; ", Sys.Date()),
  "# relative 1e-9 (1e-7 for empirical Bayes, whose theta is iterated)",
  "treatedBefore,treatedTimeBefore,treatedAfter,treatedTimeAfter,before,timeBefore,after,timeAfter,naive,naiveError,comparison,comparisonError,bayes,bayesError,averted,avertedError"), con)
for (i in 1:20) {
  n <- 60; T0 <- runif(n, 1, 4); T1 <- runif(n, 1, 4); m <- rgamma(n, 2, scale = c(2, 6)[1 + i %% 2])
  x <- rpois(n, T0 * m); y <- rpois(n, T1 * m * c(0.9, 1.1)[1 + i %% 2])
  t <- order(-x / T0)[1:c(3, 8, 12)[1 + i %% 3]]; y[t] <- rpois(length(t), T1[t] * m[t] * 0.7); c0 <- setdiff(1:n, t)
  M <- sum(x[c0]); N <- sum(y[c0]); r <- (N / sum(T1[c0])) / (M / sum(T0[c0])) / (1 + 1 / M); vr <- r^2 * (1 / M + 1 / N)
  d <- T1[t] / T0[t]; L <- sum(y[t]); f <- nb(x[c0], T0[c0])
  mu <- T0[t] * exp(f$b); w <- 1 / (1 + mu / f$theta); E <- w * mu + (1 - w) * x[t]
  p0 <- sum(d * x[t]); a <- theta(L, p0, sum(d^2 * x[t]))
  pc <- r * p0; b <- theta(L, pc, r^2 * sum(d^2 * x[t]) + p0^2 * vr)
  pe <- r * sum(d * E); V <- r^2 * sum(d^2 * (1 - w) * E) + sum(d * E)^2 * vr; e <- theta(L, pe, V)
  s <- function(v) paste(d17(v), collapse = " ")
  writeLines(paste(s(x[t]), s(T0[t]), s(y[t]), s(T1[t]), s(x[c0]), s(T0[c0]), s(y[c0]), s(T1[c0]), d17(a[1]), d17(a[2]), d17(b[1]), d17(b[2]),
    d17(e[1]), d17(e[2]), d17(pe - L), d17(sqrt(V + L)), sep = ","), con)
}
close(con)
