# Ratio and difference of two standardised rates. Run: Rscript standardised-comparison.reference.R
num <- function(v) ifelse(is.na(v), "", ifelse(is.infinite(v), "Infinity", sprintf("%.17g", v)))
# Down syndrome by mother's age and birth order (Fay and Feuer 1997, Table 1); standard: mean of the five columns
births <- rbind(c(230061, 329449, 114920, 39487, 14208, 3052), c(72202, 326701, 208667, 83228, 28466, 5375),
  c(15050, 175702, 207081, 117300, 45026, 8660), c(2293, 68800, 132424, 98301, 46075, 9834),
  c(327, 30666, 123419, 149919, 104088, 34392))
cases <- rbind(c(107, 141, 60, 40, 39, 25), c(25, 150, 110, 84, 82, 39), c(3, 71, 114, 103, 108, 75),
  c(1, 26, 64, 89, 137, 96), c(0, 8, 63, 112, 262, 295))
w <- colMeans(births)
# a group with three events, where the upper limit of the reference passes twice its rate
cases <- rbind(cases, c(0, 1, 1, 0, 1, 0)); births <- rbind(births, c(300, 900, 800, 500, 200, 60))
parts <- function(i, method, tail) {
  c <- w / sum(w) / births[i, ]; y <- sum(c * cases[i, ]); v <- sum(c^2 * cases[i, ])
  k <- if (method == "FAY_FEUER") max(c) else mean(c)
  k2 <- if (method == "FAY_FEUER") max(c)^2 else mean(c^2)
  list(y = y, v = v, l = qgamma(tail, y^2 / v, scale = v / y),
       u = qgamma(tail, (y + k)^2 / (v + k2), scale = (v + k2) / (y + k), lower.tail = FALSE))
}
# the limits of each rate by epitools, as a check of this script
e <- epitools::ageadjust.direct(cases[4, ], births[4, ], stdpop = w); p <- parts(4, "FAY_FEUER", 0.025)
stopifnot(all.equal(as.numeric(e[2:4]), c(p$y, p$l, p$u), tolerance = 1e-10))
rows <- "group,reference,statistic,method,side,value,lower,upper,used"
for (pair in list(c(4, 1), c(5, 2), c(1, 3), c(1, 6))) for (method in c("FAY_FEUER", "TIWARI", "NORMAL"))
  for (side in c("BOTH", "LOWER")) {
    tail <- if (side == "BOTH") 0.025 else 0.05; z <- qnorm(tail, lower.tail = FALSE)
    a <- parts(pair[1], if (method == "NORMAL") "TIWARI" else method, tail)
    b <- parts(pair[2], if (method == "NORMAL") "TIWARI" else method, tail)
    r <- a$y / b$y; d <- a$y - b$y
    s <- sqrt(a$v / a$y^2 + b$v / b$y^2)
    if (method == "NORMAL" || 2 * b$y <= b$u) {
      ratio <- r * exp(c(-1, 1) * z * s); used <- "log-normal"
    } else {
      ratio <- c((a$y * b$y - sqrt((a$y * b$y)^2 - a$l * b$u * (2 * a$y - a$l) * (2 * b$y - b$u))) / (b$u * (2 * b$y - b$u)),
                 (a$y * b$y + sqrt((a$y * b$y)^2 - a$u * b$l * (2 * a$y - a$u) * (2 * b$y - b$l))) / (b$l * (2 * b$y - b$l)))
      used <- if (method == "FAY_FEUER") "mover-fay-feuer" else "mover-tiwari"
    }
    if (side == "LOWER") ratio[2] <- Inf
    difference <- if (method == "NORMAL") d + c(-1, 1) * z * sqrt(a$v + b$v)
      else c(d - sqrt((a$y - a$l)^2 + (b$u - b$y)^2), d + sqrt((a$u - a$y)^2 + (b$y - b$l)^2))
    if (side == "LOWER") difference[2] <- Inf
    named <- switch(method, FAY_FEUER = "mover-fay-feuer", TIWARI = "mover-tiwari", NORMAL = "normal")
    rows <- c(rows,
      paste(pair[1], pair[2], "standardised-rate-ratio", method, side, num(r), num(ratio[1]), num(ratio[2]), used, sep = ","),
      paste(pair[1], pair[2], "standardised-rate-difference", method, side, num(d * 1e5), num(difference[1] * 1e5),
            num(difference[2] * 1e5), named, sep = ","))
  }
writeLines(c(
  "# program: R (base, stats); epitools::ageadjust.direct gives the same Fay-Feuer limits of each rate (checked in the script)",
  paste0("# version: ", getRversion(), ", ", packageVersion("epitools")),
  "# call: qgamma, qnorm; MOVER formulas of Zou and Donner 2008, Donner and Zou 2012. Differences per 100000",
  "# date: 2026-11-25", "# relative tolerance: 1e-10", rows), "standardised-comparison.reference.csv")
