# Reference values of survey-contrasts.reference.csv. Run in the folder of this file: Rscript survey-contrasts.reference.R
suppressMessages(library(survey))
options(digits = 15)
mini <- read.csv("mini.csv", comment.char = "#")
plain <- svydesign(~psu, strata = ~h, weights = ~w, data = mini)
fpc <- svydesign(~psu, strata = ~h, weights = ~w, fpc = ~fpc, data = mini)
jkn <- as.svrepdesign(plain, type = "JKn")
pairs <- svydesign(~psu, strata = ~h, weights = ~w, data = subset(mini, !psu %in% c(13, 33)))
brr <- as.svrepdesign(pairs, type = "BRR")
fay <- as.svrepdesign(pairs, type = "Fay", fay.rho = 0.3)
rows <- list()
add <- function(design, name, statistic, by, text, coefficients) {
  of <- switch(statistic,
    mean = svyby(~y, by, design, svymean, covmat = TRUE),
    total = svyby(~y, by, design, svytotal, covmat = TRUE),
    proportion = svyby(~yes, by, design, svymean, covmat = TRUE),
    ratio = svyby(~y, by, design, svyratio, denominator = ~x, covmat = TRUE))
  r <- svycontrast(of, coefficients)
  df <- degf(design)
  t <- coef(r)[[1]] / SE(r)[[1]]
  half <- qt(0.975, df) * SE(r)[[1]]
  rows[[length(rows) + 1]] <<- paste(name, statistic, all.vars(by), text, sprintf("%.15g", coef(r)[[1]]),
    sprintf("%.15g", SE(r)[[1]]), df, sprintf("%.15g", coef(r)[[1]] - half), sprintf("%.15g", coef(r)[[1]] + half),
    sprintf("%.15g", 2 * pt(-abs(t), df)), sep = ",")
}
designs <- list(taylor = plain, fpc = fpc, jkn = jkn, brr = brr, fay = fay)
for (name in names(designs)) for (statistic in c("mean", "total", "proportion", "ratio")) {
  add(designs[[name]], name, statistic, ~dom, "A:1 B:-1", c(1, -1))
  add(designs[[name]], name, statistic, ~ans, "1:-0.5 2:-0.5 3:1", c(-0.5, -0.5, 1))
}
writeLines(c(
  "# R 4.2.2, survey 4.1-1, svycontrast(svyby(~y, ~dom, design, svymean, covmat = TRUE), coefficients); t on degf(design); survey-contrasts.reference.R, 2026-11-25",
  "# mini.csv; brr and fay (rho 0.3) without the primary units 13 and 33",
  "design,statistic,by,coefficients,value,standardError,df,lower,upper,pValue", unlist(rows)), "survey-contrasts.reference.csv")
