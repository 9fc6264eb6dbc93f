# Writes count-cusum.reference.csv. Run: Rscript count-cusum.reference.R   (R with surveillance)
# Sums by surveillance::algo.cusum; thresholds h + k - C written out (Rossi: the count whose z is that). Alarm here C > h.
suppressMessages(library(surveillance))
digits <- function(x) paste(format(x, digits = 17, trim = TRUE), collapse = " ")
one <- function(form, y, b, ratio, k, h, mean = NULL) {
  m <- if (is.null(mean)) max(0.5, sum(y[1:b])) / b else mean
  first <- if (is.null(mean)) b + 1 else 1
  kk <- if (form == "POISSON") m * (ratio - 1) / log(ratio) else k
  # a leading 0 lets the range begin at the first count, as algo.cusum wants a point before it
  s <- algo.cusum(create.disProg(week = 0:length(y), observed = c(0, y), state = rep(0, length(y) + 1)),
    control = list(range = first:length(y) + 1, k = kk, h = h, m = m, trans = if (form == "POISSON") "none" else "rossi"))
  C <- as.vector(s$cusum); score <- h + kk - c(0, head(C, -1))
  u <- if (form == "POISSON") score else { r <- sqrt(pmax(0, 4 * m + 2 * sqrt(m) * score)) - sqrt(m); ifelse(r < 0, -1, r^2) }
  cat(paste(c(form, digits(y), b, ratio, k, h, if (is.null(mean)) "" else mean, digits(C), digits(u)), collapse = ","), "\n", sep = "")
}
con <- file("count-cusum.reference.csv", "w"); sink(con)
cat("# ", R.version.string, ", surveillance ", format(packageVersion("surveillance")), ", algo.cusum(trans = none, rossi), ", format(Sys.Date()), "\n", sep = "")
cat("# relative tolerance 1e-12\nform,counts,baseline,ratio,k,h,mean,sums,thresholds\n")
one("POISSON", c(2, 3, 1, 4, 6, 7, 3, 8, 2, 5), 2, 2, 0, 5, 2.5)
set.seed(5)
for (i in 1:6) {
  y <- rpois(40, c(0.3, 2, 8)[(i - 1) %% 3 + 1] * rep(c(1, 2), c(25, 15)))
  for (form in c("POISSON", "ROSSI")) one(form, y, 12, 1 + i / 4, 1.04, if (form == "POISSON") 3 + i else 2.26)
}
one("POISSON", c(rep(0, 12), 1, 0, 2, 1), 12, 2, 0, 1)
sink(); close(con)
