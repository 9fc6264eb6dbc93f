# Run in this folder: Rscript calibrated-replicates.reference.R   (R with survey 4.1)
# Writes calibrated-replicates.csv (mini.csv without units 13 and 33, with bootstrap weights) and calibrated-replicates.reference.csv.
suppressMessages(library(survey))
options(warn = -1)
digits <- function(x) format(as.numeric(x), digits = 17, trim = TRUE)
mini <- read.csv("mini.csv", comment.char = "#")
mini$dom <- factor(mini$dom)
two <- mini[!mini$psu %in% c(13, 33), ]
set.seed(5)
ds <- svydesign(id = ~psu, strata = ~h, weights = ~w, data = two)
boot <- round(weights(as.svrepdesign(svydesign(id = ~1, weights = ~w, data = two), type = "bootstrap", replicates = 20), "analysis"), 3)
colnames(boot) <- paste0("b", 1:20)
two <- cbind(two, as.data.frame(boot))
write.csv(two, "calibrated-replicates.csv", row.names = FALSE, quote = FALSE)
jk1 <- svydesign(id = ~psu, weights = ~w, data = mini)
all <- svydesign(id = ~psu, strata = ~h, weights = ~w, data = mini)
designs <- function(mse) list(
  JK1 = as.svrepdesign(jk1, type = "JK1", mse = mse),
  JKN = as.svrepdesign(all, type = "JKn", mse = mse),
  BRR = as.svrepdesign(ds, type = "BRR", mse = mse),
  FAY = as.svrepdesign(ds, type = "Fay", fay.rho = 0.3, mse = mse),
  BOOTSTRAP = svrepdesign(data = two, repweights = boot, weights = ~w, type = "bootstrap", mse = mse))
calibrated <- function(d, how) {
  f <- sum(weights(d, "sampling")) / 564
  exact <- function(formula, totals, fun, ...) calibrate(d, formula, f * totals, calfun = fun, epsilon = 1e-12, maxit = 500, compress = FALSE, ...)
  lin <- c(`(Intercept)` = 580, domB = 280, x = 1800)
  switch(how,
    poststratify = postStratify(d, ~dom, data.frame(dom = c("A", "B"), Freq = f * c(300, 280))),
    margins = {
      # rake() stops when the sample as a whole is done, whatever the replicates are
      for (k in 1:400) {
        d <- postStratify(d, ~dom, data.frame(dom = c("A", "B"), Freq = f * c(300, 280)))
        d <- postStratify(d, ~yes, data.frame(yes = 0:1, Freq = f * c(220, 360)))
      }
      d
    },
    rake = exact(~dom + yes, c(`(Intercept)` = 580, domB = 280, yes = 360), "raking"),
    linear = exact(~dom + x, lin, "linear"),
    logit = exact(~dom + x, lin, "logit", bounds = c(0.1, 6)))
}
rows <- NULL
for (mse in c(FALSE, TRUE)) for (type in names(designs(mse))) for (how in c("poststratify", "margins", "rake", "linear", "logit")) {
  if (how %in% c("margins", "logit") && mse) next
  d <- designs(mse)[[type]]
  # calibrate() does not look whether a replicate met the totals
  c <- tryCatch(calibrated(d, how), error = function(e) NULL)
  met <- !is.null(c) && max(abs(colSums(weights(c, "analysis") * (c$variables$dom == "B")) /
    (280 * sum(weights(d, "sampling")) / 564) - 1)) < 1e-9
  if (!met) { message(type, " ", how, " left out"); next }
  add <- function(statistic, e) rows <<- rbind(rows, data.frame(variance = type, centre = if (mse) "ESTIMATE" else "MEAN",
    method = sub("margins", "rake", how), margins = if (how == "poststratify") "dom" else if (how %in% c("linear", "logit")) "dom x" else "dom yes",
    statistic = statistic, value = digits(coef(e)), error = digits(SE(e))))
  add("mean", svymean(~y, c))
  add("total", svytotal(~y, c))
  add("mean-of-B", svymean(~y, subset(c, dom == "B")))
  add("ratio", svyratio(~y, ~x, c))
}
con <- file("calibrated-replicates.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ", survey ", packageVersion("survey"), ": postStratify, rake, calibrate of as.svrepdesign and ",
  "svrepdesign; relative tolerance 1e-8; totals as in calibration.reference.R times sum of weights / 564; calls in calibrated-replicates.reference.R; ", Sys.Date()), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE)
close(con)
