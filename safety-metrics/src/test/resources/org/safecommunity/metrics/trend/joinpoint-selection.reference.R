# Grid search of 0 to 2 joinpoints by glm and lm, BIC and weighted BIC written out, and permutation tests of 0 against 2
# (9999 data sets, lm on the working response of the null fit). Three series of 24 years drawn with a seed.
ep <- glm.control(epsilon = 1e-15, maxit = 100)
t <- 1:24; n <- 24
hinges <- function(taus) sapply(taus, function(a) pmax(0, t - a))
fit <- function(x, T, m, taus) {
  X <- cbind(t, if (length(taus)) hinges(taus))
  if (m == "LOG_LINEAR") lm(log(x / T) ~ X, weights = x)
  else glm(x ~ X + offset(log(T)), family = if (m == "POISSON") poisson else quasipoisson, control = ep)
}
places <- function(k) if (k == 0) list(integer(0)) else Filter(function(p) all(diff(p) >= 3), combn(3:22, k, simplify = FALSE))
best <- function(x, T, m, k) {
  out <- NULL
  for (p in places(k)) { f <- fit(x, T, m, t[p]); d <- deviance(f); if (is.null(out) || d < out$d) out <- list(d = d, f = f, p = p) }
  out
}
work <- function(x, T, m, f) if (m == "LOG_LINEAR") list(z = log(x / T), w = x, eta = fitted(f)) else {
  mu <- fitted(f); eta <- log(mu / T); list(z = eta + (x - mu) / mu, w = mu, eta = eta) }
r2 <- function(b, wk) { p <- b$p; if (!length(p)) return(0); max(sapply(seq_along(p), function(k) {
  i <- (if (k == 1) 1 else p[k - 1] + 1):(if (k == length(p)) n else p[k + 1])
  h <- pmax(0, t[i] - t[p[k]]); z <- wk$z[i]; w <- wk$w[i]; ti <- t[i]
  1 - deviance(lm(z ~ ti + h, weights = w)) / deviance(lm(z ~ ti, weights = w)) })) }
designs <- lapply(0:2, function(k) lapply(places(k), function(p) cbind(1, t, if (k) hinges(t[p]))))
least <- function(z, w, k) min(sapply(designs[[k + 1]], function(X) sum(lm.fit(X * sqrt(w), z * sqrt(w))$residuals^2)))
set.seed(20)
for (s in 1:3) {
  slope <- list(c(0.04, 0.04, 0.04), c(0.06, -0.04, -0.04), c(0.08, -0.06, 0.05))[[s]][rep(1:3, each = 8)]
  T <- round(runif(n, 8e4, 1.2e5)); x <- rpois(n, T * 2e-3 * exp(cumsum(slope)))
  for (m in c("POISSON", "QUASI_POISSON", "LOG_LINEAR")) {
    b <- lapply(0:2, function(k) best(x, T, m, k))
    lack <- sapply(b, function(a) if (m == "POISSON") a$d else n * log(a$d / n))
    R <- sapply(b, function(a) r2(a, work(x, T, m, a$f)))
    bic <- lack + 2 * (0:2 + 1) * log(n); wbic <- lack + ((2 + R) * 0:2 + 2) * log(n)
    wk <- work(x, T, m, b[[1]]$f); e <- sqrt(wk$w) * (wk$z - wk$eta)
    stat <- function(z) { a <- least(z, wk$w, 0); c <- least(z, wk$w, 2); if (m == "POISSON") a - c else a / c }
    obs <- stat(wk$z)
    B <- if (s == 1) 999 else 99
    sims <- replicate(B, stat(wk$eta + (if (m == "POISSON") (rpois(n, wk$w) - wk$w) / sqrt(wk$w) else sample(e)) / sqrt(wk$w)))
    p <- (1 + sum(sims >= obs * (1 - 1e-10))) / (1 + B)
    cat(paste(c(m, paste(x, collapse = " "), paste(T, collapse = " "), paste(t[b[[3]]$p], collapse = " "),
      format(c(b[[3]]$d, bic, wbic, obs, p), digits = 15, trim = TRUE)), collapse = ","), "\n", sep = "")
  }
}
