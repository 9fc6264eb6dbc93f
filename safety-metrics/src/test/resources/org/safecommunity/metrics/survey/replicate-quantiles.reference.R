# Reference values of replicate-quantiles.reference.csv. Run in the folder of this file: Rscript replicate-quantiles.reference.R
suppressMessages(library(survey))
d <- read.csv("replicate-weights.csv")
weights <- d[, grep("^b", names(d))]
cell <- function(x) if (is.nan(x)) "" else sprintf("%.15g", x)
out <- NULL
add <- function(method, ...) {
  s <- svrepdesign(data = d, repweights = weights, weights = ~w, combined.weights = TRUE, ...)
  for (p in c(0.25, 0.5, 0.75)) {
    q <- svyquantile(~y, s, p, qrule = "math", interval.type = "mean", ci = TRUE, df = degf(s))$y
    out <<- c(out, paste(method, p, paste(sapply(q[1, ], cell), collapse = ","), sep = ","))
  }
}
add("BRR", type = "BRR")
add("FAY", type = "Fay", rho = 0.4)
add("BOOTSTRAP", type = "bootstrap")
writeLines(c(
  "# R 4.2.2, survey 4.1-1, svyquantile(~y, svrepdesign(...), p, qrule = \"math\", interval.type = \"mean\", df = degf) (Woodruff), replicate-quantiles.reference.R, 2026-11-25",
  "# weights b1 to b8 of replicate-weights.csv; the same weights are read as three kinds, only their scale differs",
  "method,probability,value,lower,upper,standardError", out), "replicate-quantiles.reference.csv")
