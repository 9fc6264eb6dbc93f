# Writes nonresponse.reference.csv. Run: Rscript nonresponse.reference.R   (base R)
digits <- function(x) format(as.numeric(x), digits = 17, trim = TRUE)
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(41)
n <- 60
d <- data.frame(cell = sample(c("a", "b", "c"), n, TRUE), x = round(rnorm(n), 3), weight = sample(c(10, 12.5, 20, 40), n, TRUE))
d$disposition <- sample(c("complete", "partial", "nonresponse", "ineligible", "unknown"), n, TRUE, c(0.55, 0.05, 0.3, 0.05, 0.05))
known <- d$disposition != "unknown"
total <- function(w, in_it) tapply(w * in_it, d$cell, sum)[d$cell]
d$eligibility <- ifelse(known, d$weight * total(d$weight, TRUE) / total(d$weight, known), 0)
eligible <- d$disposition %in% c("complete", "partial", "nonresponse")
answered <- d$disposition %in% c("complete", "partial")
share <- function(factor) ifelse(answered, d$eligibility * factor, ifelse(d$disposition == "ineligible", d$eligibility, 0))
d$by_cells <- share(total(d$eligibility, eligible) / total(d$eligibility, answered))
answered_of <- answered[eligible]
fit <- glm(answered_of ~ x + cell, family = quasibinomial, data = d[eligible, ], weights = eligibility,
  control = list(epsilon = 1e-15, maxit = 100))
d$propensity <- 1
d$propensity[eligible] <- fitted(fit)
d$class <- 0
d$class[eligible] <- as.integer(cut(fitted(fit), unique(quantile(fitted(fit), 0:4 / 4)), include.lowest = TRUE))
d$by_propensity <- share(1 / d$propensity)
of <- function(in_it) tapply(d$eligibility * in_it, d$class, sum)[as.character(d$class)]
d$by_classes <- share(of(eligible) / of(answered))
for (name in c("eligibility", "by_cells", "propensity", "by_propensity", "by_classes")) d[[name]] <- digits(d[[name]])
con <- file("nonresponse.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ", base: tapply; glm with family quasibinomial and epsilon 1e-15; quantile (type 7) and cut; ",
  "relative tolerance 1e-9; calls in nonresponse.reference.R; ", Sys.Date()), con)
write.csv(d, con, row.names = FALSE, quote = FALSE)
close(con)
