# Writes survey-regression.reference.csv. Run: Rscript survey-regression.reference.R   (R with survey 4.1)
suppressMessages(library(survey))
digits <- function(x) format(as.numeric(x), digits = 17, trim = TRUE)
read <- function(name) read.csv(paste0(name, ".csv"), comment.char = "#")
mini <- read("mini")
designs <- list(
  mini = svydesign(id = ~psu, strata = ~h, weights = ~w, data = mini),
  apiclus1 = svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = read("apiclus1")),
  apistrat = svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = read("apistrat")))
cases <- list(
  list("mini", "linear", "y", "x", "", "", "taylor"), list("mini", "linear", "y", "x+dom", "", "", "taylor"),
  list("mini", "linear", "y", "x", "", "A", "taylor"),
  list("mini", "logistic", "yes", "x", "", "", "taylor"), list("mini", "poisson", "yes", "dom", "", "", "taylor"),
  list("mini", "poisson", "x", "dom+yes", "y", "", "taylor"), list("mini", "logistic", "yes", "x", "", "", "jkn"),
  list("mini", "linear", "y", "x+dom", "", "", "jkn"), list("mini", "poisson", "x", "dom", "y", "", "jkn"),
  list("apiclus1", "linear", "api00", "stype+sch_wide", "", "", "taylor"),
  list("apistrat", "logistic", "sch_wide", "api00", "", "", "taylor"),
  list("apistrat", "linear", "api00", "sch_wide+awards", "", "", "taylor"))
rows <- NULL
for (case in cases) {
  design <- designs[[case[[1]]]]
  if (case[[7]] == "jkn") design <- as.svrepdesign(design, type = "JKn")
  df <- degf(design)
  if (case[[6]] != "") design <- subset(design, dom == case[[6]])
  terms <- strsplit(case[[4]], "+", fixed = TRUE)[[1]]
  left <- if (case[[1]] == "apistrat" && case[[3]] == "sch_wide") "I(sch_wide == 'Yes')" else case[[3]]
  right <- paste(ifelse(terms %in% c("x", "api00", "yes"), terms, paste0("factor(", terms, ")")), collapse = "+")
  if (case[[5]] != "") right <- paste0(right, "+offset(log(", case[[5]], "))")
  family <- switch(case[[2]], linear = gaussian(), logistic = quasibinomial(), poisson = quasipoisson())
  m <- svyglm(as.formula(paste(left, "~", right)), design, family = family, control = list(epsilon = 1e-15, maxit = 100))
  # once more from the estimates, because R takes the covariance from the weights of the step before the last
  m <- svyglm(as.formula(paste(left, "~", right)), design, family = family, start = coef(m), control = list(epsilon = 1e-15, maxit = 100))
  p <- length(coef(m))
  for (j in 1:p) rows <- rbind(rows, data.frame(data = case[[1]], model = case[[2]], response = case[[3]], terms = gsub("+", " ", case[[4]], fixed = TRUE),
    person_time = case[[5]], domain = case[[6]], variance = case[[7]], column = j - 1, coefficient = digits(coef(m)[j]),
    error = digits(SE(m)[j]), df = df + 1 - p))
  if (length(terms) == 1 && grepl("factor", right) || length(terms) == 2) {
    last <- if (terms[length(terms)] %in% c("x", "api00", "yes")) terms[length(terms)] else paste0("factor(", terms[length(terms)], ")")
    t <- regTermTest(m, as.formula(paste("~", last)), df = df + 1 - p)
    rows <- rbind(rows, data.frame(data = case[[1]], model = case[[2]], response = case[[3]], terms = gsub("+", " ", case[[4]], fixed = TRUE),
      person_time = case[[5]], domain = case[[6]], variance = case[[7]], column = -1, coefficient = digits(t$Ftest), error = digits(t$p), df = df + 1 - p))
  }
}
con <- file("survey-regression.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ", survey ", packageVersion("survey"), ": svyglm(epsilon = 1e-15); column -1 is regTermTest of the last term ",
  "(coefficient = F, error = p); df of the whole design + 1 - p; relative tolerance 1e-9; ", Sys.Date()), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE)
close(con)
