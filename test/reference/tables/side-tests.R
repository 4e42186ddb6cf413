# The right liver against the left, right − left, on each sequence and on both totals. No family.
side_tests_table <- function(study) {
  rows <- lapply(COUNTED, function(sequence) {
    sample <- paired_sample(
      counts_column(study, sequence, "right"), counts_column(study, sequence, "left"), patient_of_pair(study)
    )
    c(
      list(sequence = sequence, n_pairs = length(sample$d), n_patients = length(unique(sample$patients))),
      paired_figures(sample)
    )
  })
  list(key = "sequence", rows = bind_rows(rows))
}
