# Rates of the communities of examples/region and their ratios to the pooled rate, exact limits; run in examples/region.
# Rscript ../../safety-cli/src/test/resources/org/safecommunity/cli/region/region.reference.R > region.reference.csv
folders <- c("willow", "millet", "foundry", "harbour", "terrace")
events <- sapply(folders, function(f) nrow(read.csv(file.path(f, "injuries.csv"))))
years <- sapply(folders, function(f) sum(read.csv(file.path(f, "population.csv"))$persons))
cat("# program: R (base, stats)\n# version:", paste(R.version$major, R.version$minor, sep = "."),
    "\n# call: poisson.test(x, T); binom.test(x, N)$conf.int * S / T\n# date: 2026-11-25\n# relative tolerance: 1e-9\n")
cat("folder,events,person_years,rate,rate_lower,rate_upper,ratio,ratio_lower,ratio_upper\n")
line <- function(name, x, t) {
  rate <- poisson.test(x, t)
  share <- binom.test(x, sum(events))$conf.int * sum(years) / t
  values <- c(x / t * 1e5, rate$conf.int * 1e5, (x / t) / (sum(events) / sum(years)), share)
  cat(paste(c(name, x, t, format(values, digits = 15, trim = TRUE)), collapse = ","), "\n", sep = "")
}
for (f in folders) line(f, events[[f]], years[[f]])
