# Neyman allocation of small samples by search over every allocation: least variance of the stratified mean, sum N_h^2 S_h^2 / n_h.
set.seed(7)
rows <- NULL
for (case in 1:12) {
  k <- 3; N <- sample(20:60, k); S <- round(runif(k, 1, 9), 1); n <- sample(9:16, 1); least <- 2
  share <- n * N * S / sum(N * S)
  grid <- expand.grid(lapply(N, function(m) least:min(m, n)))
  grid <- grid[rowSums(grid) == n, ]
  v <- apply(grid, 1, function(g) sum(N^2 * S^2 / g))
  rows <- rbind(rows, data.frame(case, N = paste(N, collapse = " "), S = paste(S, collapse = " "), n, least,
    exact = paste(format(share, digits = 15, trim = TRUE), collapse = " "), best = format(min(v), digits = 15)))
}
f <- "allocation.reference.csv"
writeLines(paste0("# R ", getRversion(), ": expand.grid(...) over every allocation, share n * N * S / sum(N * S); ", Sys.Date()), f)
suppressWarnings(write.table(rows, f, append = TRUE, sep = ",", quote = FALSE, row.names = FALSE))
