# Writes survey-proportion-interval.reference.csv. Run: Rscript survey-proportion-interval.reference.R
suppressMessages(library(survey))
digits <- function(x) format(x, digits = 17, trim = TRUE)
read <- function(name) read.csv(paste0(name, ".csv"), comment.char = "#")
designs <- list(
  mini = svydesign(id = ~psu, strata = ~h, weights = ~w, data = read("mini")),
  apiclus1 = svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = read("apiclus1")),
  apistrat = svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = read("apistrat")))
cases <- list(c("mini", "yes", "1"), c("mini", "ans", "2"), c("apiclus1", "ell", "0"), c("apiclus1", "sch_wide", "Yes"),
  c("apistrat", "sch_wide", "Yes"), c("apistrat", "awards", "No"))
# Wilson limits with p(1 - p)/v trials and t for z (Dean & Pagano 2015); survey 4.1 has no function for them
wilson <- function(p, v, t) {
  m <- p * (1 - p) / v
  middle <- p + t^2 / (2 * m)
  half <- t * sqrt(p * (1 - p) / m + t^2 / (4 * m^2))
  c(middle - half, middle + half) / (1 + t^2 / m)
}
rows <- NULL
for (case in cases) for (level in c(0.9, 0.95)) for (method in c("beta", "logit", "wald", "wilson")) {
  design <- designs[[case[1]]]
  f <- as.formula(sprintf("~I(%s == '%s')", case[2], case[3]))
  named <- c(beta = "beta", logit = "xlogit", wald = "mean", wilson = "mean")[[method]]
  estimate <- svyciprop(f, design, method = named, level = level, df = degf(design))
  limits <- if (method == "wilson") wilson(as.numeric(coef(estimate)), as.numeric(vcov(estimate)),
    qt(1 - (1 - level) / 2, degf(design))) else as.numeric(attr(estimate, "ci"))
  rows <- rbind(rows, data.frame(data = case[1], variable = case[2], category = case[3], method = method, level = level,
    value = digits(as.numeric(coef(estimate))), lower = digits(limits[1]), upper = digits(limits[2])))
}
con <- file("survey-proportion-interval.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ", survey ", packageVersion("survey"), ": svyciprop(method = beta, xlogit, mean); ",
  "wilson by its formula, in the script; relative tolerance 1e-9; ", Sys.Date()), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE)
close(con)
