# Random survey designs and what R survey says of them. Arguments: SEEDS (an R expression) and, to keep that many values of
# each design only, a number. Run beside this file:
#   Rscript survey-designs.reference.R "c(3, 26, 40, 42, 57, 62, 71, 91, 100, 103, 114, 116, 117)" 32
# Writes designs/SEED.csv (the respondents), designs/SEED-weights.csv where replicate weights are a file of their own,
# survey-designs.csv (options of each design) and survey-designs.reference.csv (verb, options, row, field, value).
suppressMessages(library(survey))
options(digits = 17, warn = -1)
arguments <- commandArgs(TRUE)
seeds <- eval(parse(text = arguments[1]))
kept <- if (length(arguments) > 1) as.integer(arguments[2]) else Inf
folder <- "designs"
dir.create(folder, showWarnings = FALSE)
designs <- list()
values <- list()

one <- function(x) x[sample.int(length(x), 1)]
chance <- function(p) runif(1) < p

respondents <- function(s) {
  rows <- list()
  g <- 0
  for (h in seq_len(s$strata)) {
    nh <- if (s$two) 2 else if (s$lonely != "fail" && h <= s$alone) 1 else sample(2:6, 1)
    total <- if (s$census && h == 1) nh else nh + sample(1:20, 1)
    for (i in seq_len(nh)) {
      g <- g + 1
      m <- sample(if (s$stages > 1) 2:5 else 2:8, 1)
      mm <- m + sample(0:9, 1)
      effect <- rnorm(1, 0, 4)
      for (j in seq_len(m)) {
        k <- if (s$stages > 2) sample(2:3, 1) else sample(1:2, 1)
        kk <- k + sample(0:5, 1)
        rows[[length(rows) + 1]] <- data.frame(h = paste0("S", h), psu = if (s$nest) paste0("p", i) else paste0("p", g),
          ssu = paste0("q", j), tsu = paste0("t", seq_len(k)), n1 = nh, N1 = total, n2 = m, N2 = mm, n3 = k, N3 = kk,
          y = round(50 + 3 * (h %% 4) + effect + rnorm(k, 0, 9), s$digits))
      }
    }
  }
  d <- do.call(rbind, rows)
  n <- nrow(d)
  if (s$elements) { # a sample of people: every row is its own primary unit
    d$n1 <- ave(rep(1, n), d$h, FUN = sum)
    d$N1 <- d$n1 + 5 * as.integer(sub("S", "", d$h))
  }
  d$w <- round(runif(n, 1, 40) * (1 + as.integer(factor(d$h))), 2)
  d$x <- rpois(n, 3) + 1
  d$events <- rpois(n, 0.3 * d$x)
  d$dom <- sample(c("A", "B", "C"), n, TRUE, c(.5, .35, .15))
  d$dom[d$h == "S1" & runif(n) < .4] <- "D" # a domain that other strata do not have
  d$ans <- sample(c("low", "mid", "high"), n, TRUE)
  d$grp <- sample(c("ctl", "trt"), n, TRUE)
  if (s$zero) d$ans[d$grp == "ctl" & d$ans == "high"] <- "mid"
  d$yes <- ifelse(runif(n) < plogis((d$y - 52) / 8), "yes", "no")
  d$z <- d$y
  if (s$missing) {
    d$z[sample(n, max(2, n %/% 8))] <- NA
    d$ans[sample(n, 2)] <- NA
  }
  for (i in 1:3) d[[paste0("f", i)]] <- if (s$fpc == "fraction") d[[paste0("n", i)]] / d[[paste0("N", i)]] else d[[paste0("N", i)]]
  d[sample(n), !(names(d) %in% c("n1", "n2", "n3", "N1", "N2", "N3"))]
}

