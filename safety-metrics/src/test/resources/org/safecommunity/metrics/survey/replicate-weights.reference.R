# Run in this folder: Rscript replicate-weights.reference.R
# Makes replicate-weights.csv (an invented sample with two sets of replicate weights) and replicate-weights.reference.csv.
suppressMessages(library(survey))
options(digits = 17, warn = -1)
set.seed(3)
d <- data.frame(h = rep(1:4, each = 6), psu = rep(1:8, each = 3), w = round(runif(24, 5, 30), 2))
d$y <- round(rnorm(24, 50, 10) + d$psu, 1)
d$x <- rpois(24, 4) + 1
ds <- svydesign(~psu, strata = ~h, weights = ~w, data = d)
set <- function(prefix, type) {
  m <- round(weights(as.svrepdesign(ds, type = type), "analysis"), 6)
  colnames(m) <- paste0(prefix, seq_len(ncol(m)))
  as.data.frame(m)
}
j <- set("j", "JKn")
b <- set("b", "BRR")
write.csv(cbind(d[c("w", "y", "x")], j, b), "replicate-weights.csv", row.names = FALSE, quote = FALSE)
out <- NULL
add <- function(method, prefix, weights, centre, ...) {
  s <- svrepdesign(data = d, repweights = weights, weights = ~w, mse = centre == "ESTIMATE", ...)
  one <- function(name, e) out <<- c(out, paste(method, prefix, centre, name,
    format(as.numeric(coef(e)), digits = 17), format(as.numeric(SE(e)), digits = 17), degf(s), sep = ","))
  one("mean", svymean(~y, s))
  one("total", svytotal(~y, s))
  one("ratio", svyratio(~y, ~x, s))
}
for (centre in c("MEAN", "ESTIMATE")) {
  add("JKN", "j", j, centre, type = "JKn", scale = 1, rscales = rep(0.5, 8))
  add("JK1", "j", j, centre, type = "JK1")
  add("BRR", "b", b, centre, type = "BRR")
  add("FAY", "b", b, centre, type = "Fay", rho = 0.4)
  add("BOOTSTRAP", "b", b, centre, type = "bootstrap")
  add("OTHER", "j", j, centre, type = "other", scale = 0.7, rscales = (1:8) / 8)
}
head <- paste("# R", getRversion(), "survey", packageVersion("survey"),
  "svrepdesign, svymean, svytotal, svyratio, degf; see replicate-weights.reference.R,", Sys.Date())
writeLines(c(head, "method,prefix,centre,statistic,value,error,df", out), "replicate-weights.reference.csv")
