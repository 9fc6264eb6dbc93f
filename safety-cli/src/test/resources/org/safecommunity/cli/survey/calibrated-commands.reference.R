# Run in this folder: Rscript calibrated-commands.reference.R   (R with survey 4.1)
# Writes calibrated-commands.csv (the sample MINI) and calibrated-commands.reference.csv.
suppressMessages(library(survey))
digits <- function(x) format(as.numeric(x), digits = 17, trim = TRUE)
m <- read.csv("../../../../../../../../safety-metrics/src/test/resources/org/safecommunity/metrics/survey/mini.csv", comment.char = "#")
m <- m[c("h", "psu", "w", "y", "x", "yes", "dom", "ans")]
write.csv(m, "calibrated-commands.csv", row.names = FALSE, quote = FALSE)
d <- svydesign(~psu, strata = ~h, weights = ~w, data = m)
pop <- data.frame(dom = c("A", "B"), Freq = c(300, 280))
rows <- NULL
for (variance in c("taylor", "jk1", "jkn")) {
  o <- switch(variance, taylor = d, jkn = as.svrepdesign(d, type = "JKn"),
    jk1 = as.svrepdesign(svydesign(~psu, weights = ~w, data = m), type = "JK1"))
  o <- postStratify(o, ~dom, pop)
  add <- function(command, statistic, e, k = 1) rows <<- rbind(rows, data.frame(variance, command, statistic,
    value = digits(coef(e)[k]), error = digits(SE(e)[k])))
  add("rate --events yes --person-time x --per 1", "rate", svyratio(~yes, ~x, o))
  add("likert --items ans --levels 1,2,3 --top 1", "mean", svymean(~ans, o))
  add("likert --items ans --levels 1,2,3 --top 1", "top-box", svymean(~I(ans == 3), o), 2)
  add("score --questionnaire FORM", "awareness-rate", svymean(~yes, o))
  add("change --before x --after y --scores", "difference", svymean(~I(y - x), o))
  # the slope on an indicator is the difference of two means
  add("change --wave yes --from 0 --to 1 --variable y --scores --same-clusters", "difference", svyglm(y ~ yes, o), 2)
  add("mean --variable y", "mean", svymean(~y, o))
  add("compare --variable y --group yes --reference 0", "difference", svyglm(y ~ yes, o), 2)
}
con <- file("calibrated-commands.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ", survey ", packageVersion("survey"), ": postStratify on dom (A 300, B 280), then svyratio, svymean, svyglm; ",
  "relative tolerance 1e-9; calls in calibrated-commands.reference.R; ", Sys.Date()), con)
write.csv(rows, con, row.names = FALSE, quote = c(1, 2))
close(con)
