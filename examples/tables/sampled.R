# Writes sampled.csv: 90 households drawn in two stages (village, then household) and what became of them. Synthetic.
# Run: Rscript sampled.R
set.seed(20260105)
area <- rep(c("town", "plain", "hills"), each = 30)
village <- paste0(substr(area, 1, 1), rep(rep(1:3, each = 10), 3))
village_probability <- c(town = 0.25, plain = 0.2, hills = 0.5)[area]
household_probability <- c(town = 0.1, plain = 0.125, hills = 0.2)[area]
members <- 1 + rpois(90, 2)
chance <- plogis(-0.4 + 0.45 * members + c(town = -0.5, plain = 0.3, hills = 0.6)[area])
outcome <- ifelse(runif(90) < chance, "complete", "nonresponse")
outcome[c(7, 44)] <- "ineligible"
outcome[c(12, 18, 71)] <- "unknown"
outcome[c(20, 55)] <- "partial"
sampled <- data.frame(area, village, household = 1:90, village_probability, household_probability, members, outcome,
  data_source = "synthetic")
write.csv(sampled, "sampled.csv", row.names = FALSE, quote = FALSE)
