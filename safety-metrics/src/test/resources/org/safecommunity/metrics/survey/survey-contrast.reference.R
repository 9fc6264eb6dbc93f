# Writes survey-contrast.reference.csv. Run: Rscript survey-contrast.reference.R   (R with survey 4.1)
suppressMessages(library(survey))
digits <- function(x) format(as.numeric(x), digits = 17, trim = TRUE)
read <- function(name) read.csv(paste0(name, ".csv"), comment.char = "#")
designs <- list(
  mini = svydesign(id = ~psu, strata = ~h, weights = ~w, data = read("mini")),
  apiclus1 = svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = read("apiclus1")),
  apistrat = svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = read("apistrat")))
variances <- list(taylor = identity, jkn = function(d) as.svrepdesign(d, type = if (d$has.strata) "JKn" else "JK1"))
cases <- list(
  list("mini", "dom", "y", "x", c(A = -1, B = 1)), list("mini", "dom", "y", "x", c(A = 0.25, B = 0.75)),
  list("mini", "ans", "y", "x", c("1" = 1, "2" = -0.5, "3" = -0.5)),
  list("apiclus1", "stype", "api00", "api99", c(E = 1, H = -1)),
  list("apiclus1", "stype", "api00", "api99", c(E = 2, H = -1, M = -1)),
  list("apistrat", "stype", "api00", "api99", c(E = 1, H = -2, M = 1)))
rows <- NULL
for (case in cases) for (variance in names(variances)) for (statistic in c("mean", "total", "ratio")) {
  design <- variances[[variance]](designs[[case[[1]]]])
  y <- as.formula(paste0("~", case[[3]]))
  by <- as.formula(paste0("~", case[[2]]))
  domains <- switch(statistic,
    mean = svyby(y, by, design, svymean, covmat = TRUE),
    total = svyby(y, by, design, svytotal, covmat = TRUE),
    ratio = svyby(y, by, design, svyratio, denominator = as.formula(paste0("~", case[[4]])), covmat = TRUE))
  r <- svycontrast(domains, case[[5]])
  rows <- rbind(rows, data.frame(data = case[[1]], by = case[[2]], y = case[[3]], x = case[[4]], variance = variance,
    statistic = statistic, contrast = paste0(names(case[[5]]), "=", case[[5]], collapse = " "),
    value = digits(coef(r)), standardError = digits(SE(r)), df = degf(design)))
}
con <- file("survey-contrast.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ", survey ", packageVersion("survey"), ": svycontrast of svyby(covmat = TRUE); relative ",
  "tolerance 1e-9; calls in survey-contrast.reference.R; ", Sys.Date()), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE)
close(con)
