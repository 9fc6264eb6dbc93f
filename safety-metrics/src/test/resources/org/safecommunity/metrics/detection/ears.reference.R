# Writes ears.reference.csv. Run: Rscript ears.reference.R   (R with surveillance)
# C1 and C2 are compared with surveillance::earsC; its limits of C3 add to the observed count and lack the 1, so that C3 is
# the formula of Hutwagner and others 2003 written out.
suppressMessages(library(surveillance))
digits <- function(x) ifelse(is.na(x), "NA", format(x, digits = 17, trim = TRUE))
text <- function(x) paste(digits(x), collapse = " ")
ears <- function(y, b, min_sigma, alpha) {
  n <- length(y); z <- qnorm(1 - alpha)
  stat <- function(lag) sapply(seq_len(n), function(t) {
    first <- t - lag - b + 1; if (first < 1) return(c(NA, NA, NA))
    w <- y[first:(t - lag)]; s <- max(sd(w), min_sigma); c((y[t] - mean(w)) / s, mean(w), s)
  })
  c1 <- stat(1); c2 <- stat(3)
  over <- pmax(0, c2[1, ] - 1)
  c3 <- sapply(seq_len(n), function(t) if (t < 3) NA else sum(over[(t - 2):t]))
  two <- sapply(seq_len(n), function(t) if (t < 3) NA else sum(over[(t - 2):(t - 1)]))
  list(c1 = c1[1, ], u1 = c1[2, ] + z * c1[3, ], c2 = c2[1, ], u2 = c2[2, ] + z * c2[3, ], c3 = c3, u3 = c2[2, ] + c2[3, ] * (1 + z - two))
}
series <- list(sheet = c(3, 5, 2, 4, 6, 3, 4, 5, 2, 3, 4, 6, 12, 15, 4, 3, 5, 2), quiet = c(rep(0, 12), 1, 0, 2, 4, 0, 0, 1, 0),
  flat = c(rep(4, 11), 5, 4, 6, 4, 9), long = c(7, 9, 8, 12, 10, 9, 11, 13, 8, 9, 10, 12, 25, 30, 28, 12, 10, 9, 8, 11, 14, 13, 9, 10))

# random series: few, overdispersed, constant then jumping, large
set.seed(7)
for (i in 1:4) series[[paste0("random", i)]] <- switch(i %% 4 + 1, rpois(sample(12:60, 1), runif(1, 0.1, 2)), rnbinom(40, mu = 12, size = 1.5),
  rep(sample(0:9, 1), 20) + c(rep(0, 13), rpois(7, 2)), rpois(40, 1000))
rows <- NULL
for (name in names(series)) for (b in c(7, 5)) for (alpha in c(0.001, 0.025)) {
  y <- series[[name]]; r <- ears(y, b, 0.5, alpha)
  if (name %in% c("sheet", "long")) for (m in c("C1", "C2")) {
    s <- earsC(sts(y), control = list(method = m, baseline = b, minSigma = 0.5, alpha = alpha))
    first <- length(y) - nrow(s) + 1; mine <- if (m == "C1") r$u1 else r$u2
    ok <- !is.na(mine[first:length(y)]); stopifnot(max(abs(mine[first:length(y)][ok] - as.numeric(upperbound(s))[ok])) < 1e-12)
  }
  for (m in 1:3) rows <- rbind(rows, data.frame(case = name, method = paste0("ears-c", m), baseline = b, alpha = alpha, counts = text(y),
    statistics = text(r[[2 * m - 1]]), thresholds = text(r[[2 * m]])))
}
con <- file("ears.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ", surveillance ", packageVersion("surveillance"), ": earsC(method = C1, C2), C3 written out; ears.reference.R; ",
  Sys.Date(), "; relative tolerance 1e-12"), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE)
close(con)
