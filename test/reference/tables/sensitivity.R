# Whether a conclusion hangs on how Wilcoxon's test treats ties and zeros (counts by region, and measures), or on who is
# measured: every lesion that the two sequences measure, whether its patient has one on all six or not.
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
  of_measures <- function(analysis, study) {
    lapply(comparisons(), function(comparison) {
      sensitivity_row(
        analysis, NA, comparison, diameters(study, comparison$first), diameters(study, comparison$second),
        patient_of_lesion(study)
      )
    })
  }
  rows <- c(
    do.call(c, of_counts), of_measures("measures", study),
    of_measures("measures_on_both", with_lesions_measured_on_any(study))
  )
  list(key = c("analysis", "side", "first", "second"), rows = bind_rows(rows))
}

# The included patients' pairs that are measurable, or only without a lesion on every sequence, and what they have from
# 5 mm on.
with_lesions_measured_on_any <- function(study) {
  lesions <- study$all_lesions[large_enough_to_measure(study$all_lesions), ]
  pairs <- study$readings[study$readings$measurable %in% c("yes", "no_lesion_on_every_sequence"), ]
  study$measured <- lesions[reading_of(lesions) %in% reading_of(pairs), ]
  study
}

sensitivity_row <- function(analysis, region, comparison, first, second, patients) {
  sample <- paired_sample(first, second, patients)
  plain <- signed_rank_figures(sample$first, sample$second)
  exact <- exact_signed_rank_p(sample$d)
  primary <- rgl_exact_figures(sample$d, sample$patients)
  c(
    list(analysis = analysis, side = region), comparison,
    list(
      n = length(sample$d), n_patients = length(unique(sample$patients)),
      cluster_p = primary$rgl_exact_p, cluster_log10_p = primary$rgl_exact_log10_p,
      # These cohorts are all small enough for the exact law.
      cluster_method = if (is.na(primary$rgl_exact_p)) NA else "exact",
      n_used = plain$wilcoxon_n_used, zeros = plain$wilcoxon_zeros,
      wilcoxon_p = plain$wilcoxon_p, wilcoxon_log10_p = plain$wilcoxon_log10_p,
      exact_p = exact, exact_log10_p = log10(exact)
    ),
    pratt_figures(sample$d), sign_test_figures(sample$d)
  )
}
