# What every table says of two columns compared row by row.

# Rows of which both values are there; all figures of a comparison are of these.
paired_sample <- function(first, second, patients) {
  both <- !is.na(first) & !is.na(second)
  list(first = first[both], second = second[both], patients = patients[both], d = first[both] - second[both])
}

paired_figures <- function(sample, parts = 1) {
  d <- sample$d
  patients <- sample$patients
  exact <- rgl_exact_figures(d, patients)
  large <- rgl_figures(d, patients)
  c(
    list(
      mean_difference = if (length(d) > 0) mean(d) / parts else NA,
      sd_difference = if (length(d) > 1) sd(d) / parts else NA,
      median_difference = if (length(d) > 0) median(d) / parts else NA
    ),
    signed_rank_figures(sample$first, sample$second, parts),
    t_test_figures(sample$first, sample$second, parts),
    # The primary test is the exact one; these cohorts are all small enough for its law.
    list(
      cluster_p = exact$rgl_exact_p, cluster_log10_p = exact$rgl_exact_log10_p,
      cluster_method = if (is.na(exact$rgl_exact_p)) NA else "exact"
    ),
    exact, large,
    datta_satten_figures(d, patients),
    cr2_figures(d, patients, parts),
    bootstrap_figures(d, patients, parts),
    effect_figures(d, patients)
  )
}

# Holm's and Benjamini and Hochberg's p of one family; a comparison without a p is not counted.
adjust_family <- function(rows) {
  for (test in c("wilcoxon", "t", "cluster")) {
    p <- as.numeric(rows[[paste0(test, "_p")]])
    rows[[paste0(test, "_family_size")]] <- sum(!is.na(p))
    rows[[paste0(test, "_p_holm")]] <- p.adjust(p, "holm")
    rows[[paste0(test, "_p_bh")]] <- p.adjust(p, "BH")
  }
  rows
}

# The comparisons one by one; differences are first − second.
comparisons <- function() lapply(seq_len(nrow(COMPARISONS)), function(row) as.list(COMPARISONS[row, ]))
