# The core of study.R as a statistician writes it, with the packages that there are for it:
# Rscript study-with-packages.R FOLDER.
suppressPackageStartupMessages({ library(clubSandwich); library(boot) })
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "counted-pairs.R"))
mean_of_drawn <- function(by_patient, drawn) mean(unlist(by_patient[drawn]))
set.seed(2022)
for (side in c("right", "left", "whole")) for (one in 1:5) for (other in (one + 1):6) {
  x <- counts(sequences[one], side)
  y <- counts(sequences[other], side)
  suppressWarnings(w <- wilcox.test(x, y, paired = TRUE))
  t <- t.test(x, y, paired = TRUE)
  d <- x - y
  cr2 <- conf_int(lm(d ~ 1), vcov = "CR2", cluster = pairs$patient)
  drawn <- boot(split(d, pairs$patient), mean_of_drawn, R = 2000)
  limits <- boot.ci(drawn, type = "perc")$percent[4:5]
  cat(side, sequences[one], sequences[other], w$p.value, t$p.value, cr2$SE, limits, "\n")
}
cost <- proc.time()
writeLines(sprintf('{"seconds": %.3f, "megabytes": null}', cost[["user.self"]] + cost[["sys.self"]]), Sys.getenv("BENCH_COST"))
