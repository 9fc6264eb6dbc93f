# Writes control-chart.reference.csv. Run: Rscript control-chart.reference.R
# The published formulas written out in base R; where a book prints limits they are compared with them and named below.
digits <- function(x) format(x, digits = 17, trim = TRUE)
text <- function(x) paste(format(x, digits = 15, trim = TRUE), collapse = " ")
row <- function(case, type, x, n, baseline, limits, weighted, value, centre, lower, upper, signals)
  data.frame(case = case, type = type, events = text(x), sizes = if (is.null(n)) "" else text(n), baseline = baseline,
    limits = limits, weighted = weighted, values = text17(value), centres = text17(centre), lowers = text17(lower),
    uppers = text17(upper), signals = signals)
text17 <- function(x) paste(digits(x), collapse = " ")
beyond <- function(v, l, u) paste(which(v < l | v > u), collapse = " ")
shewhart <- function(case, type, x, n = NULL, k = 3, base = seq_along(x)) {
  nn <- if (is.null(n)) rep(1, length(x)) else n
  centre <- if (type %in% c("c", "g")) mean(x[base]) else sum(x[base]) / sum(nn[base])
  plain <- switch(sub("laney-", "", type), c = rep(sqrt(centre), length(x)), u = sqrt(centre / nn),
    np = sqrt(nn * centre * (1 - centre)), p = sqrt(centre * (1 - centre) / nn), g = rep(sqrt(centre * (centre + 1)), length(x)))
  value <- if (type %in% c("c", "np", "g")) x else x / nn
  s <- if (startsWith(type, "laney")) mean(abs(diff(((value - centre) / plain)[base]))) / (2 / sqrt(pi)) else 1
  middle <- if (type == "np") nn * centre else rep(centre, length(x))
  most <- if (type == "np") nn else if (type %in% c("p", "laney-p")) 1 else Inf
  lower <- pmax(0, middle - k * s * plain); upper <- pmin(most, middle + k * s * plain)
  row(case, type, x, n, paste(range(base), collapse = " "), paste("sigma", k), "", value, middle, lower, upper, beyond(value, lower, upper))
}
quantiles <- function(case, type, x, n = NULL, tail) {
  nn <- if (is.null(n)) rep(1, length(x)) else n
  centre <- if (type %in% c("c", "g")) mean(x) else sum(x) / sum(nn)
  q <- function(p) switch(type, c = rep(qpois(p, centre), length(x)), u = qpois(p, nn * centre) / nn,
    np = qbinom(p, nn, centre), p = qbinom(p, nn, centre) / nn, g = rep(qgeom(p, 1 / (centre + 1)), length(x)))
  value <- if (type %in% c("c", "np", "g")) x else x / nn
  middle <- switch(type, np = nn * centre, g = q(0.5), rep(centre, length(x)))
  row(case, type, x, n, paste(1, length(x)), paste("probability", tail), "", value, middle, q(tail), q(1 - tail), beyond(value, q(tail), q(1 - tail)))
}
ewma <- function(case, x, mu, sigma, lambda, l, given, clip = FALSE) {
  z <- Reduce(function(a, b) lambda * b + (1 - lambda) * a, x, mu, accumulate = TRUE)[-1]
  half <- l * sigma * sqrt(lambda / (2 - lambda) * (1 - (1 - lambda)^(2 * seq_along(x))))
  lower <- if (clip) pmax(0, mu - half) else mu - half
  row(case, "ewma", x, NULL, paste(1, length(x)), paste("sigma", l), paste(lambda, 0.5, 5, given), z, rep(mu, length(x)), lower, mu + half,
    beyond(z, lower, mu + half))
}
cusum <- function(case, x, mu, sigma, k, h, given) {
  z <- (x - mu) / sigma; up <- 0; down <- 0; u <- c(); d <- c()
  for (v in z) { up <- max(0, v - k + up); down <- max(0, -v - k + down); u <- c(u, up); d <- c(d, down) }
  row(case, "cusum", x, NULL, paste(1, length(x)), "sigma 3", paste(0.2, k, h, given), u, rep(0, length(x)), rep(-h, length(x)),
    rep(h, length(x)), paste(which(u > h | d > h), collapse = " "))
}
individuals <- function(case, type, x, k = 3, base = seq_along(x), clip = FALSE) {
  y <- if (type == "t") x^(1 / 3.6) else x
  sd <- mean(abs(diff(y[base]))) / (2 / sqrt(pi)); centre <- mean(y[base])
  back <- function(v) if (type == "t") pmax(0, v)^3.6 else v
  limits <- function(v) rep(back(v), length(x))
  row(case, type, x, NULL, paste(range(base), collapse = " "), paste("sigma", k), "", x, limits(centre), limits(if (clip) max(0, centre - k * sd) else centre - k * sd),
    limits(centre + k * sd), beyond(x, back(centre - k * sd), back(centre + k * sd)))
}
exponential <- function(case, x, tail) {
  q <- function(p) rep(qexp(p, 1 / mean(x)), length(x))
  row(case, "t", x, NULL, paste(1, length(x)), paste("probability", tail), "", x, q(0.5), q(tail),
    rep(qexp(tail, 1 / mean(x), lower.tail = FALSE), length(x)), beyond(x, q(tail), q(1 - tail)))
}
boards <- c(21,24,16,12,15,5,28,20,31,25,20,24,16,19,10,17,13,22,18,39,30,24,16,19,17,15)
# the books print a centre of 19.85, and limits of 6.48 and 33.22 from the rounded centre
stopifnot(abs(mean(boards) - 19.85) < 0.005)
juice <- c(12,15,8,10,4,7,16,9,14,10,5,6,17,12,22,8,10,5,13,11,20,18,24,15,9,12,7,13,9,6)
stopifnot(abs(sum(juice) / 1500 - 0.2313) < 5e-5)
pc <- c(10,12,8,14,10,16,11,7,10,15,9,5,7,11,12,6,8,10,7,5)
x <- c(30,42,25,38,51,29,33,47,36,40,28,55); n <- c(12.1,14.0,11.2,13.5,15.1,12.0,12.8,14.4,13.0,13.7,11.8,15.6)
trials <- c(100, 120, 90, 110, 130, 95, 105, 125, 108, 112, 98, 140)
gaps <- c(2,11,5,0,30,7,14,3,22,9)
montgomery <- c(9.45,7.99,9.29,11.66,12.16,10.18,8.04,11.46,9.20,10.34,9.03,11.47,10.51,9.40,10.08,9.37,10.62,10.31,8.52,10.84,
  10.90,9.33,12.29,11.50,10.60,11.08,10.38,11.62,11.31,10.52)
