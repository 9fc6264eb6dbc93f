# Writes precision-plan.reference.csv. Run: Rscript precision-plan.reference.R   (R with epiR)
suppressMessages(library(epiR))
digits <- function(x) format(x, digits = 17, trim = TRUE)
z <- qnorm(0.975)
cases <- expand.grid(p = c(0.5, 0.1, 0.83), d = c(0.05, 0.02), N = c(Inf, 6194, 1e6))
# the OpenEpi form, written another way: DEFF * N p q / (d^2 / z^2 (N - 1) + p q)
cases$size <- with(cases, ifelse(is.infinite(N), z^2 * p * (1 - p) / d^2, p * (1 - p) * N / (d^2 / z^2 * (N - 1) + p * (1 - p))))
cases$rounded <- ceiling(cases$size)
# the same rounded sizes by epiR, where it rounds up too
check <- mapply(function(p, d, N) epi.sssimpleestb(N = if (is.infinite(N)) NA else N, Py = p, epsilon = d, error = "absolute",
  se = 1, sp = 1, nfractional = FALSE, conf.level = 0.95), cases$p, cases$d, cases$N)
stopifnot(all(abs(check - cases$rounded) < 0.5))
rows <- with(cases, data.frame(p = p, margin = d, population = ifelse(is.infinite(N), "", format(N, scientific = FALSE, trim = TRUE)),
  size = digits(size), rounded = rounded))
con <- file("precision-plan.reference.csv", "w", encoding = "UTF-8")
writeLines(paste0("# ", R.version.string, ", epiR ", packageVersion("epiR"), ": epi.sssimpleestb(...) for the rounded sizes, OpenEpi ",
  "form with qnorm for the exact ones; relative tolerance 1e-9; ", Sys.Date()), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE)
close(con)
