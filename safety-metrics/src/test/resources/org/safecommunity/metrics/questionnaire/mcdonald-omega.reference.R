# Writes mcdonald-omega.reference.csv. Run: Rscript mcdonald-omega.reference.R   (R with numDeriv)
# Start: factanal. Then Newton steps with numerical derivatives of the ML misfit of (l, u) to the correlations; standard error
# by the delta method with information from the numerical Jacobian of Sigma. The program's own way is analytic Fisher scoring.
library(numDeriv)
digits <- function(x) format(x, digits = 17, trim = TRUE)
scales <- list(attitude = as.matrix(attitude), iris = as.matrix(iris[iris$Species == "setosa", 1:4]),
  swiss = as.matrix(swiss[, c("Agriculture", "Examination", "Education", "Fertility")]) %*% diag(c(-1, 1, 1, -1)),
  three = as.matrix(attitude[c("rating", "complaints", "learning")]))
rows <- do.call(rbind, lapply(names(scales), function(name) {
  x <- scales[[name]]; k <- ncol(x); n <- nrow(x); R <- cor(x); s <- apply(x, 2, sd)
  f <- factanal(x, 1)
  sigma <- function(p) tcrossprod(p[1:k]) + diag(p[k + 1:k])
  misfit <- function(p) { S <- sigma(p); as.numeric(determinant(S)$modulus) + sum(diag(solve(S, R))) }
  p <- c(f$loadings[, 1] * sign(sum(f$loadings[, 1])), f$uniquenesses)
  score <- function(p) { S <- solve(sigma(p)); W <- S %*% (R - sigma(p)) %*% S; c(W %*% p[1:k], diag(W) / 2) }
  stopifnot(max(abs(2 * score(p) + grad(misfit, p))) < 1e-6)
  for (i in 1:20) p <- p - solve(jacobian(score, p), score(p))
  stopifnot(max(abs(score(p))) < 1e-13, p[k + 1:k] > 0)
  omega <- function(p) { a <- sum(s * p[1:k])^2; a / (a + sum(s^2 * p[k + 1:k])) }
  J <- jacobian(function(p) c(sigma(p)), p); V <- solve(sigma(p))
  information <- t(J) %*% (V %x% V) %*% J / 2
  g <- grad(omega, p)
  se <- sqrt(sum(g * solve(information, g)) / (n - 1))
  data.frame(scale = name, answers = paste(apply(x, 1, function(r) paste(r, collapse = " ")), collapse = ";"),
    omega = digits(omega(p)), se = digits(se), observed = digits(sum(s * p[1:k])^2 / sum(cov(x))),
    loadings = paste(digits(p[1:k]), collapse = " "))
}))
con <- file("mcdonald-omega.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ", factanal(x, 1) brought to score 0 by Newton steps, numDeriv ", packageVersion("numDeriv"),
  "; relative tolerance 1e-9, 1e-7 for the standard error (numerical derivatives); ", Sys.Date()), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE)
close(con)
