# Quantiles of gamma and beta distributions. Run: Rscript quantile.reference.R
num <- function(v) sprintf("%.17g", v)
tails <- c(1e-12, 1e-6, 5e-5, 0.025, 0.25, 0.5, 0.9)

# root of f between lo and hi, by halving until the ends are neighbours
halve <- function(f, lo, hi) {
  rising <- f(hi) > f(lo)
  for (i in 1:400) {
    mid <- lo + (hi - lo) / 2
    if (mid <= lo || mid >= hi) break
    if ((f(mid) > 0) == rising) hi <- mid else lo <- mid
  }
  lo + (hi - lo) / 2
}

lines <- "distribution,first,second,tail,lower,upper"
for (shape in c(0.05, 0.5, 1, 1.5, 9.5, 10, 123.5, 99999, 1e5, 1e6, 1e9))
  for (tail in tails)
    lines <- c(lines, paste("gamma", num(shape), "", num(tail),
      num(qgamma(tail, shape)), num(qgamma(tail, shape, lower.tail = FALSE)), sep = ","))

# qbeta stops short of full precision in places: its value brackets the root, pbeta decides
beta <- function(tail, a, b, lower) {
  q <- qbeta(tail, a, b, lower.tail = lower)
  halve(function(x) pbeta(x, a, b, lower.tail = lower) - tail, q * (1 - 1e-6), min(1, q * (1 + 1e-6)))
}
pairs <- list(c(0.5, 0.5), c(0.5, 1e7), c(1, 1), c(2, 9), c(9, 2), c(3, 1e9), c(1000.5, 1e9), c(1e5, 1e5), c(1e6, 20),
  c(1e7, 1e8), c(99999999, 3e8), c(1e8, 3e8), c(1e9, 1e8))
for (p in pairs) for (tail in tails)
  lines <- c(lines, paste("beta", num(p[1]), num(p[2]), num(tail),
    num(beta(tail, p[1], p[2], TRUE)), num(beta(tail, p[1], p[2], FALSE)), sep = ","))

writeLines(c(
  "# program: R (base, stats)",
  paste0("# version: ", R.version$major, ".", R.version$minor),
  "# call: qgamma(tail, first), qgamma(tail, first, lower.tail = FALSE); qbeta likewise, refined by bisection on pbeta",
  paste0("# date: ", Sys.Date()),
  "# relative tolerance: 1e-12",
  lines), "quantile.reference.csv")
