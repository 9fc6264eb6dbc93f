# Writes survey-estimates.reference.csv. Run: Rscript survey-estimates.reference.R   (R with survey 4.1)
suppressMessages(library(survey))
digits <- function(x) format(x, digits = 17, trim = TRUE)
read <- function(name) read.csv(paste0(name, ".csv"), comment.char = "#")

# A case: sample, primary units left out, design, domain (column=value), statistic and variables.
cases <- read.csv(strip.white = TRUE, colClasses = "character", text = "
data,without,strata,clusters,fpc,nest,lonely,variance,centre,domain,statistic,y,x
mini,,h,psu,,,fail,taylor,,,mean,y,
mini,,h,psu,,,fail,taylor,,,mean,yes,
mini,,h,psu,,,fail,taylor,,,total,y,
mini,,h,psu,,,fail,taylor,,,total,yes,
mini,,h,psu,,,fail,taylor,,,ratio,y,x
mini,,h,psu,,,fail,taylor,,,proportion,ans,1
mini,,h,psu,,,fail,taylor,,,proportion,ans,3
mini,,h,psu,fpc,,fail,taylor,,,mean,y,
mini,,h,psu,fpc,,fail,taylor,,,total,y,
mini,,h,psu,fpc,,fail,taylor,,,ratio,y,x
mini,,h,local,fpc,nest,fail,taylor,,,mean,y,
mini,,,psu,,,fail,taylor,,,mean,y,
mini,,,psu,,,fail,taylor,,,total,x,
mini,,h,,,,fail,taylor,,,mean,y,
mini,,,,,,fail,taylor,,,mean,y,
mini,,,,,,fail,taylor,,,ratio,y,x
mini,,h,psu,,,fail,taylor,,dom=A,mean,y,
mini,,h,psu,,,fail,taylor,,dom=B,mean,y,
mini,,h,psu,,,fail,taylor,,dom=A,total,yes,
mini,,h,psu,,,fail,taylor,,dom=B,total,yes,
mini,,h,psu,fpc,,fail,taylor,,dom=B,ratio,y,x
mini,,h,psu,,,fail,taylor,,dom=B,proportion,ans,2
mini,,h,psu,,,fail,taylor,,h=2,mean,y,
mini,,h,psu,,,fail,taylor,,psu=11|psu=12,mean,y,
mini,22,h,psu,,,remove,taylor,,,mean,y,
mini,22,h,psu,,,certainty,taylor,,,total,y,
mini,22,h,psu,,,adjust,taylor,,,mean,y,
mini,22,h,psu,,,adjust,taylor,,,total,y,
mini,22,h,psu,,,adjust,taylor,,dom=B,ratio,y,x
mini,22,h,psu,,,average,taylor,,,mean,y,
mini,22,h,psu,,,average,taylor,,,total,y,
mini,22,h,psu,fpc,,average,taylor,,dom=A,mean,y,
mini,,h,psu,,,fail,jkn,mean,,mean,y,
mini,,h,psu,,,fail,jkn,estimate,,mean,y,
mini,,h,psu,,,fail,jkn,mean,,total,y,
mini,,h,psu,,,fail,jkn,mean,,ratio,y,x
mini,,h,psu,fpc,,fail,jkn,mean,,mean,y,
mini,,h,psu,fpc,,fail,jkn,estimate,,ratio,y,x
mini,,h,psu,,,fail,jkn,mean,dom=B,mean,y,
mini,,h,psu,,,fail,jkn,mean,,proportion,ans,2
mini,,,psu,,,fail,jk1,mean,,mean,y,
mini,,,psu,,,fail,jk1,estimate,,ratio,y,x
mini,,,psu,,,fail,jk1,mean,dom=A,total,yes,
mini,13 33,h,psu,,,fail,brr,mean,,mean,y,
mini,13 33,h,psu,,,fail,brr,estimate,,mean,y,
mini,13 33,h,psu,,,fail,brr,mean,,total,y,
mini,13 33,h,psu,,,fail,brr,mean,,ratio,y,x
mini,13 33,h,psu,,,fail,brr,mean,dom=B,mean,y,
mini,13 33,h,psu,,,fail,fay,mean,,mean,y,
mini,13 33,h,psu,,,fail,fay,estimate,,ratio,y,x
stages,,h,p,,,fail,taylor,,,mean,y,
stages,,h,p,N1,,fail,taylor,,,mean,y,
stages,,h,p s,N1 N2,nest,fail,taylor,,,mean,y,
stages,,h,p s,N1 N2,nest,fail,taylor,,,total,y,
stages,,h,p s u,N1 N2 N3,nest,fail,taylor,,,mean,y,
stages,,h,p s u,N1 N2 N3,nest,fail,taylor,,,total,y,
stages,,h,p s u,N1 N2 N3,nest,fail,taylor,,,ratio,y,x
stages,,h,p s u,N1 N2 N3,nest,fail,taylor,,dom=in,mean,y,
stages,,h,p s u,N1 N2 N3,nest,fail,taylor,,dom=out,total,y,
apistrat,,stype,,fpc,,fail,taylor,,,mean,api00,
apistrat,,stype,,fpc,,fail,taylor,,,total,enroll,
apistrat,,stype,,fpc,,fail,taylor,,,ratio,api_stu,enroll
apistrat,,stype,,fpc,,fail,taylor,,,proportion,sch_wide,Yes
apistrat,,stype,,fpc,,fail,taylor,,sch_wide=Yes,mean,api00,
apistrat,,stype,,fpc,,fail,jkn,mean,awards=No,mean,api00,
apiclus1,,,dnum,fpc,,fail,taylor,,,mean,api00,
apiclus1,,,dnum,fpc,,fail,taylor,,,total,enroll,
apiclus1,,,dnum,fpc,,fail,taylor,,sch_wide=Yes,mean,api00,
apiclus1,,,dnum,fpc,,fail,taylor,,stype=H,total,enroll,
apiclus1,,,dnum,fpc,,fail,jk1,mean,,mean,api00,
apiclus1,,dnum,snum,,,remove,taylor,,,mean,api00,
apiclus1,,dnum,snum,,,adjust,taylor,,,mean,api00,
apiclus1,,dnum,snum,,,average,taylor,,,mean,api00,
apiclus2,,,dnum snum,fpc1 fpc2,,average,taylor,,,mean,api00,
apiclus2,,,dnum snum,fpc1 fpc2,,average,taylor,,,total,api00,
apiclus2,,,dnum snum,fpc1 fpc2,,average,taylor,,stype=E,ratio,api00,api99
apiclus2,,,dnum,fpc1,,fail,taylor,,,mean,api00,
apiclus2,,,dnum,,,fail,taylor,,,mean,api00,
")
cases <- cases[cases$data != "", ]

formula_of <- function(names) if (names == "") NULL else as.formula(paste("~", gsub(" ", "+", names)))
weights_of <- c(mini = "w", stages = "w", apistrat = "pw", apiclus1 = "pw", apiclus2 = "pw")
replicate_type <- c(jk1 = "JK1", jkn = "JKn", brr = "BRR", fay = "Fay")

# Variance of a total where a lonely primary unit is compared with the mean of all primary units. The option adjust of R
# compares it with 0, which is the same for means and ratios (their influence adds up to 0) and larger for totals.
centred <- function(data, y) {
  z <- tapply(data$w * data[[y]], data$psu, sum)
  h <- tapply(data$h, data$psu, function(v) v[1])
  sum(sapply(unique(h), function(s) {
    inside <- z[h == s]
    n <- length(inside)
    if (n == 1) (inside - mean(z))^2 else n / (n - 1) * sum((inside - mean(inside))^2)
  }))
}

compute <- function(case) {
  data <- read(case$data)
  if (case$without != "") data <- data[!(data$psu %in% strsplit(case$without, " ")[[1]]), ]
  options(survey.lonely.psu = case$lonely)
  clusters <- formula_of(case$clusters)
  design <- svydesign(id = if (is.null(clusters)) ~1 else clusters, strata = formula_of(case$strata),
    fpc = formula_of(case$fpc), nest = case$nest == "nest", data = data,
    weights = formula_of(weights_of[[case$data]]))
  df <- degf(design)
  taylor <- case$variance == "taylor"
  if (!taylor) {
    design <- as.svrepdesign(design, type = replicate_type[[case$variance]],
      fay.rho = if (case$variance == "fay") 0.3 else 0, compress = FALSE)
    design$mse <- case$centre == "estimate"
  }
  full <- design
  if (case$domain != "") {
    parts <- strsplit(strsplit(case$domain, "|", fixed = TRUE)[[1]], "=")
    inside <- Reduce(`|`, lapply(parts, function(p) as.character(data[[p[1]]]) == p[2]))
    design <- design[inside, ]
  }
  y <- formula_of(case$y)
  effect <- taylor && case$statistic != "ratio"
  result <- switch(case$statistic,
    mean = svymean(y, design, deff = effect), total = svytotal(y, design, deff = effect),
    ratio = svyratio(y, formula_of(case$x), design),
    proportion = svymean(as.formula(sprintf("~as.numeric(%s == '%s')", case$y, case$x)), design, deff = effect))
  value <- as.numeric(coef(result))
  se <- as.numeric(SE(result))
  if (case$lonely == "adjust" && case$statistic == "total") se <- sqrt(centred(data, case$y))
  t <- qt(0.975, if (case$variance == "jk1") degf(full) else df)
  data.frame(case, value = digits(value), standardError = digits(se), lower = digits(value - t * se),
    upper = digits(value + t * se),
    deff = if (effect && !(case$lonely == "adjust" && case$statistic == "total")) digits(as.numeric(deff(result))) else "")
}

rows <- do.call(rbind, lapply(seq_len(nrow(cases)), function(i) compute(cases[i, ])))
con <- file("survey-estimates.reference.csv", "w", encoding = "UTF-8")
writeLines(c(paste0("# ", R.version.string, ", survey ", packageVersion("survey"),
  ": svydesign(...), as.svrepdesign(...), svymean, svytotal, svyratio; t limits on the degrees of freedom of the whole"),
  "# design; deff = TRUE; lonely units of totals under adjust: formula in the script, because R centres them at 0 there;",
  paste0("# relative tolerance 1e-9; calls in survey-estimates.reference.R; ", Sys.Date())), con)
write.csv(rows, con, row.names = FALSE, quote = FALSE, na = "")
close(con)
