# Wilcoxon's signed rank test and what stands beside it in `sensitivity`. R 4.2's own functions wherever there is one.

# The decimal logarithm of a two-sided p that doubles the tail whose natural logarithm is given; p is never above 1.
log10_two_sided <- function(log_tail) unname(min(0, (log(2) + log_tail) / log(10)))

# The codes of R's warnings.
WILCOXON_WARNINGS <- c(
  "requested conf.level not achievable" = "level_not_achievable",
  "cannot compute confidence interval when all observations are zero or tied" = "no_interval_when_constant",
  "cannot compute exact p-value with ties" = "no_exact_p_with_ties",
  "cannot compute exact confidence interval with ties" = "no_exact_interval_with_ties",
  "cannot compute exact p-value with zeroes" = "no_exact_p_with_zeros",
  "cannot compute exact confidence interval with zeroes" = "no_exact_interval_with_zeros"
)

# `wilcox.test(paired = TRUE, conf.int = TRUE)`. `parts`: how many of the whole numbers make one published unit.
signed_rank_figures <- function(first, second, parts = 1) {
  d <- first - second
  if (length(d) == 0) return(no_signed_rank_figures)
  used <- d[d != 0]
  warned <- character()
  test <- withCallingHandlers(
    wilcox.test(first, second, paired = TRUE, conf.int = TRUE),
    warning = function(condition) {
      warned <<- c(warned, WILCOXON_WARNINGS[[conditionMessage(condition)]])
      invokeRestart("muffleWarning")
    }
  )
  figures <- no_signed_rank_figures
  figures$wilcoxon_v <- unname(test$statistic)
  figures$wilcoxon_n_used <- length(used)
  figures$wilcoxon_zeros <- length(d) - length(used)
  figures$wilcoxon_ties <- anyDuplicated(abs(used)) > 0
  # Of zeros alone R's p is NaN, and there is nothing else to say.
  if (length(used) == 0) return(figures)
  exact <- grepl("exact", test$method)
  figures$wilcoxon_method <- if (exact) "exact" else "normal_with_continuity_correction"
  if (length(warned) > 0) figures$wilcoxon_warnings <- paste(unique(warned), collapse = " ")
  figures$wilcoxon_p <- test$p.value
  figures$wilcoxon_log10_p <- signed_rank_log10_p(figures$wilcoxon_v, used, exact)
  # Where all differences are equal R gives the value they have, and no limits; of one difference, limits at the level 0.
  level <- attr(test$conf.int, "conf.level")
  limits <- if (all(is.finite(test$conf.int)) && level > 0) test$conf.int
  location <- if (exact) list(estimate = unname(test$estimate), limits = limits) else walsh_location(used, test, limits)
  figures$hodges_lehmann <- location$estimate / parts
  if (!is.null(limits)) {
    figures$hodges_lehmann_low <- location$limits[1] / parts
    figures$hodges_lehmann_high <- location$limits[2] / parts
    figures$hodges_lehmann_level <- level
  }
  figures
}

# Beyond the exact law R seeks estimate and limits by `uniroot`, up to 1e-4 beside the Walsh averages that they are. Here
# they are these: the median; and the first and last at which V, with the correction for continuity, is no farther from
# its mean than the normal quantile (Hollander, Wolfe & Chicken 2014, 3.3). R's values are to lie within its tolerance.
walsh_location <- function(used, test, limits) {
  sums <- outer(used, used, "+")
  averages <- sort(sums[upper.tri(sums, diag = TRUE)]) / 2
  estimate <- median(averages)
  middle <- range(averages[ceiling(length(averages) / 2 + c(0, 0.5))])
  stopifnot(test$estimate >= middle[1] - 1e-4, test$estimate <= middle[2] + 1e-4)
  if (is.null(limits)) return(list(estimate = estimate))
  n <- length(used)
  ties <- table(used)
  spread <- sqrt(n * (n + 1) * (2 * n + 1) / 24 - sum(ties^3 - ties) / 48)
  quantile <- qnorm(1 - (1 - attr(limits, "conf.level")) / 2)
  # V between two Walsh averages is how many lie above.
  above <- length(averages) - seq_along(averages)
  inside <- which(above < length(averages) / 2 + 0.5 + quantile * spread)
  lower <- averages[max(1, inside[1])]
  upper <- rev(averages)[max(1, inside[1])]
  stopifnot(abs(limits - c(lower, upper)) <= 1e-4)
  list(estimate = estimate, limits = c(lower, upper))
}

