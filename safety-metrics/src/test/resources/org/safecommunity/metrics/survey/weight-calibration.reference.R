# Writes weight-calibration.reference.csv. Run: Rscript weight-calibration.reference.R   (R with survey 4.1)
suppressMessages(library(survey))
digits <- function(x) format(x, digits = 17, trim = TRUE)
read <- function(name) read.csv(paste0(name, ".csv"), comment.char = "#")
m <- svydesign(id = ~psu, strata = ~h, weights = ~w, data = read("mini"))
a <- svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = read("apiclus1"))
dom <- data.frame(dom = c("A", "B"), Freq = c(300, 280)); yes <- data.frame(yes = 0:1, Freq = c(220, 360))
type <- data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018))
wide <- data.frame(sch_wide = c("No", "Yes"), Freq = c(1072, 5122))
tight <- list(maxit = 1000, epsilon = 1e-10)
cases <- list(
  list("mini", m, postStratify(m, ~dom, dom), "dom"), list("mini", m, rake(m, list(~dom, ~yes), list(dom, yes), control = tight), "dom yes"),
  list("apiclus1", a, postStratify(a, ~stype, type), "stype"),
  list("apiclus1", a, rake(a, list(~stype, ~sch_wide), list(type, wide), control = tight), "stype sch_wide"))
rows <- do.call(rbind, lapply(cases, function(case) {
  data <- read(case[[1]])
  names <- strsplit(case[[4]], " ")[[1]]
  levels <- apply(data[names], 1, function(r) paste(trimws(r), collapse = " "))
  first <- !duplicated(levels)
  data.frame(data = case[[1]], variables = case[[4]], levels = levels[first],
    factor = digits((weights(case[[3]]) / weights(case[[2]]))[first]))
}))
con <- file("weight-calibration.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ", survey ", packageVersion("survey"), ": postStratify(...), rake(epsilon = 1e-10); ",
  "relative tolerance 1e-9; ", Sys.Date()), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE)
close(con)
