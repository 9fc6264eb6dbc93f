# All combinations of the scales of each scheme in exact integers (each scale times a power of ten or two), counted per
# band from low to high. Rscript scheme-splits.reference.R > scheme-splits.reference.csv
counts <- function(section, scheme, scales, times, bounds, upper = FALSE, summed = NULL) {
  grid <- expand.grid(Map(function(s, t) round(s * t), scales, times))
  terms <- if (is.null(summed)) grid else cbind(grid[setdiff(names(grid), summed)], rowSums(grid[summed]))
  score <- Reduce(`*`, as.list(terms))
  unit <- prod(if (is.null(summed)) times else times[!names(scales) %in% summed])
  band <- findInterval(score, bounds * unit, left.open = upper)
  tab <- tabulate(band + 1, length(bounds) + 1)
  policy <- if (upper) "upper-inclusive" else "lower-inclusive"
  cat(section, scheme, policy, nrow(grid), length(unique(score)), paste(tab, collapse = " "), sep = ",")
  cat("\n")
  tab
}
lec <- list(L = c(10, 6, 3, 1, .5, .2, .1), E = c(10, 6, 3, 2, 1, .5), C = c(100, 40, 15, 7, 3, 1))
m <- c(5, 3, 1)
e <- lec$E
s <- c(10, 8, 4, 2, 1)
cat("# ", R.version.string, ", base, findInterval over expand.grid as in scheme-splits.reference.R, ", format(Sys.Date()), "\n", sep = "")
cat("# numbers of combinations of the scales in each band, low to high; scales and bounds of the fact sheet on risk methods,\n")
cat("# sections as in the first column; the counts printed there are asserted in the script\n")
cat("section,scheme,policy,combinations,distinct,counts\n")
is <- function(tab, printed) stopifnot(all(tab == printed))
is(counts("3", "LEC", lec, c(10, 2, 1), c(20, 70, 160, 320)), c(111, 50, 30, 21, 40))
is(counts("3", "LEC", lec, c(10, 2, 1), c(20, 70, 160, 320), TRUE), c(116, 47, 28, 21, 40))
is(counts("3", "LEC-MAINTENANCE", lec, c(10, 2, 1), c(20, 70, 160, 320)), c(111, 50, 30, 21, 40))
is(counts("3.1", "KINNEY", lec, c(10, 2, 1), c(20, 70, 200, 400)), c(111, 50, 33, 19, 39))
invisible(counts("3.1", "FINE", list(C = c(100, 50, 25, 15, 5, 1), E = e, P = c(10, 6, 3, 1, .5, .1)), c(1, 2, 10), c(90, 200)))
invisible(counts("3.1", "HRN",
  list(S = c(15, 10, 6, 4, 2, .5, .1), F = c(5, 4, 2.5, 1.5, 1, .5), N = c(12, 8, 4, 2, 1), O = c(15, 10, 8, 5, 2, 1.5, 1, .033)),
  c(10, 10, 1, 1000), c(5, 50, 500), TRUE))
is(counts("4", "MES", list(M = m, E = e, S = s), c(1, 2, 1), c(20, 50, 90, 180)), c(40, 22, 11, 9, 8))
invisible(counts("4", "MES-PROPERTY", list(M = m, S = s), c(1, 1), c(4, 8, 20, 30)))
invisible(counts("4", "MLS", list(M = m, L = e, S1 = s, S2 = s, S3 = s, S4 = s), c(1, 2, 1, 1, 1, 1), c(20, 50, 90, 180),
  summed = c("S1", "S2", "S3", "S4")))
is(counts("5", "LS-SHANDONG", list(L = 1:5, S = 1:5), c(1, 1), c(9, 15, 20)), c(14, 5, 3, 3))
is(counts("5", "LS-FIVE", list(L = 1:5, S = 1:5), c(1, 1), c(4, 9, 15, 20)), c(5, 9, 5, 3, 3))
is(counts("6.1", "NPSA", list(L = 1:5, C = 1:5), c(1, 1), c(4, 8, 15)), c(5, 7, 7, 6))
invisible(counts("7", "FMEA-RPN", list(S = 1:10, O = 1:10, D = 1:10), c(1, 1, 1), c(51, 101, 201)))
