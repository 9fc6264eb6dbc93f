# Draws the synthetic list of households frame.csv: 10 villages of 2 strata, R 4.2, fixed seed.
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(9001)
n <- c(40, 12, 25, 33, 8, 3, 50, 21, 17, 31)
village <- rep(sprintf("v%02d", 1:10), n)
d <- data.frame(household = sprintf("h%03d", seq_along(village)), stratum = rep(rep(c("town", "country"), c(4, 6)), n), village,
  residents = 1 + rpois(sum(n), 2), oldest = round(runif(sum(n), 25, 92)))
d$data_source <- "synthetic"
write.csv(d, "frame.csv", row.names = FALSE, quote = FALSE)
