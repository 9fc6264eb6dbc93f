# Inclusion probabilities proportional to size with certain units taken out repeatedly.
pips <- function(x, n) { p <- rep(0, length(x)); certain <- rep(FALSE, length(x))
  repeat { m <- n - sum(certain); q <- m * x / sum(x[!certain]); new <- !certain & q >= 1 - 1e-12 & m > 0; if (!any(new)) break; certain <- certain | new }
  p[certain] <- 1; p[!certain] <- (n - sum(certain)) * x[!certain] / sum(x[!certain]); p }
cases <- list(list(c(10, 20, 30, 40), 2), list(c(1, 1, 1, 97), 2), list(c(5, 50, 200, 3, 8, 90), 3), list(c(0, 4, 9, 2, 60, 61), 4), list(c(1, 2, 3), 3))
rows <- do.call(rbind, lapply(cases, function(z) data.frame(sizes = paste(z[[1]], collapse = " "), n = z[[2]], p = paste(format(pips(z[[1]], z[[2]]), digits = 15, trim = TRUE), collapse = " "))))
f <- "probabilities.reference.csv"
writeLines(paste0("# R ", getRversion(), ": pips(x, n) of probabilities.reference.R; ", Sys.Date()), f)
suppressWarnings(write.table(rows, f, append = TRUE, sep = ",", quote = FALSE, row.names = FALSE))