draw <- function(seed) {
  set.seed(seed)
  kind <- one(c("taylor", "taylor", "taylor", "jk1", "jkn", "brr", "fay", "given"))
  two <- kind %in% c("brr", "fay")
  stages <- if (two) 1 else sample(1:3, 1, prob = c(.4, .4, .2))
  s <- list(seed = seed, kind = kind, two = two, stages = stages, fpc = if (two) "none" else one(c("none", "count", "fraction")),
    corrected = one(c(1, stages)), strata = if (kind == "jk1") 1 else if (two) sample(2:24, 1) else one(c(1, 2, 3, 5, 8)),
    digits = one(c(0, 0, 1)), zero = chance(.3), missing = chance(.6), census = chance(.15))
  s$nest <- s$strata > 1 && chance(.5)
  s$elements <- kind == "taylor" && stages == 1 && chance(.35)
  s$lonely <- if (s$strata > 2 && kind %in% c("taylor", "jkn") && !s$elements && chance(.6)) one(c("adjust", "average", "certainty", "remove")) else "fail"
  if (kind == "jkn" && s$lonely == "adjust") s$lonely <- "average"
  s$alone <- sample(1:2, 1)
  s
}

given <- function(d, design, s) { # replicate weights that came with the data
  type <- one(c(if (s$strata == 1) "JK1" else "JKn", "bootstrap", "subbootstrap", "other"))
  made <- as.svrepdesign(design, type = if (type == "other") "bootstrap" else type, replicates = 23)
  w <- round(weights(made, "analysis"), 4)
  colnames(w) <- paste0("rw", seq_len(ncol(w)))
  mse <- chance(.5)
  scale <- round(runif(1, .2, 1), 3)
  rscales <- round(runif(ncol(w), .3, 1), 3)
  kind <- switch(type, JK1 = "JK1", JKn = "JKn", other = "other", "bootstrap")
  full <- svrepdesign(data = d, repweights = as.data.frame(w), weights = ~w, type = kind, scale = scale, rscales = rscales,
    combined.weights = TRUE, mse = mse)
  options <- c("--variance", tolower(kind), "--scale", scale, "--rscales", paste(rscales, collapse = ","),
    if (mse) c("--replicate-centre", "estimate"))
  if (chance(.5)) {
    list(design = full, data = cbind(d, w), options = c("--replicate-weights", "rw*", options))
  } else {
    write.csv(w, file.path(folder, paste0(s$seed, "-weights.csv")), row.names = FALSE, quote = FALSE)
    list(design = full, data = d, options = c("--replicate-weights", paste0("@", s$seed, "-weights.csv"), options))
  }
}

build <- function(s) {
  d <- respondents(s)
  ids <- if (s$elements) "1" else paste(c("psu", "ssu", "tsu")[seq_len(s$stages)], collapse = "+")
  fpc <- paste0("f", seq_len(s$corrected))
  options <- c("--weight", "w", if (s$strata > 1) c("--strata", "h"), if (!s$elements) c("--cluster", gsub("+", ",", ids, fixed = TRUE)),
    if (s$fpc != "none") c("--fpc", paste(fpc, collapse = ",")), if (s$nest) "--nest", if (s$lonely != "fail") c("--lonely-psu", s$lonely))
  options(survey.lonely.psu = s$lonely)
  if (s$fpc != "none" && s$corrected < s$stages) ids <- "psu" # a correction of the first stage alone: ultimate clusters
  design <- svydesign(as.formula(paste("~", ids)), strata = if (s$strata > 1) ~h, weights = ~w, data = d, nest = s$nest,
    fpc = if (s$fpc != "none") as.formula(paste("~", paste(fpc, collapse = "+"))))
  if (s$kind == "given") {
    flat <- svydesign(as.formula(paste("~", ids)), strata = if (s$strata > 1) ~h, weights = ~w, data = d, nest = s$nest)
    g <- given(d, flat, s)
    return(list(design = g$design, data = g$data, options = c("--weight", "w", g$options)))
  }
  if (s$kind != "taylor") {
    mse <- chance(.3)
    design <- switch(s$kind, jk1 = as.svrepdesign(design, type = "JK1", mse = mse), jkn = as.svrepdesign(design, type = "JKn", mse = mse),
      brr = as.svrepdesign(design, type = "BRR", mse = mse), fay = as.svrepdesign(design, type = "Fay", fay.rho = .3, mse = mse))
    options <- c(options, "--variance", s$kind, if (mse) c("--replicate-centre", "estimate"))
  }
  list(design = design, data = d, options = options)
}

