# The study's core with no package and made fast by hand: Rscript study.R FOLDER. For each of the 15 comparisons on right,
# left and whole liver: Wilcoxon, Student, mean with CR2 by patient, and 2,000 bootstraps of whole patients.
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "counted-pairs.R"))
patient <- factor(pairs$patient)
sizes <- as.numeric(table(patient))
total <- length(patient)
patients <- nlevels(patient)
set.seed(2022)
draws <- replicate(2000, tabulate(sample.int(patients, replace = TRUE), patients))
drawn <- colSums(draws * sizes)
for (side in c("right", "left", "whole")) for (one in 1:5) for (other in (one + 1):6) {
  x <- counts(sequences[one], side)
  y <- counts(sequences[other], side)
  suppressWarnings(w <- wilcox.test(x, y, paired = TRUE))
  t <- t.test(x, y, paired = TRUE)
  d <- x - y
  e <- tapply(d - mean(d), patient, sum)
  cr2 <- sqrt(sum(e^2 / (1 - sizes / total))) / total
  means <- colSums(draws * as.numeric(tapply(d, patient, sum))) / drawn
  limits <- quantile(means, c(.025, .975))
  cat(side, sequences[one], sequences[other], w$p.value, t$p.value, cr2, limits, "\n")
}
cost <- proc.time()
writeLines(sprintf('{"seconds": %.3f, "megabytes": null}', cost[["user.self"]] + cost[["sys.self"]]), Sys.getenv("BENCH_COST"))
