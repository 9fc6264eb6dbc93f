# Writes mcnemar.reference.csv. Run: Rscript mcnemar.reference.R
digits <- function(x) format(x, digits = 17, trim = TRUE)
tables <- list(c(794, 150, 86, 570), c(36, 12, 2, 0), c(20, 12, 2, 16), c(10, 1, 7, 5), c(0, 0, 5, 0), c(3, 4, 4, 2),
  c(100300, 24800, 25300, 90100), c(5, 0, 0, 5), c(0, 3, 0, 4))
# Newcombe 1998, method 10, for p1 - p2 = before - after, from Wilson limits by prop.test
newcombe <- function(t) {
  a <- t[1]; b <- t[2]; c <- t[3]; d <- t[4]; n <- sum(t)
  w1 <- prop.test(a + b, n, correct = FALSE)$conf.int; w2 <- prop.test(a + c, n, correct = FALSE)$conf.int
  p1 <- (a + b) / n; p2 <- (a + c) / n
  margins <- (a + b) * (c + d) * (a + c) * (b + d)
  x <- a * d - b * c
  phi <- if (margins == 0) 0 else (if (x > 0) max(x - n / 2, 0) else x) / sqrt(margins)
  dl <- sqrt((p1 - w1[1])^2 - 2 * phi * (p1 - w1[1]) * (w2[2] - p2) + (w2[2] - p2)^2)
  du <- sqrt((w1[2] - p1)^2 - 2 * phi * (w1[2] - p1) * (p2 - w2[1]) + (p2 - w2[1])^2)
  c(p1 - p2 - dl, p1 - p2 + du)
}
rows <- do.call(rbind, lapply(tables, function(t) {
  b <- t[2]; c <- t[3]; m <- min(b, c)
  z2 <- if (b + c == 0) 0 else mcnemar.test(matrix(t, 2, byrow = TRUE), correct = FALSE)$statistic
  exact <- if (b + c == 0) 1 else binom.test(b, b + c)$p.value
  mid <- if (b == c) 1 else 2 * pbinom(m, b + c, 0.5) - dbinom(m, b + c, 0.5)
  theta <- newcombe(t)
  data.frame(a = t[1], b = b, c = c, d = t[4], z2 = digits(as.numeric(z2)), exact = digits(exact), mid_p = digits(mid),
    change = digits((c - b) / sum(t)), lower = digits(-theta[2]), upper = digits(-theta[1]))
}))
con <- file("mcnemar.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ": mcnemar.test(correct = FALSE), binom.test, pbinom, Newcombe's method 10 from ",
  "prop.test(correct = FALSE), negated: after - before; relative tolerance 1e-9; ", Sys.Date()), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE)
close(con)