estimates <- function(s, full) {
  df <- degf(full)
  t <- qt(.975, df)
  expect <- function(verb, options, row, ...) {
    v <- c(...)
    values[[length(values) + 1]] <<- data.frame(design = s$seed, verb = verb, options = options, row = row, field = names(v), value = unname(v))
  }
  est <- function(verb, options, row, m, ...) {
    e <- unname(coef(m))
    se <- unname(c(SE(m)))
    expect(verb, options, row, value = e, standardError = se, lower = e - t * se, upper = e + t * se, ...)
  }
  replicated <- inherits(full, "svyrep.design")
  grand <- s$lonely != "adjust" # totals are centred elsewhere
  have <- subset(full, !is.na(z))
  m <- svymean(~z, have, deff = TRUE)
  est("mean", "--variable z", "", m, designEffect = deff(m)[[1]], df = df)
  if (grand) est("total", "--variable z", "", svytotal(~z, have))
  est("ratio", "--numerator z --denominator x", "", svyratio(~z, ~x, have))
  est("mean", "--variable z --where x>3", "", svymean(~z, subset(have, x > 3)))
  for (a in unique(full$variables$dom)) {
    here <- subset(have, dom == a)
    if (nrow(here$variables) < 2 || length(unique(paste(here$variables$h, here$variables$psu))) < 2) next
    row <- paste0("dom=", a)
    m <- svymean(~z, here, deff = TRUE)
    est("mean", "--variable z --by dom", row, m, designEffect = deff(m)[[1]])
    if (grand) est("total", "--variable z --by dom", row, svytotal(~z, here))
    est("ratio", "--numerator z --denominator x --by dom", row, svyratio(~z, ~x, here))
    b <- subset(full, dom == a)
    if (length(unique(b$variables$yes)) == 2) {
      p <- svymean(~I(as.numeric(yes == "yes")), b)
      proportion("--variable yes --by dom", paste0(row, ";level=yes"), p, nrow(b$variables), df, expect)
    }
  }
  answered <- subset(full, !is.na(ans))
  for (level in unique(na.omit(full$variables$ans))) {
    p <- svymean(as.formula(paste0("~I(as.numeric(ans == '", level, "'))")), answered)
    proportion("--variable ans", paste0("level=", level), p, nrow(answered$variables), df, expect)
  }
  b <- svyby(~z, ~grp, have, svymean, covmat = TRUE)
  d <- svycontrast(b, c(trt = 1, ctl = -1))
  stat <- coef(d)[[1]] / SE(d)[[1]]
  est("compare", "--variable z --group grp --reference ctl", "level=trt", d, t = stat, p = 2 * pt(-abs(stat), df))
  table <- subset(full, !is.na(ans))
  x <- try(svychisq(~ grp + ans, table, statistic = "F"), silent = TRUE)
  if (!inherits(x, "try-error")) expect("crosstab", "--row grp --column ans", "statistic=independence", t = x$statistic[[1]], df1 = x$parameter[[1]],
    df2 = x$parameter[[1]] * df, p = pf(x$statistic[[1]], x$parameter[[1]], x$parameter[[1]] * df, lower.tail = FALSE))
  cells <- svymean(~ interaction(grp, ans), table)
  for (g in c("ctl", "trt")) for (a in c("low", "mid", "high")) {
    k <- which(names(coef(cells)) == paste0("interaction(grp, ans)", g, ".", a))
    if (length(k) == 1 && coef(cells)[k] > 0) expect("crosstab", "--row grp --column ans", paste0("row=", g, ";column=", a), value = coef(cells)[[k]], standardError = SE(cells)[[k]])
  }
  if (!s$kind %in% c("jk1", "jkn") && !(s$kind == "given" && full$type %in% c("JK1", "JKn"))) for (rule in sample(c("math", "school", paste0("hf", 1:9)), 5)) {
    q <- svyquantile(~z, have, c(.1, .25, .5, .8), qrule = rule, interval.type = "mean", df = df)[[1]]
    for (i in 1:4) expect("quantile", paste("--variable z --probabilities 0.1,0.25,0.5,0.8 --qrule", rule), paste0("probability=", c(.1, .25, .5, .8)[i]),
      value = q[i, 1], lower = q[i, 2], upper = q[i, 3])
  }
  fits <- list(linear = svyglm(z ~ x + grp, have), logistic = svyglm(I(yes == "yes") ~ x + grp, full, family = quasibinomial, epsilon = 1e-16, maxit = 100),
    poisson = svyglm(events ~ grp + offset(log(x)), full, family = quasipoisson, epsilon = 1e-16, maxit = 100))
  option <- c(linear = "--response z --terms x,grp", logistic = "--model logistic --response yes --value yes --terms x,grp",
    poisson = "--model poisson --response events --person-time x --terms grp")
  for (f in names(fits)) {
    k <- length(coef(fits[[f]]))
    expect("regress", option[[f]], "statistic=coefficient;term=grp=trt",
      value = coef(fits[[f]])[[k]], standardError = sqrt(vcov(fits[[f]])[k, k]))
  }
}