no_signed_rank_figures <- list(
  wilcoxon_v = NA, wilcoxon_n_used = NA, wilcoxon_zeros = NA, wilcoxon_ties = FALSE,
  wilcoxon_method = NA, wilcoxon_p = NA, wilcoxon_log10_p = NA, wilcoxon_warnings = NA,
  hodges_lehmann = NA, hodges_lehmann_low = NA, hodges_lehmann_high = NA, hodges_lehmann_level = NA
)

# The same p on the logarithmic scale, where it does not underflow.
signed_rank_log10_p <- function(v, used, exact) {
  n <- length(used)
  ranks <- rank(abs(used))
  middle <- n * (n + 1) / 4
  if (exact) {
    log_tail <- if (v > middle) {
      psignrank(v - 1, n, lower.tail = FALSE, log.p = TRUE)
    } else {
      psignrank(v, n, log.p = TRUE)
    }
  } else {
    ties <- table(ranks)
    spread <- sqrt(n * (n + 1) * (2 * n + 1) / 24 - sum(ties^3 - ties) / 48)
    log_tail <- pnorm(-abs((v - middle - sign(v - middle) / 2) / spread), log.p = TRUE)
  }
  log10_two_sided(log_tail)
}

# The law of Σ ± weightᵢ with a fair coin for each sign, on the whole numbers −total … total.
coin_sum_law <- function(weights) {
  law <- 1
  for (weight in weights) {
    pad <- numeric(2 * weight)
    law <- (c(law, pad) + c(pad, law)) / 2
  }
  total <- sum(weights)
  list(value = seq(-total, total, length.out = length(law)), probability = law)
}

# 2 min(P≤, P≥) of an observed sum under that law.
coin_sum_p <- function(weights, observed) {
  law <- coin_sum_law(weights)
  tails <- c(
    sum(law$probability[law$value <= observed + 0.5]),
    sum(law$probability[law$value >= observed - 0.5])
  )
  min(1, 2 * min(tails))
}

# Exact with ties: given the midranks, each sign is a coin (Streitberg & Röhmel 1986). Doubled midranks are whole.
exact_signed_rank_p <- function(d) {
  used <- d[d != 0]
  if (length(used) == 0) return(NA)
  doubled <- 2 * rank(abs(used))
  coin_sum_p(doubled, sum(sign(used) * doubled))
}

# Pratt 1959: zeros are ranked, then leave the sum; normal law, no continuity correction.
pratt_figures <- function(d) {
  if (all(d == 0)) return(list(pratt_z = NA, pratt_p = NA, pratt_log10_p = NA))
  signed <- sign(d) * rank(abs(d))
  z <- sum(signed) / sqrt(sum(signed^2))
  list(
    pratt_z = z, pratt_p = 2 * pnorm(-abs(z)),
    pratt_log10_p = log10_two_sided(pnorm(-abs(z), log.p = TRUE))
  )
}

# Is a difference as often positive as negative? Zeros dropped.
sign_test_figures <- function(d) {
  used <- sum(d != 0)
  above <- sum(d > 0)
  figures <- list(
    n_positive = above, positive = NA, positive_low = NA, positive_high = NA, sign_p = NA, sign_log10_p = NA
  )
  if (used == 0) return(figures)
  test <- binom.test(above, used)
  figures$positive <- 100 * unname(test$estimate)
  figures$positive_low <- 100 * test$conf.int[1]
  figures$positive_high <- 100 * test$conf.int[2]
  figures$sign_p <- test$p.value
  figures$sign_log10_p <- log10_two_sided(pbinom(min(above, used - above), used, 0.5, log.p = TRUE))
  figures
}
