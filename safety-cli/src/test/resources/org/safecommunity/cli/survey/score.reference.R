# Scores of examples/tables/questionnaire.csv and their estimates. Run in the folder of this script.
suppressMessages(library(survey))
file <- "../../../../../../../../examples/tables/questionnaire.csv"
d <- read.csv(file, colClasses = "character", na.strings = "")
d$weight <- as.numeric(d$weight); d$villages <- as.numeric(d$villages)
design <- function(x) svydesign(ids = ~village, strata = ~stratum, weights = ~weight, fpc = ~villages, data = x)
num <- function(x) { x <- as.numeric(x); ifelse(x == 9, NA, x) }
counted <- list(
  awareness = data.frame(k1 = d$k1 == "yes", k2 = d$k2 == "119", k3 = d$k3 == "a"),
  recognition = data.frame(r1 = num(d$r1) >= 4, r2 = 6 - num(d$r2) >= 4),
  behaviour = data.frame(b2 = ifelse(d$b1 == "yes", d$b2 == "yes", NA), b3 = d$b3 == "yes"),
  satisfaction = data.frame(s1 = num(d$s1) >= 4, s2 = num(d$s2) >= 4, s3 = num(d$s3) >= 4),
  participation = data.frame(p1 = d$p1 == "yes"))
means <- list(
  recognition = rowMeans(cbind(num(d$r1), 6 - num(d$r2)), na.rm = TRUE),
  satisfaction = rowMeans(cbind(num(d$s1), num(d$s2), num(d$s3)), na.rm = TRUE))
due <- list(awareness = 3, recognition = 2, behaviour = ifelse(d$b1 == "yes", 2, 1), satisfaction = 3, participation = 1)
out <- NULL
put <- function(scale, statistic, value, se, limits) {
  limits <- as.numeric(limits)
  out <<- rbind(out, data.frame(scale, statistic, value = as.numeric(value), se = as.numeric(se), lower = limits[1], upper = limits[2], row.names = NULL))
}
for (s in names(counted)) {
  x <- counted[[s]]
  long <- data.frame(village = d$village, stratum = d$stratum, weight = d$weight, villages = d$villages, y = unlist(x))
  # the design of all answers: blanks leave as a domain
  ds <- design(long)
  sub <- subset(ds, !is.na(y))
  ci <- svyciprop(~I(as.numeric(y)), sub, method = "beta", df = degf(ds))
  put(s, paste0(s, "-rate"), as.numeric(ci), as.numeric(SE(ci)), attr(ci, "ci"))
  answered <- rowSums(!is.na(x))
  score <- if (s %in% names(means)) means[[s]] else rowMeans(x, na.rm = TRUE)
  score[answered == 0 | answered < 0.5 * due[[s]]] <- NA
  d$score <- score
  ds <- design(d); sub <- subset(ds, !is.na(score))
  if (s %in% names(means)) { m <- svymean(~score, sub); put(s, "mean-score", coef(m), SE(m), confint(m, df = degf(ds))) }
  d$index <- if (s %in% names(means)) 25 * (score - 1) else 100 * score
  ds <- design(d); sub <- subset(ds, !is.na(index))
  m <- svymean(~index, sub); put(s, "index", coef(m), SE(m), confint(m, df = degf(ds)))
  if (s == "awareness") {
    d$ok <- as.numeric(score >= 0.6 - 1e-9); ds <- design(d); sub <- subset(ds, !is.na(ok))
    ci <- svyciprop(~ok, sub, method = "beta", df = degf(ds)); put(s, "passed-share", as.numeric(ci), as.numeric(SE(ci)), attr(ci, "ci"))
  }
}
f <- "score.reference.csv"
writeLines(paste0("# R ", getRversion(), ", survey ", packageVersion("survey"), ": svyciprop(method = \"beta\"), svymean(), confint(df = degf(design)), calls in score.reference.R; relative tolerance 1e-9; ", Sys.Date()), f)
out[, 3:6] <- lapply(out[, 3:6], function(v) format(v, digits = 15, scientific = FALSE, trim = TRUE))
suppressWarnings(write.table(out, f, append = TRUE, sep = ",", quote = FALSE, row.names = FALSE))
