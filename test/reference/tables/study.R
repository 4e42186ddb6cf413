# The study: all rows, who is included, and the rows of the two analyses, of which each table's figures are made.
#
# - screened, screened_pairs: all patients; the first reader's pairs of them. `reason`: why left out, NA: included.
# - included, readings:       the included patients; their qualifying pairs as the first reader read them.
# - counted:                  the pairs of the count analysis.
# - measured_pairs, measured: the pairs of the measure analysis; their lesions, one row each.
# - count_sift, measure_sift: included patients and readings, each with its reason to be left out of the analysis.

FIRST_READER <- 1

read_study <- function(directory, settings) {
  study <- read_cohort(directory)
  study$settings <- settings

  # Pairs without their patient and lesions without their pair belong to nobody.
  known_pairs <- study$pairs[study$pairs$patient %in% study$patients$patient, ]
  study$orphan_pairs <- nrow(study$pairs) - nrow(known_pairs)
  study$all_readings <- known_pairs
  study$all_lesions <- study$lesions[reading_of(study$lesions) %in% reading_of(known_pairs), ]
  study$orphan_lesions <- nrow(study$lesions) - nrow(study$all_lesions)
  study$orphan_listed <- sum(!reading_of(study$visibility) %in% reading_of(known_pairs))
  lesions <- study$all_lesions

  first <- known_pairs[known_pairs$reader == FIRST_READER, ]
  study$patients$has_pair <- study$patients$patient %in% known_pairs$patient
  study$patients$has_first_reading <- study$patients$patient %in% first$patient
  screened <- sift(study$patients, first, lesions, EXCLUSIONS)
  study$screened <- screened$patients
  study$screened_pairs <- screened$pairs
  study$included <- study$patients[is.na(screened$patients$reason), ]
  study$readings <- first[is.na(screened$pairs$reason), ]

  study$count_sift <- sift(study$included, study$readings, lesions, NOT_COUNTED)
  study$counted <- study$readings[is.na(study$count_sift$pairs$reason), ]

  # A lesion under 5 mm was sent for RECIST alone.
  lesions <- lesions[large_enough_to_measure(lesions), ]
  study$measure_sift <- sift(study$included, study$readings, lesions, NOT_MEASURED)
  study$measured_pairs <- study$readings[is.na(study$measure_sift$pairs$reason), ]
  study$measured <- lesions[reading_of(lesions) %in% reading_of(study$measured_pairs), ]
  study
}

# Of some pairs: the metastases that a sequence (or total) shows in a region; the whole liver is right + left.
counts_of <- function(pairs, sequence, region = "whole") {
  sides <- if (region == "whole") SIDES else region
  rowSums(pairs[paste(sequence, sides, sep = "_")])
}

# One value for each counted pair, in the order of study$counted.
counts_column <- function(study, sequence, region = "whole") unname(counts_of(study$counted, sequence, region))
patient_of_pair <- function(study) study$counted$patient
centre_of_pair <- function(study) study$counted$centre

# One value for each measured lesion, in the order of study$measured: its diameter in whole tenths of a millimetre,
# NA where the sequence does not show it (not measured, or 0: nothing is left of it).
diameters <- function(study, sequence) {
  tenths <- study$measured[[paste0(sequence, "_mm")]]
  ifelse(tenths > 0, tenths, NA_integer_)
}
patient_of_lesion <- function(study) study$measured$patient
pair_of_lesion <- function(study) paste(study$measured$patient, study$measured$pair)
centre_of_lesion <- function(study) study$measured$centre
