# Writes survey-independence.reference.csv. Run: Rscript survey-independence.reference.R   (R with survey 4.1)
suppressMessages(library(survey))
digits <- function(x) format(as.numeric(x), digits = 17, trim = TRUE)
read <- function(name) read.csv(paste0(name, ".csv"), comment.char = "#")
designs <- list(
  mini = svydesign(id = ~psu, strata = ~h, weights = ~w, data = read("mini")),
  apiclus1 = svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = read("apiclus1")),
  apistrat = svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = read("apistrat")))
cases <- list(c("mini", "yes", "ans"), c("mini", "dom", "yes"), c("mini", "dom", "ans"), c("apiclus1", "sch_wide", "stype"),
  c("apistrat", "sch_wide", "awards"), c("apistrat", "stype", "awards"))
rows <- NULL
for (case in cases) {
  f <- as.formula(paste("~", case[2], "+", case[3]))
  test <- svychisq(f, designs[[case[1]]], statistic = "F")
  first <- svychisq(f, designs[[case[1]]], statistic = "Chisq")
  wald <- svychisq(f, designs[[case[1]]], statistic = "Wald")
  adjusted <- svychisq(f, designs[[case[1]]], statistic = "adjWald")
  rows <- rbind(rows, data.frame(data = case[1], row = case[2], column = case[3], chi_squared = digits(first$statistic),
    f = digits(test$statistic), ndf = digits(test$parameter[1]), ddf = digits(test$parameter[2]), p = digits(test$p.value),
    first_p = digits(first$p.value), wald = digits(wald$statistic), wald_p = digits(wald$p.value),
    adjusted = digits(adjusted$statistic), adjusted_df = digits(adjusted$parameter[2]), adjusted_p = digits(adjusted$p.value)))
}
con <- file("survey-independence.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ", survey ", packageVersion("survey"), ": svychisq(statistic = \"F\"), Pearson and the p of first order by ",
  "svychisq(statistic = \"Chisq\"), Wald tests by \"Wald\" and \"adjWald\"; relative tolerance 1e-7; ", Sys.Date()), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE)
close(con)
