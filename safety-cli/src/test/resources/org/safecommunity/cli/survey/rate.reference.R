# Injury rates of examples/tables/households.csv: design-based ratio, gamma limits of an effective count, log and t limits.
suppressMessages(library(survey))
d <- read.csv("../../../../../../../../examples/tables/households.csv")
ds <- svydesign(ids = ~village, strata = ~stratum, weights = ~weight, data = d)
df <- degf(ds); k <- 1000
one <- function(domain, sub, level, method) {
  r <- svyratio(~injuries, ~people_years, sub); R <- as.numeric(coef(r)); se <- as.numeric(SE(r)); x <- sum(sub$variables$injuries)
  a <- (1 - level) / 2; t <- qt(1 - a, df); z <- qnorm(1 - a)
  xs <- min(x, (R / se)^2 * (z / t)^2)
  ci <- switch(method, gamma = c(qgamma(a, xs), qgamma(1 - a, xs + 1)) * R / xs, log = R * exp(c(-1, 1) * t * se / R), t = R + c(-1, 1) * t * se)
  data.frame(domain, level, method, rate = k * R, se = k * se, lower = k * ci[1], upper = k * ci[2])
}
out <- NULL
for (level in c(0.9, 0.95)) for (m in c("gamma", "log", "t"))
  out <- rbind(out, one("all", ds, level, m), one("yes", subset(ds, helmet == "yes"), level, m), one("no", subset(ds, helmet == "no"), level, m))
f <- "rate.reference.csv"
writeLines(paste0("# R ", getRversion(), ", survey ", packageVersion("survey"), ": svyratio(~injuries, ~people_years, design), qgamma(), calls in rate.reference.R; relative tolerance 1e-9; ", Sys.Date()), f)
out[, 4:7] <- lapply(out[, 4:7], function(v) format(v, digits = 15, scientific = FALSE, trim = TRUE))
suppressWarnings(write.table(out, f, append = TRUE, sep = ",", quote = FALSE, row.names = FALSE))
