# Writes survey-rank-test.reference.csv. Run: Rscript survey-rank-test.reference.R   (R with survey 4.1)
suppressMessages(library(survey))
digits <- function(x) format(as.numeric(x), digits = 17, trim = TRUE)
read <- function(name) read.csv(paste0(name, ".csv"), comment.char = "#")
designs <- list(
  mini = svydesign(id = ~psu, strata = ~h, weights = ~w, data = read("mini")),
  apiclus1 = svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = read("apiclus1")),
  apistrat = svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = read("apistrat")))
cases <- list(c("mini", "y", "dom"), c("mini", "y", "ans"), c("apiclus1", "api00", "sch_wide"), c("apiclus1", "api00", "stype"),
  c("apistrat", "api00", "awards"))
rows <- NULL
for (case in cases) for (test in c("wilcoxon", "KruskalWallis", "vanderWaerden", "median")) {
  design <- designs[[case[1]]]
  design$variables$g <- factor(design$variables[[case[3]]])
  r <- svyranktest(as.formula(paste(case[2], "~ g")), design, test = test)
  two <- nlevels(design$variables$g) == 2
  m <- nlevels(design$variables$g) - 1
  rows <- rbind(rows, data.frame(data = case[1], y = case[2], g = case[3], test = test, groups = m + 1,
    statistic = digits(if (two) r$statistic else r$parameter / m), df = digits(if (two) r$parameter else r$ddf), p = digits(r$p.value)))
}
con <- file("survey-rank-test.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ", survey ", packageVersion("survey"), ": svyranktest; of two groups t, the second level minus ",
  "the first, of more the chi-squared over its degrees of freedom; relative tolerance 1e-9; calls in survey-rank-test.reference.R; ", Sys.Date()), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE)
close(con)
