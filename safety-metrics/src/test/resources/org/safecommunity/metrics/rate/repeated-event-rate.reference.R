# Rate of events that are not independent. Run: Rscript repeated-event-rate.reference.R
num <- function(v) sprintf("%.17g", v)
byar <- function(x, z) c(if (x == 0) 0 else x * (1 - 1 / (9 * x) - z / (3 * sqrt(x)))^3, (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)))^3)
rows <- "method,frequencies,persons,events,variance,lower,upper"
sets <- list(list(f = c(1, 2, 4), n = c(20, 5, 2)), list(f = 1, n = 38), list(f = c(0, 1, 3), n = c(500, 2, 4)), list(f = c(1, 10), n = c(0, 1)))
for (s in sets) for (method in c("GARWOOD", "BYAR")) {
  x <- sum(s$f * s$n); v <- sum(s$f^2 * s$n)
  l <- if (method == "GARWOOD") c(qgamma(0.025, x), qgamma(0.025, x + 1, lower.tail = FALSE)) else byar(x, qnorm(0.975))
  w <- x + sqrt(v / x) * (l - x); w[1] <- max(0, w[1])
  rows <- c(rows, paste(method, paste(s$f, collapse = " "), paste(s$n, collapse = " "), x, v, num(w[1]), num(w[2]), sep = ","))
}
writeLines(c("# program: R (base, stats)", paste0("# version: ", getRversion()), "# call: x + sqrt(v / x) * (limit - x), limits by qgamma or Byar's formula",
  "# date: 2026-11-25", "# relative tolerance: 1e-12", rows), "repeated-event-rate.reference.csv")
