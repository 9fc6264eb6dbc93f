# Change between the rounds of examples/tables/rounds.csv: one design with strata by round, one with the villages taken as the same, and two samples.
suppressMessages(library(survey))
d <- read.csv("../../../../../../../../examples/tables/rounds.csv", na.strings = "")
d$y1 <- as.numeric(d$aware == "yes"); d$y2 <- as.numeric(d$helmet == "yes"); d$y3 <- d$satisfaction
d$place <- substr(d$village, 1, 2)
out <- NULL
put <- function(mode, variable, value, se, df) {
  t <- qt(0.975, df); m <- c(0.1, 0.1, 0.5)[match(variable, c("aware", "helmet", "satisfaction"))]
  out <<- rbind(out, data.frame(mode, variable, value, se, lower = value - t * se, upper = value + t * se, p = 2 * pt(-abs(value / se), df),
    tost = max(pt((value + m) / se, df, lower.tail = FALSE), pt((value - m) / se, df)), df))
}
for (i in 1:3) {
  v <- c("aware", "helmet", "satisfaction")[i]; f <- as.formula(paste0("~y", i))
  for (mode in c("crossed", "same")) {
    ds <- if (mode == "crossed") svydesign(ids = ~village, strata = ~interaction(stratum, year), weights = ~weight, data = d) else
      svydesign(ids = ~place, strata = ~stratum, weights = ~weight, data = d)
    g <- svyglm(as.formula(paste0("y", i, " ~ I(year == 2024)")), ds, na.action = na.omit)
    put(mode, v, as.numeric(coef(g)[2]), as.numeric(SE(g)[2]), degf(ds))
  }
  e <- lapply(c(2023, 2024), function(y) { ds <- svydesign(ids = ~village, strata = ~stratum, weights = ~weight, data = d[d$year == y, ]); m <- svymean(f, ds, na.rm = TRUE); c(coef(m), SE(m)^2, degf(ds)) })
  V <- e[[1]][2] + e[[2]][2]
  put("files", v, as.numeric(e[[2]][1] - e[[1]][1]), as.numeric(sqrt(V)), as.numeric(V^2 / (e[[1]][2]^2 / e[[1]][3] + e[[2]][2]^2 / e[[2]][3])))
}
out$holm <- ave(out$p, out$mode, FUN = function(p) p.adjust(p, "holm"))
out$bh <- ave(out$p, out$mode, FUN = function(p) p.adjust(p, "BH"))
out$bonferroni <- ave(out$p, out$mode, FUN = function(p) p.adjust(p, "bonferroni"))
f <- "change.reference.csv"
writeLines(paste0("# R ", getRversion(), ", survey ", packageVersion("survey"), ": svyglm(y ~ I(year == 2024), design), svymean(), p.adjust(), calls in change.reference.R; relative tolerance 1e-9; ", Sys.Date()), f)
out[, 3:12] <- lapply(out[, 3:12], function(v) format(v, digits = 15, scientific = TRUE, trim = TRUE))
suppressWarnings(write.table(out, f, append = TRUE, sep = ",", quote = FALSE, row.names = FALSE))
