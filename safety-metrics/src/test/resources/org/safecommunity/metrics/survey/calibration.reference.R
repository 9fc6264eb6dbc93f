# Writes calibration.reference.csv. Run: Rscript calibration.reference.R   (R with survey 4.1)
suppressMessages(library(survey))
digits <- function(x) format(as.numeric(x), digits = 17, trim = TRUE)
mini <- read.csv("mini.csv", comment.char = "#")
mini$dom <- factor(mini$dom)
mini$aware <- mini$yes
d <- svydesign(id = ~psu, strata = ~h, weights = ~w, data = mini)
exact <- function(formula, totals, fun, ...) calibrate(d, formula, totals, calfun = fun, epsilon = 1e-13, maxit = 200, ...)
lin <- c(`(Intercept)` = 580, domB = 280, x = 1800)
designs <- list(
  poststratify = list("dom", postStratify(d, ~dom, data.frame(dom = c("A", "B"), Freq = c(300, 280)))),
  rake = list("dom yes", exact(~dom + yes, c(`(Intercept)` = 580, domB = 280, yes = 360), "raking")),
  linear = list("dom x", exact(~dom + x, lin, "linear")),
  rake = list("dom x", exact(~dom + x, lin, "raking")),
  logit = list("dom x", exact(~dom + x, lin, "logit", bounds = c(0.7, 1.4))),
  truncated = list("dom x", exact(~dom + x, lin, "linear", bounds = c(0.93, 1.2))))
rows <- NULL
for (i in seq_along(designs)) {
  c <- designs[[i]][[2]]
  g <- weights(c) / mini$w
  part <- subset(c, dom == "B")
  add <- function(statistic, e) rows <<- rbind(rows, data.frame(method = names(designs)[i], margins = designs[[i]][[1]],
    statistic = statistic, value = digits(coef(e)), error = digits(SE(e)), smallest = digits(min(g)), largest = digits(max(g))))
  add("mean", svymean(~y, c))
  add("total", svytotal(~y, c))
  add("mean-of-B", svymean(~y, part))
  add("ratio", svyratio(~y, ~x, c))
}
con <- file("calibration.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ", survey ", packageVersion("survey"), ": postStratify and calibrate (epsilon 1e-13), ",
  "totals A 300, B 280, yes 360 of 580, x 1800, bounds 0.7, 1.4 and 0.93, 1.2; relative tolerance 1e-9; calls in calibration.reference.R; ", Sys.Date()), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE)
close(con)
