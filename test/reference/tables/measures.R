# The largest axial diameter (Table 7), of each sequence over the lesions measured on it: per lesion, per patient (mean
# of all of a patient's lesion rows, whatever the pair) and per pair. Computed in tenths, given in millimetres.

means_by <- function(tenths, group) {
  known <- !is.na(tenths)
  as.vector(tapply(tenths[known], factor(group[known], levels = unique(group[known])), mean))
}

measured_per <- function(study, sequence, per) {
  tenths <- diameters(study, sequence)
  switch(per,
    lesion = tenths[!is.na(tenths)],
    patient = means_by(tenths, patient_of_lesion(study)),
    pair = means_by(tenths, pair_of_lesion(study))
  )
}

measures_table <- function(study) {
  rows <- lapply(SEQUENCES, function(sequence) lapply(c("lesion", "patient", "pair"), function(per) {
    tenths <- measured_per(study, sequence, per)
    list(
      sequence = sequence, per = per, n_lesions = nrow(study$measured), n = length(tenths),
      mean = mean_of(tenths) / 10, standard_deviation = sd_of(tenths) / 10, median = median_of(tenths) / 10,
      minimum = least(tenths) / 10, maximum = greatest(tenths) / 10
    )
  }))
  list(key = c("sequence", "per"), rows = bind_rows(unlist(rows, recursive = FALSE)))
}

# Tables 8 and 9: how many patients have a mean diameter from a bin's limit up to, but without, the next one; the last
# bin is open.
HISTOGRAM_LIMITS_MM <- seq(0, 100, by = 10)

measure_histograms_table <- function(study) {
  rows <- lapply(SEQUENCES, function(sequence) {
    mean_mm <- measured_per(study, sequence, "patient") / 10
    bin <- findInterval(mean_mm, HISTOGRAM_LIMITS_MM)
    data.frame(
      sequence = sequence, from = HISTOGRAM_LIMITS_MM, below = c(HISTOGRAM_LIMITS_MM[-1], NA),
      patients = tabulate(bin, nbins = length(HISTOGRAM_LIMITS_MM)), n_patients = length(mean_mm)
    )
  })
  list(key = c("sequence", "from"), rows = bind_rows(rows))
}
