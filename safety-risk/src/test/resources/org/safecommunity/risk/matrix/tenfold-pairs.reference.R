# Pairs of cells of LS 5x5 whose classes are decades. Rscript tenfold-pairs.reference.R > tenfold-pairs.reference.csv
cells <- expand.grid(l = 1:5, s = 1:5)
risk <- (cells$l - 5) + (cells$s - 1)
score <- cells$l * cells$s
level <- findInterval(score, c(9, 15, 20))
pair <- combn(25, 2)
d <- function(x) sign(x[pair[1, ]] - x[pair[2, ]])
n <- c(ncol(pair), sum(d(risk) * d(score) < 0), sum(d(risk) == 0 & d(score) != 0), sum(d(risk) != 0 & d(score) == 0),
  sum(d(risk) == 0 & d(level) != 0))
stopifnot(n[1:4] == c(300, 4, 20, 2))
cat("# ", R.version.string, ", base, combn(25, 2) as in tenfold-pairs.reference.R, ", format(Sys.Date()), "\n", sep = "")
cat("# LS 5x5 with tenfold scales, section 12.3 of the fact sheet on risk methods: the first four numbers are printed there\n")
cat("section,pairs,reversed,equal_risk,equal_score,equal_risk_levels\n")
cat("12.3", n, sep = ",")
cat("\n")
