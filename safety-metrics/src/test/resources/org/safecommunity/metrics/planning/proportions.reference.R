# Size and power for two proportions. Run: Rscript proportions.reference.R > proportions.reference.csv
# fleiss at ratio 1: power.prop.test (both directions of its argument); all others: a large-sample test written down as
# variances of the difference, and uniroot on its power.
options(scipen = 15)
num <- function(v) sprintf("%.17g", v)
cat("# program: R (base, stats)\n")
cat("# version: ", R.version$major, ".", R.version$minor, "\n", sep = "")
cat("# call: power.prop.test(n, p1, p2, sig.level, power, tol = 1e-13) for fleiss at ratio 1; uniroot(power - target) else\n")
cat("# date: ", format(Sys.Date()), "\n", sep = "")
cat("# relative tolerance: 1e-9 (uniroot). p 0.4 against 0.3 at 80 % also stands in the method sheet: 355.94281271 (fleiss),\n")
cat("# 375.67662633 (continuity), 357.12402791 (kelsey)\n")
cat("method,p1,p0,ratio,alpha,twoSided,power,size\n")
power.of <- function(method, n, p1, p0, r, za) {
  d <- abs(p1 - p0); pb <- (p1 + r * p0) / (1 + r)
  if (method == "FLEISS_CONTINUITY") {
    # sizes are enlarged from n to n': solve for n
    n <- if (n <= (r + 1) / (2 * r * d) + 1e-4) 0 else
      uniroot(function(s) s / 4 * (1 + sqrt(1 + 2 * (r + 1) / (s * r * d)))^2 - n, c(1e-12, n), tol = 1e-13)$root
  }
  null <- pb * (1 - pb) * (1 + 1 / r); alt <- p1 * (1 - p1) + p0 * (1 - p0) / r
  if (method == "WALD") null <- alt
  if (method == "KELSEY") alt <- null
  pnorm((d * sqrt(n) - za * sqrt(null)) / sqrt(alt))
}
for (method in c("FLEISS", "FLEISS_CONTINUITY", "WALD", "KELSEY"))
  for (p in list(c(0.4, 0.3), c(0.5, 0.4), c(0.02, 0.05), c(0.9, 0.6)))
    for (r in c(1, 0.5, 3))
      for (test in list(c(0.05, 1), c(0.05, 0), c(0.01, 1)))
        for (power in c(0.8, 0.95)) {
          two <- test[2] == 1
          za <- qnorm(if (two) test[1] / 2 else test[1], lower.tail = FALSE)
          n <- if (method == "FLEISS" && r == 1)
            power.prop.test(p1 = p[1], p2 = p[2], sig.level = test[1], power = power,
              alternative = if (two) "two.sided" else "one.sided", tol = 1e-13)$n
          else uniroot(function(n) power.of(method, n, p[1], p[2], r, za) - power, c(5, 1e6), tol = 1e-11)$root
          cat(method, p[1], p[2], r, test[1], tolower(two), power, num(n), sep = ",")
          cat("\n")
        }
