# Peer of survey.sh: R survey on the same files. Arguments: FILE MARGINS SMALL. Prints name,seconds.
suppressMessages(library(survey, lib.loc = if (nzchar(Sys.getenv("SURVEY_LIB"))) Sys.getenv("SURVEY_LIB")))
arguments <- commandArgs(TRUE)
said <- function(name, seconds) cat(name, ",", round(seconds, 3), "\n", sep = "")
seconds <- function(work) system.time(work)[["elapsed"]]
design <- function(file) {
  svydesign(~psu, strata = ~h, weights = ~w, data = file, nest = TRUE)
}
read <- seconds(d <- read.csv(arguments[1]))
made <- seconds(s <- design(d))
domains <- seconds(svyby(~y, ~d20, s, svymean))
said("mean-20", read + made + domains)
said("kernel-20", domains)
m <- read.csv(arguments[2])
variables <- unique(m$variable)
margins <- lapply(variables, function(v) setNames(m[m$variable == v, c("level", "total")], c(v, "Freq")))
formulas <- lapply(variables, function(v) as.formula(paste0("~", v)))
raked <- seconds({
  r <- rake(s, formulas, margins, control = list(maxit = 50, epsilon = 1e-7, verbose = FALSE))
  write.csv(cbind(d, weights(r)), file = nullfile(), row.names = FALSE)
})
said("rake-5", read + made + raked)
read <- seconds(small <- read.csv(arguments[3]))
made <- seconds(r <- as.svrepdesign(design(small), type = "bootstrap", replicates = 500))
domains <- seconds(svyby(~y, ~d20, r, svymean))
said("replicates-500", read + made + domains)
said("kernel-replicates-500", made + domains)
