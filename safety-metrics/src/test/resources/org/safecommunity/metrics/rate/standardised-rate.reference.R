# Directly standardised rates and their limits, per one unit of person-time. Run: Rscript standardised-rate.reference.R
library(epitools)
num <- function(v) ifelse(is.na(v), "", sprintf("%.17g", v))
list.text <- function(v) paste(sprintf("%.17g", v), collapse = " ")

byar <- function(d, tail) {
  z <- qnorm(tail, lower.tail = FALSE)
  c(max(0, d * (1 - 1 / (9 * d) - z / (3 * sqrt(d)))^3), (d + 1) * (1 - 1 / (9 * (d + 1)) + z / (3 * sqrt(d + 1)))^3)
}
exact <- function(d, tail) c(qgamma(tail, d), qgamma(tail, d + 1, lower.tail = FALSE))

limits <- function(method, x, n, w, tail) {
  c <- w / sum(w) / n
  y <- sum(c * x)
  v <- sum(c^2 * x)
  d <- sum(x)
  z <- qnorm(tail, lower.tail = FALSE)
  lower <- if (d == 0) 0 else qgamma(tail, y^2 / v) * v / y
  dobson <- function(l) if (d == 0) c(NA, NA) else pmax(0, y + sqrt(v / d) * (l - d))
  switch(method,
    # the lower limit of epitools is NaN without events: 0 there
    "FAY_FEUER" = {
      l <- ageadjust.direct(x, n, stdpop = w, conf.level = 1 - 2 * tail)
      c(if (d == 0) 0 else l[["lci"]], l[["uci"]])
    },
    "TIWARI" = {
      m <- y + mean(c)
      s <- v + mean(c^2)
      c(lower, qgamma(tail, m^2 / s, lower.tail = FALSE) * s / m)
    },
    "DOBSON" = dobson(byar(d, tail)),
    "DOBSON_EXACT" = dobson(exact(d, tail)),
    "NORMAL" = if (d == 0) c(NA, NA) else c(max(0, y - z * sqrt(v)), y + z * sqrt(v)))
}

# Down syndrome by age of mother and birth order: Fay and Feuer 1997, table I (data of Fleiss 1981, p. 249)
births <- cbind(
  c(230061, 329449, 114920, 39487, 14208, 3052), c(72202, 326701, 208667, 83228, 28466, 5375),
  c(15050, 175702, 207081, 117300, 45026, 8660), c(2293, 68800, 132424, 98301, 46075, 9834),
  c(327, 30666, 123419, 149919, 104088, 34392))
cases <- cbind(c(107, 141, 60, 40, 39, 25), c(25, 150, 110, 84, 82, 39), c(3, 71, 114, 103, 108, 75),
  c(1, 26, 64, 89, 137, 96), c(0, 8, 63, 112, 262, 295))
sets <- lapply(1:5, function(i) list(paste0("down-syndrome-", i), cases[, i], births[, i], rowMeans(births)))
sets <- c(sets, list(
  # deaths in the United States, 1940 on the population of 1960 (Selvin 2004; help page of ageadjust.indirect)
  list("us-1940",
    c(45, 201, 320, 670, 1126, 3160, 9723, 17935, 22179, 13461, 2238),
    c(906897, 3794573, 10003544, 10629526, 9465330, 8249558, 7294330, 5022499, 2920220, 1019504, 142532),
    c(1784033, 7065148, 15658730, 10482916, 9939972, 10563872, 9114202, 6850263, 4702482, 1874619, 330915)),
  list("no-events", c(0, 0, 0), c(100, 200, 300), c(1, 1, 1)),
  list("one-event", c(0, 1, 0), c(1000, 20000, 300), c(5, 3, 2)),
  list("one-stratum", 12, 52720, 1)))

lines <- "set,events,personTime,weights,method,level,side,rate,standardError,lower,upper"
for (set in sets) {
  x <- set[[2]]; n <- set[[3]]; w <- set[[4]]
  c <- w / sum(w) / n
  for (method in c("FAY_FEUER", "TIWARI", "DOBSON", "DOBSON_EXACT", "NORMAL"))
    for (case in list(c("0.95", "BOTH", 0.025), c("0.9", "BOTH", 0.05), c("0.998", "BOTH", 0.001),
      c("0.95", "LOWER", 0.05), c("0.95", "UPPER", 0.05))) {
      l <- limits(method, x, n, w, as.numeric(case[3]))
      if (case[2] == "UPPER") l[1] <- NA
      if (case[2] == "LOWER") l[2] <- NA
      lines <- c(lines, paste(set[[1]], list.text(x), list.text(n), list.text(w), method, case[1], case[2],
        num(sum(c * x)), num(if (sum(x) == 0) NA else sqrt(sum(c^2 * x))), num(l[1]), num(l[2]), sep = ","))
    }
}

writeLines(c(
  "# program: R (base, stats), epitools",
  paste0("# version: ", R.version$major, ".", R.version$minor, ", epitools ", packageVersion("epitools")),
  "# call: ageadjust.direct(events, personTime, stdpop = weights, conf.level = 1 - 2 * tail) for FAY_FEUER; formulas with qgamma and qnorm for the others",
  paste0("# date: ", Sys.Date()),
  "# relative tolerance: 1e-12; an empty limit is not part of the interval",
  lines), "standardised-rate.reference.csv")
