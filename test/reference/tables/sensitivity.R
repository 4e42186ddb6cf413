# Whether a conclusion hangs on how Wilcoxon's test treats ties and zeros: counts by region, and measures.
sensitivity_table <- function(study) {
  of_counts <- lapply(REGIONS, function(region) {
    lapply(comparisons(), function(comparison) {
      sensitivity_row(
        "counts", region, comparison,
        counts_column(study, comparison$first, region), counts_column(study, comparison$second, region),
        patient_of_pair(study)
      )
    })
  })
  of_measures <- lapply(comparisons(), function(comparison) {
    sensitivity_row(
      "measures", NA, comparison, diameters(study, comparison$first), diameters(study, comparison$second),
      patient_of_lesion(study)
    )
  })
  rows <- c(do.call(c, of_counts), of_measures)
  list(key = c("analysis", "side", "first", "second"), rows = bind_rows(rows))
}

sensitivity_row <- function(analysis, region, comparison, first, second, patients) {
  sample <- paired_sample(first, second, patients)
  plain <- signed_rank_figures(sample$first, sample$second)
  exact <- exact_signed_rank_p(sample$d)
  c(
    list(analysis = analysis, side = region), comparison,
    list(
      n_patients = length(unique(sample$patients)), n_used = plain$wilcoxon_n_used, zeros = plain$wilcoxon_zeros,
      wilcoxon_p = plain$wilcoxon_p, wilcoxon_log10_p = plain$wilcoxon_log10_p,
      exact_p = exact, exact_log10_p = log10(exact)
    ),
    pratt_figures(sample$d), sign_test_figures(sample$d)
  )
}
