# The sequences compared two by two over the lesions measured on both: whole tenths of a millimetre, so that ties are
# ties, given in millimetres. One family of 15.
measure_tests_table <- function(study) {
  rows <- lapply(comparisons(), function(comparison) {
    first <- diameters(study, comparison$first)
    second <- diameters(study, comparison$second)
    patients <- patient_of_lesion(study)
    sample <- paired_sample(first, second, patients)
    pairs <- pair_of_lesion(study)[!is.na(first) & !is.na(second)]
    c(
      comparison,
      list(n_lesions = length(sample$d), n_patients = length(unique(sample$patients))),
      paired_figures(sample, parts = 10),
      list(
        mean_difference_per_patient = mean_of_means(sample$d, sample$patients) / 10,
        mean_difference_per_pair = mean_of_means(sample$d, pairs) / 10,
        # Table 7: each sequence over all lesions measured on it, not only those that the comparison has.
        difference_of_patient_means = (mean_of_means(first, patients) - mean_of_means(second, patients)) / 10
      )
    )
  })
  list(key = c("first", "second"), rows = adjust_family(bind_rows(rows)))
}

# The mean over patients, or pairs, of each one's mean; lesions without a value left out.
mean_of_means <- function(values, groups) {
  known <- !is.na(values)
  if (!any(known)) return(NA)
  mean(tapply(values[known], as.character(groups[known]), mean))
}
