# Draws the synthetic answers of rounds.csv: two rounds with different people, 2 strata, 4 villages a stratum and round, R 4.2, fixed seed.
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(4105)
one <- function(year, shift) {
  village <- rep(sprintf("%s%d", rep(c("t", "c"), each = 4), 1:8), each = 12)
  stratum <- rep(c("town", "country"), each = 48)
  tilt <- rep(rnorm(8, 0, 0.3), each = 12) + shift
  n <- length(village)
  data.frame(year, stratum, village = paste0(village, "-", year), weight = rep(c(25, 40), each = 48),
    sex = sample(c("female", "male"), n, TRUE), aware = ifelse(runif(n) < plogis(tilt), "yes", "no"),
    helmet = ifelse(runif(n) < plogis(tilt / 2 - 0.3), "yes", "no"), satisfaction = pmin(5, pmax(1, round(3.5 + tilt / 2 + rnorm(n)))))
}
d <- rbind(one(2023, -0.2), one(2024, 0.5))
d$helmet[c(5, 100)] <- ""
d$data_source <- "synthetic"
write.csv(d, "rounds.csv", row.names = FALSE, quote = FALSE)
