# Metastases seen by sequence and side (Tables 4, 5, 6): unit = the counted pair, pairs with 0 included; the whole
# liver is right + left. A modality's total is the union of its sequences. Shares have their denominator beside them.

counts_table <- function(study) {
  whole_liver <- sum(counts_column(study, ALL_LESIONS))
  rows <- lapply(REGIONS, function(side) lapply(COUNTED, function(sequence) {
    counts <- counts_column(study, sequence, side)
    modality_total <- sum(counts_column(study, paste0(modality_of(sequence), "_total"), side))
    all_lesions <- sum(counts_column(study, ALL_LESIONS, side))
    list(
      side = side, sequence = sequence,
      n_pairs = length(counts), n_patients = length(unique(patient_of_pair(study))),
      total = sum(counts), mean_per_pair = mean_of(counts), median_per_pair = median_of(counts),
      modality_total = modality_total, not_seen = modality_total - sum(counts),
      share_of_modality = percent_of(sum(counts), modality_total),
      all_lesions = all_lesions, share_of_all = percent_of(sum(counts), all_lesions),
      share_of_whole_liver = percent_of(sum(counts), whole_liver)
    )
  }))
  list(key = c("side", "sequence"), rows = bind_rows(unlist(rows, recursive = FALSE)))
}
