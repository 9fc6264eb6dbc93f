# Counts of the Riverside register by parts of its columns, computed with base R.
# Run in the root of the repository: Rscript safety-cli/src/test/resources/org/safecommunity/cli/tabulate/tabulate.reference.R
register <- read.csv("examples/riverside/injuries.csv", colClasses = "character")
date <- as.Date(register$date)
age <- as.integer(register$age)
bands <- function(lows) {
  highs <- c(lows[-1] - 1, Inf)
  labels <- ifelse(is.infinite(highs), paste0(lows, "+"), ifelse(lows == highs, lows, paste0(lows, "-", highs)))
  labels[findInterval(age, lows)]
}
month <- as.integer(format(date, "%m"))
parts <- list(
  "age:5y" = bands(seq(0, 85, 5)),
  "age:10y" = bands(seq(0, 80, 10)),
  "age:0/1/5/15/65" = bands(c(0, 1, 5, 15, 65)),
  "date:year" = format(date, "%Y"),
  "date:quarter" = paste0(format(date, "%Y"), "-Q", (month + 2) %/% 3),
  "date:month" = format(date, "%Y-%m"),
  "date:week" = format(date, "%G-W%V"),
  "date:weekday" = format(date, "%u"),
  "sex" = register$sex)
rows <- NULL
for (name in names(parts)) {
  counted <- as.data.frame(table(label = parts[[name]]), stringsAsFactors = FALSE)
  sums <- aggregate(list(hours = as.integer(register$hour)), list(label = parts[[name]]), sum)
  counted <- merge(counted, sums)
  rows <- rbind(rows, data.frame(by = name, label = counted$label, events = counted$Freq, hours = counted$hours))
}
out <- "safety-cli/src/test/resources/org/safecommunity/cli/tabulate/tabulate.reference.csv"
head <- sprintf("# %s, base 4.2.2, table() and aggregate(hour, sum) of examples/riverside/injuries.csv, %s",
                R.version.string, Sys.Date())
writeLines(head, out)
suppressWarnings(write.table(rows, out, sep = ",", row.names = FALSE, quote = FALSE, append = TRUE))
