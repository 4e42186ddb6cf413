# Student's paired test and the sizes of an effect.

t_test_figures <- function(first, second, parts = 1) {
  figures <- list(t = NA, t_df = NA, t_p = NA, t_log10_p = NA, t_low = NA, t_high = NA)
  # R stops where the differences do not vary; where they are all zero it gives NaN, all but the degrees of freedom.
  test <- tryCatch(t.test(first, second, paired = TRUE), error = function(condition) NULL)
  if (is.null(test)) return(figures)
  df <- unname(test$parameter)
  list(
    t = unname(test$statistic), t_df = df, t_p = test$p.value,
    t_log10_p = log10_two_sided(pt(-abs(test$statistic), df, log.p = TRUE)),
    t_low = test$conf.int[1] / parts, t_high = test$conf.int[2] / parts
  )
}

# (2V − M)/M, M = n(n + 1)/2 the sum of all ranks; zeros dropped (Kerby 2014).
rank_biserial <- function(d) {
  used <- d[d != 0]
  if (length(used) == 0) return(NA)
  ranks <- rank(abs(used))
  (2 * sum(ranks[used > 0]) - sum(ranks)) / sum(ranks)
}

cohen_d_z <- function(d) {
  if (length(d) < 2 || constant(d)) return(NA)
  mean(d) / sd(d)
}

# Hedges 1981: J(ν) = Γ(ν/2)/(√(ν/2) Γ((ν − 1)/2)), which needs three pairs.
hedges_factor <- function(df) {
  if (df < 2) return(NA)
  exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
}

# An effect size has limits where at least 95 % of the replicates have one, and they are not all the same.
effect_limits <- function(d, patients, statistic) {
  if (!can_be_redrawn(patients)) return(c(NA, NA))
  effects <- by_redrawn_patients(d, patients, statistic)
  effects <- effects[!is.na(effects)]
  if (length(effects) < 0.95 * bootstrap_terms$replicates) return(c(NA, NA))
  limits <- quantile(effects, c(0.025, 0.975), names = FALSE)
  if (limits[1] < limits[2]) limits else c(NA, NA)
}

effect_figures <- function(d, patients) {
  biserial <- effect_limits(d, patients, rank_biserial)
  standardised <- effect_limits(d, patients, cohen_d_z)
  list(
    rank_biserial = rank_biserial(d), rank_biserial_low = biserial[1], rank_biserial_high = biserial[2],
    d_z = cohen_d_z(d), d_z_low = standardised[1], d_z_high = standardised[2],
    g_z = hedges_factor(length(d) - 1) * cohen_d_z(d)
  )
}
