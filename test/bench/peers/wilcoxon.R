# Rscript wilcoxon.R N: Wilcoxon with the Hodges-Lehmann estimate and its interval of N differences.
n <- as.integer(commandArgs(TRUE)[1])
set.seed(1)
x <- round(rnorm(n, 300, 80))
y <- round(x - 2 + rnorm(n, 0, 20))
before <- proc.time()
suppressWarnings(wilcox.test(x, y, paired = TRUE, conf.int = TRUE, exact = FALSE))
cost <- proc.time() - before
writeLines(sprintf('{"seconds": %.4f, "megabytes": null}', cost[["user.self"]] + cost[["sys.self"]]), Sys.getenv("BENCH_COST"))
