# Writes survey-quantile.reference.csv. Run: Rscript survey-quantile.reference.R   (R with survey 4.1)
suppressMessages(library(survey))
digits <- function(x) ifelse(is.na(x), "", format(x, digits = 17, trim = TRUE))
read <- function(name) read.csv(paste0(name, ".csv"), comment.char = "#")
designs <- list(
  mini = svydesign(id = ~psu, strata = ~h, weights = ~w, data = read("mini")),
  apiclus1 = svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = read("apiclus1")),
  apistrat = svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = read("apistrat")))
variables <- c(mini = "y", apiclus1 = "api00", apistrat = "enroll")
rules <- c("math", "school", paste0("hf", 1:9))
rows <- NULL
for (data in names(designs)) for (rule in rules) for (p in c(0.1, 0.25, 0.5, 0.75, 0.9)) {
  q <- svyquantile(as.formula(paste("~", variables[[data]])), designs[[data]], p, qrule = rule,
    interval.type = "mean", df = degf(designs[[data]]))[[1]]
  rows <- rbind(rows, data.frame(data = data, variable = variables[[data]], rule = rule, p = p, value = digits(q[1]),
    lower = digits(q[2]), upper = digits(q[3]), standardError = digits(q[4])))
}
con <- file("survey-quantile.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ", survey ", packageVersion("survey"), ": svyquantile(interval.type = \"mean\", ",
  "df = degf(design)); relative tolerance 1e-9 (limits 1e-7); an empty limit is unbounded; ", Sys.Date()), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE)
close(con)
