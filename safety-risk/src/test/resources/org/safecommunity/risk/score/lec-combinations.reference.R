# Every combination of the LEC scales in exact integers: L times 10, E times 2, so the score is the product / 20.
l10 <- c(100, 60, 30, 10, 5, 2, 1)
e2 <- c(20, 12, 6, 4, 2, 1)
c1 <- c(100, 40, 15, 7, 3, 1)
bounds <- c(20, 70, 160, 320) * 20
names <- c("slight", "possible", "significant", "high", "extreme")
grid <- expand.grid(c = c1, e = e2, l = l10)
product <- grid$l * grid$e * grid$c
text <- function(x) format(x, trim = TRUE, scientific = FALSE, drop0trailing = TRUE, digits = 15)
each <- function(x) vapply(x, text, "")
out <- data.frame(
  l = each(grid$l / 10), e = each(grid$e / 2), c = each(grid$c), score = each(product / 20),
  lower_inclusive = names[findInterval(product, bounds) + 1],
  upper_inclusive = names[findInterval(product, bounds, left.open = TRUE) + 1])
stopifnot(nrow(out) == 252, length(unique(product)) == 103)
file <- "lec-combinations.reference.csv"
call <- "findInterval(l10 * e2 * c, bounds * 20), left.open = TRUE for the upper-inclusive column"
cat(sprintf("# %s, base, %s, %s\n", R.version.string, call, Sys.Date()), file = file)
cat("# scales and bounds: F-2, F-3, F-42, F-43 (found); bands under each policy: computed (derived)\n", file = file, append = TRUE)
suppressWarnings(write.table(out, file, append = TRUE, sep = ",", quote = FALSE, row.names = FALSE))
