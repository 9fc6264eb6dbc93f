# Hanlon ratings, cumulative shares, risk indices and the weight at which two indices cross.
args <- commandArgs(trailingOnly = TRUE)
head_line <- function(call) cat("# R ", as.character(getRversion()), ", ", call, ", ", format(Sys.Date()), "\n", sep = "")
show <- function(d, section = NULL) {
  text <- format(d, digits = 17, trim = TRUE, scientific = FALSE)
  if (!is.null(section)) text <- cbind(section = section, text)
  write.csv(text, row.names = FALSE, quote = FALSE)
}
if (args[1] == "hanlon") {
  d <- data.frame(form = c("bpr", "bpr", "bpr", "naccho", "naccho", "naccho"),
                  a = c(8, 10, 2.5, 8, 10, 0), b = c(15, 20, 7, 7, 10, 3), c = c(6, 10, 3.5, 6, 10, 4))
  d$rating <- ifelse(d$form == "bpr", (d$a + d$b) * d$c / 3, (d$a + 2 * d$b) * d$c)
  head_line("(a + b) * c / 3; (a + 2 * b) * c")
  show(d, "16.3")
} else if (args[1] == "pareto") {
  n <- c(traffic = 86, falls = 54, burns = 21, drowning = 12, "dog bite" = 9, other = 7, electric = 6, poisoning = 5)
  n <- sort(n, decreasing = TRUE)
  share <- cumsum(n) / sum(n)
  head_line("cumsum(sort(n)) / sum(n)")
  show(data.frame(name = names(n), n = as.numeric(n), cumulative = as.numeric(share), vital = c(0, head(share, -1)) < 0.8), "16.4")
} else if (args[1] == "burden") {
  d <- data.frame(deaths = c(0, 2, 1, 0), serious = c(3, 9, 12, 0), slight = c(15, 40, 150, 0), years = c(62500, 62500, 41233.5, 1000))
  d$events <- d$deaths + d$serious + d$slight
  d$rate <- d$events / d$years * 1e5
  d$index <- (3 * d$deaths + 2 * d$serious + d$slight) / d$years * 1e5
  head_line("events / years * 1e5; (3, 2, 1) %*% counts / years * 1e5")
  show(d, "16.1")
} else {
  x <- rbind(a = c(2, 9, 40), b = c(1, 12, 42))
  at <- function(k, interval) uniroot(function(w) { v <- c(3, 2, 1); v[k] <- w; sum((x["a", ] - x["b", ]) * v) }, interval, tol = 1e-13)$root
  head_line("uniroot(difference of two weighted sums, tol = 1e-13)")
  show(data.frame(weight = c(0, 1), at = c(at(1, c(3, 1000)), at(2, c(0, 2)))))
}
