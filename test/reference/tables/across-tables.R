# What rows of several tables, or several rows of a patient, say against each other. Pairs are those that the first
# reader read of the included patients; pairs without him are looked for among all screened patients.

MOST_LESIONS_MEASURED <- 5

across_tables_checks <- function(study) {
  pairs <- study$screened_pairs[study$screened_pairs$patient %in% study$included$patient, ]
  lesions <- study$all_lesions[reading_of(study$all_lesions) %in% reading_of(pairs), ]
  c(
    shared_scan_checks(pairs),
    lapply(c("ct_date", "mri_date"), function(scan) {
      outside <- pairs[[scan]] < BOARD_PERIOD[1] | pairs[[scan]] > BOARD_PERIOD[2]
      check("scan_outside_period", scan, "pairs", outside, pairs$centre)
    }),
    list(first_reader_check(study), nothing_counted_check(study, pairs)),
    beyond_checks(pairs, lesions),
    measurable_checks(pairs, lesions),
    list(too_few_check(pairs, lesions), carcinoma_check(study), exams_check(study)),
    lapply(c("ct_dlp_arterial", "ct_dlp_portal"), function(column) {
      known <- pairs[!is.na(pairs[[column]]), ]
      check("dose_unlikely", column, "pairs", known[[column]] < 20 | known[[column]] > 4000, known$centre)
    }),
    list(involvement_check(pairs))
  )
}

# More than one of the patient's pairs has the scan: then each of them has it twice.
shared_scan_checks <- function(pairs) {
  is_shared <- function(scan) {
    key <- paste(pairs$patient, scan)
    key %in% key[duplicated(key)]
  }
  list(
    check("scan_in_two_pairs", "ct_date", "pairs", is_shared(pairs$ct_date), pairs$centre),
    check("scan_in_two_pairs", "mri_date", "pairs", is_shared(pairs$mri_date), pairs$centre),
    check("dates_in_two_pairs", NA, "pairs", is_shared(paste(pairs$ct_date, pairs$mri_date)), pairs$centre)
  )
}

first_reader_check <- function(study) {
  readings <- study$all_readings
  pair <- paste(readings$patient, readings$pair)
  by_first <- pair[readings$reader == FIRST_READER]
  one <- !duplicated(pair)
  check("pair_without_first_reader", NA, "pairs", !pair[one] %in% by_first, readings$centre[one])
}

totals_of <- function(pairs) as.matrix(pairs[paste(rep(c("mri_total", "ct_total"), each = 2), SIDES, sep = "_")])

# Included patients have metastases on the images by the rules of inclusion.
nothing_counted_check <- function(study, pairs) {
  counted <- pairs[rowSums(is.na(totals_of(pairs))) == 0, ]
  seen <- tapply(rowSums(totals_of(counted)), counted$patient, sum)
  found <- unname(as.vector(seen)) == 0
  check("no_metastasis_counted", NA, "patients", found, counted$centre[match(names(seen), counted$patient)])
}

beyond_checks <- function(pairs, lesions) {
  unlist(lapply(SEQUENCES, function(sequence) lapply(SIDES, function(side) {
    column <- paste(sequence, side, sep = "_")
    known <- pairs[!is.na(pairs[[column]]), ]
    tenths <- lesions[[paste0(sequence, "_mm")]]
    measured <- reading_of(lesions[which(lesions$side == side & tenths > 0), ])
    beyond <- vapply(reading_of(known), function(reading) sum(measured == reading), 0) > known[[column]]
    check("measured_beyond_counted", column, "pairs", unname(beyond), known$centre)
  })), recursive = FALSE)
}

measurable_checks <- function(pairs, lesions) {
  said <- pairs[pairs$measurable %in% "yes", ]
  denied <- pairs[!is.na(pairs$measurable) & pairs$measurable != "yes", ]
  complete <- reading_of(lesions[on_every_sequence(lesions), ])
  contradicting <- ifelse(
    denied$measurable == "no_lesion_on_every_sequence",
    reading_of(denied) %in% complete, reading_of(denied) %in% reading_of(lesions)
  )
  list(
    check("measurable_without_lesions", NA, "pairs", !reading_of(said) %in% reading_of(lesions), said$centre),
    check("measured_though_not_measurable", NA, "pairs", contradicting, denied$centre)
  )
}

# On each side there are at least as many lesions as the modality that counts more has.
too_few_check <- function(pairs, lesions) {
  judged <- pairs[
    pairs$measurable %in% "yes" & rowSums(is.na(totals_of(pairs))) == 0 & reading_of(pairs) %in% reading_of(lesions),
  ]
  counted <- rep(0, nrow(judged))
  for (side in SIDES) {
    counted <- counted + pmax(judged[[paste0("mri_total_", side)]], judged[[paste0("ct_total_", side)]])
  }
  measured <- vapply(reading_of(judged), function(reading) sum(reading_of(lesions) == reading), 0)
  check("measured_too_few", NA, "pairs", unname(measured) < pmin(MOST_LESIONS_MEASURED, counted), judged$centre)
}

carcinoma_check <- function(study) {
  poor <- study$included[study$included$differentiation %in% "poor", ]
  found <- !is.na(poor$ki67_percent) & poor$ki67_percent <= 20 &
    !is.na(poor$mitoses_per_10_hpf) & poor$mitoses_per_10_hpf <= 20
  check("carcinoma_of_low_indices", NA, "patients", found, poor$centre)
}

# On more days than there were examinations, whoever read the pair.
exams_check <- function(study) {
  known <- study$included[!is.na(study$included$ct_exams), ]
  days <- vapply(known$patient, function(patient) {
    length(unique(study$all_readings$ct_date[study$all_readings$patient == patient]))
  }, 0L)
  check("ct_exams_below_pairs", NA, "patients", known$ct_exams < unname(days), known$centre)
}

involvement_check <- function(pairs) {
  massive <- pairs[pairs$countable == "massive" & !is.na(pairs$liver_involvement), ]
  check("involvement_disagrees", NA, "pairs", massive$liver_involvement %in% c("under_10", "10_25"), massive$centre)
}
