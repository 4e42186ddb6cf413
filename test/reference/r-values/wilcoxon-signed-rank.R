# stats::wilcox.test, paired and one-sample, with what stands behind its p-value: R does not give z, the zeros or the
# ties, so they are found from the differences by the rules of its source.
kinds$wilcoxon_signed_rank <- list(packages = character(), answer = function(case) {
  x <- numbers(case$input$x)
  y <- if (!is.null(case$input$y)) numbers(case$input$y)
  args <- arguments(case$args)
  samples <- if (is.null(y)) list(quote(x)) else list(quote(x), quote(y), paired = TRUE)
  test <- do.call(wilcox.test, c(samples, args[setdiff(names(args), "paired")]))
  differences <- if (is.null(y)) x else x - y
  differences <- differences[!is.na(differences)]
  shifted <- differences - (if (is.null(args$mu)) 0 else args$mu)
  used <- shifted[shifted != 0]
  n <- length(used)
  digits <- args$digits.rank
  ranks <- rank(abs(if (is.null(digits) || is.infinite(digits)) used else signif(used, digits)))
  v <- test$statistic[[1]]
  exact <- grepl("exact", test$method)
  correct <- grepl("continuity", test$method)
  z <- if (!exact && n > 0) signed_rank_z(v, ranks, test$alternative, correct)
  nonzero <- differences[shifted != 0]
  list(statistic = v, pValue = test$p.value,
       log10P = if (exact) exact_log10_p(v, n, test$alternative) else if (n > 0) normal_log10_p(z, test$alternative),
       method = test$method, exactUsed = exact, z = z, nUsed = n, nZero = length(shifted) - n,
       ties = anyDuplicated(ranks) > 0, estimate = unname(test$estimate),
       estimateName = names(test$estimate), confInt = if (!is.null(test$conf.int)) as.numeric(test$conf.int),
       confLevelAchieved = attr(test$conf.int, "conf.level"),
       walshMedianNonzero = if (n > 0 && n <= most_walsh_values) walsh_median(nonzero),
       rankBiserial = if (n > 0) (2 * v - n * (n + 1) / 2) / (n * (n + 1) / 2))
})

# Walsh averages are quadratic in n.
most_walsh_values <- 2000

walsh_median <- function(values) {
  averages <- outer(values, values, "+") / 2
  median(averages[lower.tri(averages, diag = TRUE)])
}

signed_rank_z <- function(v, ranks, alternative, correct) {
  n <- length(ranks)
  distance <- v - n * (n + 1) / 4
  ties <- table(ranks)
  sigma <- sqrt(n * (n + 1) * (2 * n + 1) / 24 - sum(ties^3 - ties) / 48)
  correction <- if (correct) switch(alternative, two.sided = sign(distance) * 0.5, greater = 0.5, less = -0.5) else 0
  (distance - correction) / sigma
}

normal_log10_p <- function(z, alternative) {
  switch(alternative,
         less = pnorm(z, log.p = TRUE),
         greater = pnorm(z, lower.tail = FALSE, log.p = TRUE),
         min(0, log(2) + pnorm(-abs(z), log.p = TRUE))) / log(10)
}

exact_log10_p <- function(v, n, alternative) {
  lower <- psignrank(v, n, log.p = TRUE)
  upper <- psignrank(v - 1, n, lower.tail = FALSE, log.p = TRUE)
  both <- min(0, log(2) + if (v > n * (n + 1) / 4) upper else lower)
  switch(alternative, less = lower, greater = upper, both) / log(10)
}
