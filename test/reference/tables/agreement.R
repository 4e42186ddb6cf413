# Agreement of the diameters of the same lesion on two sequences.
agreement_table <- function(study) {
  rows <- lapply(comparisons(), function(comparison) {
    sample <- paired_sample(
      diameters(study, comparison$first), diameters(study, comparison$second), patient_of_lesion(study)
    )
    c(
      comparison,
      list(n_lesions = length(sample$d), n_patients = length(unique(sample$patients))),
      limits_figures(sample$d, sample$patients, parts = 10),
      list(relative_bias = relative_bias(sample$first, sample$second)),
      slope_figures(sample$first, sample$second, sample$patients),
      intraclass_figures(sample$first, sample$second),
      concordance_figures(sample$first, sample$second)
    )
  })
  list(key = c("first", "second"), rows = bind_rows(rows))
}
