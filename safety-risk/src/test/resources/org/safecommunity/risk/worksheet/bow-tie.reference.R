# Frequencies of bow-ties: threats "f/p1/p2;...", mitigative barriers "p1/p2". Rscript bow-tie.reference.R > bow-tie.reference.csv
cases <- list(
  c("0.5/0.1/0.2", "0.3"),          # the vector of the domain sheet: 0.01, 0.003, 0.007
  c("0.5/0.1/0.2;2/0.01", "0.3"),
  c("1", ""),
  c("0/0.5", "0.5"),
  c("0.25/0/0.9;0.1/1", "0.2/0.5"))
num <- function(text) as.numeric(strsplit(text, "/")[[1]])
cat(sprintf("# R %s, base arithmetic as in bow-tie.reference.R, %s\n", getRversion(), "2026-11-25"))
cat("threats,barriers,top,bad,mitigated\n")
for (case in cases) {
  top <- sum(sapply(strsplit(case[1], ";")[[1]], function(t) prod(num(t))))
  bad <- top * prod(num(case[2]))
  cat(sprintf("%s,%s,%.17g,%.17g,%.17g\n", case[1], case[2], top, bad, top - bad))
}
