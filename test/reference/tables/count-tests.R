# The sequences compared two by two on the counts of each pair: 15 comparisons on each region, one family a region.
count_tests_table <- function(study) {
  families <- lapply(REGIONS, function(region) {
    present <- patient_totals(counts_column(study, ALL_LESIONS, region), patient_of_pair(study))
    adjust_family(bind_rows(lapply(comparisons(), count_test, study, region, present)))
  })
  list(key = c("side", "first", "second"), rows = do.call(rbind, families))
}

count_test <- function(comparison, study, region, present) {
  patients <- patient_of_pair(study)
  sample <- paired_sample(
    counts_column(study, comparison$first, region), counts_column(study, comparison$second, region), patients
  )
  first <- patient_totals(sample$first, patients)
  second <- patient_totals(sample$second, patients)
  c(
    list(side = region), comparison,
    list(n_pairs = length(sample$d), n_patients = length(unique(patients))),
    paired_figures(sample),
    rate_ratio_figures(first, second),
    rate_difference_figures(
      first, second, present,
      above = any(above_union(study, c(comparison$first, comparison$second), ALL_LESIONS, region))
    ),
    mcnemar_figures(first, second, present)
  )
}