proportion <- function(options, row, p, n, df, expect) {
  e <- coef(p)[[1]]
  v <- vcov(p)[1, 1]
  t <- qt(.975, df)
  size <- e * (1 - e) / v * (qt(.975, n - 1) / t)^2
  expect("proportion", options, row, value = e, standardError = sqrt(v),
    lower = qbeta(.025, size * e, size * (1 - e) + 1), upper = qbeta(.975, size * e + 1, size * (1 - e)))
  half <- t * sqrt(v) / (e * (1 - e))
  expect("proportion", paste(options, "--interval logit"), row, lower = plogis(qlogis(e) - half), upper = plogis(qlogis(e) + half))
  expect("proportion", paste(options, "--interval wald"), row, lower = e - t * sqrt(v), upper = e + t * sqrt(v))
  k <- e * (1 - e) / v # Wilson limits are the roots of (e - p)^2 = t^2 p (1 - p) / k
  roots <- sort(Re(polyroot(c(e^2, -2 * e - t^2 / k, 1 + t^2 / k))))
  expect("proportion", paste(options, "--interval wilson"), row, lower = roots[1], upper = roots[2])
}

for (seed in seeds) {
  s <- draw(seed)
  b <- try(build(s), silent = TRUE)
  if (inherits(b, "try-error")) {
    cat("seed", seed, "is no design:", b)
    next
  }
  e <- try(estimates(s, b$design), silent = TRUE)
  if (inherits(e, "try-error")) cat("seed", seed, s$kind, "stopped:", e)
  write.csv(b$data, file.path(folder, paste0(seed, ".csv")), row.names = FALSE, quote = FALSE, na = "")
  designs[[length(designs) + 1]] <- data.frame(design = seed, kind = s$kind, options = paste(b$options, collapse = " "))
}
thin <- function(v) if (nrow(v) > kept) v[sort(sample(nrow(v), kept)), ] else v
values <- do.call(rbind, lapply(split(table <- do.call(rbind, values), table$design), thin))
values$value <- format(values$value, digits = 17, trim = TRUE)
write <- function(table, file) {
  writeLines(paste0("# R ", getRversion(), ", survey ", packageVersion("survey"), ", survey-designs.reference.R, ", Sys.Date()), file)
  suppressWarnings(write.table(table, file, append = TRUE, sep = ",", row.names = FALSE, qmethod = "double"))
}
write(do.call(rbind, designs), "survey-designs.csv")
write(values, "survey-designs.reference.csv")
