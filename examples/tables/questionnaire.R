# Draws the synthetic answers of questionnaire.csv: 2 strata, 8 villages, 20 people in each, R 4.2, fixed seed.
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20090114)
village <- rep(sprintf("v%02d", 1:8), each = 20)
stratum <- rep(c("town", "country"), each = 80)
weight <- rep(c(30, 34, 26, 30, 55, 60, 50, 55), each = 20)
n <- length(village)
tilt <- rep(rnorm(8, 0, 0.4), each = 20) + ifelse(stratum == "town", 0.3, -0.2)
yes <- function(p) ifelse(runif(n) < plogis(qlogis(p) + tilt), "yes", "no")
rate <- function(shift) pmin(5, pmax(1, round(3.6 + shift + tilt + rnorm(n))))
blank <- function(x, p) { x[runif(n) < p] <- ""; x }
d <- data.frame(id = sprintf("p%03d", 1:n), stratum, village, weight,
  villages = ifelse(stratum == "town", 24, 40), sex = sample(c("female", "male"), n, TRUE),
  k1 = yes(0.6), k2 = ifelse(yes(0.85) == "yes", "119", sample(c("110", "120", "0"), n, TRUE)),
  k3 = ifelse(yes(0.55) == "yes", "a", sample(c("b", "c"), n, TRUE)),
  r1 = rate(0.4), r2 = 6 - rate(-0.4), b1 = yes(0.5))
d$b2 <- ifelse(d$b1 == "yes", yes(0.6), "")
d$b3 <- yes(0.45)
d$s1 <- rate(0.3); d$s2 <- rate(-0.2); d$s3 <- rate(0.1)
d$p1 <- yes(0.3)
d$remark <- ""
for (item in c("k3", "r2", "b3", "s2", "s3")) d[[item]] <- blank(as.character(d[[item]]), 0.05)
d$s3[c(7, 90)] <- "9"
d$data_source <- "synthetic"
write.csv(d, "questionnaire.csv", row.names = FALSE, quote = FALSE)