# hours between failures of a valve, Montgomery; the book prints a mean of 5.39 of the transformed values
valve <- c(286,948,536,124,816,729,4,143,431,8,2837,596,81,227,603,492,1199,1214,2831,96)
stopifnot(abs(mean(valve^(1 / 3.6)) - 5.386) < 0.01)
few <- c(2, 3, 1, 4, 6, 7, 3, 8, 2, 5)
rows <- rbind(
  shewhart("circuits", "c", boards), shewhart("circuits", "c", boards, k = 2), shewhart("circuits", "c", boards, base = 1:10),
  quantiles("circuits", "c", boards, tail = 0.00135),
  shewhart("juice", "p", juice, rep(50, 30)), shewhart("juice", "np", juice, rep(50, 30)),
  quantiles("juice", "p", juice, rep(50, 30), tail = 0.00135), quantiles("juice", "np", juice, rep(50, 30), tail = 0.01),
  shewhart("computers", "u", pc, rep(5, 20)), quantiles("rates", "u", x, n, tail = 0.00135), shewhart("rates", "u", x, n),
  shewhart("rates", "laney-u", x, n), shewhart("rates large", "laney-u", x * 80, n * 80), shewhart("rates", "laney-u", x, n, base = 3:9),
  shewhart("shares", "laney-p", x, trials), shewhart("high shares", "p", trials - c(0, 1, 0, 0, 2, 0, 0, 1, 0, 0, 0, 9), trials),
  shewhart("gaps", "g", gaps), quantiles("gaps", "g", gaps, tail = 0.00135),
  ewma("montgomery", montgomery, 10, 1, 0.1, 2.7, "10 1"), ewma("counts", few, mean(few), sqrt(mean(few)), 0.2, 3, "NA NA", TRUE),
  ewma("raw", montgomery, mean(montgomery), mean(abs(diff(montgomery))) / (2 / sqrt(pi)), 0.3, 3, "NA NA"),
  individuals("montgomery", "i-mr", montgomery), individuals("montgomery", "i-mr", montgomery, k = 2, base = 5:20),
  individuals("small counts", "i-mr", few, clip = TRUE), individuals("valve", "t", valve), individuals("valve", "t", valve, base = 1:12), exponential("valve", valve, 0.00135),
  cusum("montgomery", montgomery, 10, 1, 0.5, 5, "10 1"), cusum("counts", few, mean(few), sqrt(mean(few)), 0.25, 2, "NA NA"))
# random series: Poisson, overdispersed, with many zeros, short and long, with denominators
set.seed(7)
for (i in 1:4) {
  m <- c(8, 15, 30, 60)[i %% 4 + 1]; size <- round(runif(m, 20, 200)); rate <- runif(1, 0.02, 0.4)
  x <- pmin(size, switch(i %% 3 + 1, rpois(m, rate * size), rnbinom(m, mu = rate * size, size = 2), rbinom(m, 3, 0.3))); x[1] <- 1; x[2] <- 2
  k <- sample(c(2, 3), 1); base <- seq_len(sample(c(6, m), 1)); name <- paste("random", i)
  for (type in c("c", "g")) rows <- rbind(rows, shewhart(name, type, x, NULL, k, base))
  for (type in c("u", "np", "p", "laney-u", "laney-p")) rows <- rbind(rows, shewhart(name, type, x, size, k, base))
  gap <- round(rexp(m, 1 / 20), 2)
  rows <- rbind(rows, quantiles(name, "u", x, size, tail = 0.01), quantiles(name, "p", x, size, tail = 0.01), exponential(name, gap, 0.01),
    individuals(name, "i-mr", x, k, base, clip = TRUE), individuals(name, "t", gap, k, base),
    ewma(name, x, mean(x), sqrt(mean(x)), 0.2, k, "NA NA", TRUE), cusum(name, x, mean(x), sqrt(mean(x)), 0.5, 4, "NA NA"))
}
con <- file("control-chart.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ": formulas written out, qpois(), qbinom(), qgeom(), qexp(); control-chart.reference.R; ", Sys.Date(),
  "; relative tolerance 1e-12"), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE, na = "")
close(con)
