# Detection rates: the lesions that a sequence sees among those of its modality, or among all (the MRI's total). Unit =
# the patient, all his counted pairs together; patients without any lesion say nothing and are left out.

by_patient <- function(study, sequence, side) {
  tapply(counts_column(study, sequence, side), patient_of_pair(study), sum)
}

detection_rate_row <- function(study, side, sequence, against) {
  union <- if (against == "modality") paste0(modality_of(sequence), "_total") else ALL_LESIONS
  lesions <- by_patient(study, union, side)
  seen <- by_patient(study, sequence, side)
  any_lesion <- lesions > 0 | seen > 0
  lesions <- lesions[any_lesion]
  seen <- seen[any_lesion]
  above <- above_union(study, sequence, union, side)
  # Where the union lacks lesions that were seen, there is no share of it.
  figures <- if (any(above)) clustered_rate(0, 0) else clustered_rate(seen, lesions)
  list(
    side = side, sequence = sequence, against = against, n_patients = length(lesions),
    seen = sum(seen), lesions = sum(lesions),
    patients_above_union = length(unique(patient_of_pair(study)[above])), pairs_above_union = sum(above),
    rate = 100 * figures$rate, standard_error = 100 * figures$standard_error,
    design_effect = figures$design_effect, effective_size = figures$effective_size,
    rate_low = 100 * figures$low, rate_high = 100 * figures$high, rate_limits = figures$limits
  )
}

detection_rates_table <- function(study) {
  rows <- lapply(REGIONS, function(side) {
    c(
      lapply(SEQUENCES, function(sequence) detection_rate_row(study, side, sequence, "modality")),
      lapply(c(SEQUENCES, "ct_total"), function(sequence) detection_rate_row(study, side, sequence, "all_lesions"))
    )
  })
  list(key = c("side", "sequence", "against"), rows = bind_rows(unlist(rows, recursive = FALSE)))
}
