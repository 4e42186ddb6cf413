# Quality: what was left out of each analysis and why, and what is doubtful in what was used. Each check looks at some
# rows, `found` says in which it found something. One row for all centres, and one for each centre (or for the others
# together) that has patients enough and findings enough to be of nobody in particular.

check <- function(name, detail, unit, found, centre) {
  list(check = name, detail = detail, unit = unit, found = found, centre = centre, judged = TRUE)
}

check_rows <- function(check, groups, fewest) {
  row <- function(group, centre, of) {
    list(
      check = check$check, detail = check$detail, unit = check$unit, group = group, centre = centre,
      n = if (check$judged) sum(check$found[of]) else NA, n_checked = sum(of),
      fence_low = check$low, fence_high = check$high
    )
  }
  rows <- c(
    lapply(groups$shown, function(centre) row("centre", centre, check$centre == centre)),
    if (length(groups$others) > 0) list(row("others", NA, check$centre %in% groups$others))
  )
  c(list(row("all", NA, rep(TRUE, length(check$found)))), Filter(function(row) !is.na(row$n) && row$n >= fewest, rows))
}

# Rows that wait for the row that they belong to, of all centres together only.
orphan_rows <- function(study) {
  row <- function(detail, unit, n, n_checked) {
    list(check = "orphan", detail = detail, unit = unit, group = "all", n = n, n_checked = n_checked)
  }
  Filter(Negate(is.null), list(
    row("pair_without_patient", "pairs", study$orphan_pairs, nrow(study$pairs)),
    row("lesion_without_pair", "lesions", study$orphan_lesions, nrow(study$lesions)),
    # Only where somebody lists lesions one by one.
    if (nrow(study$visibility) > 0) row("listed_without_pair", "lesions", study$orphan_listed, nrow(study$visibility))
  ))
}

reasons_found <- function(name, unit, rules, rows) {
  lapply(rules, function(reason) check(name, reason, unit, rows$reason %in% reason, rows$centre))
}

# The first reader's lesions of the included patients, on whichever pair.
first_lesions <- function(study) {
  lesions <- study$all_lesions
  lesions[lesions$patient %in% study$included$patient & lesions$reader == FIRST_READER, ]
}

left_out_checks <- function(study) {
  pair_rules <- c("no_pair_with_complete_protocol", "interval_of_three_months_or_more")
  theirs <- study$screened_pairs[study$screened_pairs$patient %in% study$included$patient, ]
  all <- study$all_readings
  others <- setdiff(sort(unique(all$reader)), FIRST_READER)
  sent <- first_lesions(study)
  c(
    reasons_found("patient_excluded", "patients", names(EXCLUSIONS), study$screened),
    reasons_found("pair_not_qualifying", "pairs", pair_rules, theirs),
    reasons_found("pair_not_counted", "pairs", names(NOT_COUNTED), study$count_sift$pairs),
    reasons_found("pair_not_measured", "pairs", names(NOT_MEASURED), study$measure_sift$pairs),
    lapply(others, function(reader) {
      check("reading_of_other_reader", paste0("reader_", reader), "readings", all$reader == reader, all$centre)
    }),
    list(check(
      "lesion_not_used", NA, "lesions",
      !(reading_of(sent) %in% reading_of(study$measured_pairs) & large_enough_to_measure(sent)), sent$centre
    )),
    lapply(SEQUENCES, function(sequence) {
      check("diameter_absent", sequence, "lesions", is.na(diameters(study, sequence)), study$measured$centre)
    }),
    recist_checks(study)
  )
}

# Included patients who have no second scan of either modality; and, of the others, the pairs without any lesion's row
# that do not say that no lesion is large enough.
recist_checks <- function(study) {
  followed <- unlist(lapply(c("mri", "ct"), function(modality) {
    names(with_follow_up(visits_by_patient(study, modality)))
  }))
  pairs <- study$readings[study$readings$patient %in% followed, ]
  empty <- !reading_of(pairs) %in% reading_of(study$all_lesions) & !pairs$measurable %in% "no_lesion_over_5_mm"
  list(
    check("recist_patient_without_follow_up", NA, "patients", !study$included$patient %in% followed, study$included$centre),
    check("recist_pair_not_measured", NA, "pairs", empty, pairs$centre)
  )
}

# A total above 0 that one sequence alone reaches: perhaps no union was counted, unless a full list has as many lesions.
total_checks <- function(study) {
  unlist(lapply(c("mri", "ct"), function(modality) lapply(SIDES, function(side) {
    total <- counts_column(study, paste0(modality, "_total"), side)
    reached <- lapply(sequences_of(modality), function(sequence) counts_column(study, sequence, side) == total)
    by_one <- Reduce(`+`, reached) == 1
    listed <- vapply(reading_of(study$counted), function(reading) {
      listed_at(study$visibility[reading_of(study$visibility) == reading, ], sequences_of(modality), side)[1]
    }, numeric(1))
    confirmed <- study$counted$lesions_listed %in% "all" & listed == total
    check("total_equals_one_sequence", paste0(modality, "_total_", side), "pairs", by_one & !confirmed, centre_of_pair(study))
  })), recursive = FALSE)
}

NEAR_LIMIT_DAYS <- 7
LARGEST_DIAMETER_RATIO <- 2

doubt_checks <- function(study) {
  diameters <- lapply(SEQUENCES, function(sequence) diameters(study, sequence))
  largest <- suppressWarnings(do.call(pmax, c(diameters, na.rm = TRUE)))
  smallest <- suppressWarnings(do.call(pmin, c(diameters, na.rm = TRUE)))
  complete <- study$screened_pairs[yes(study$screened_pairs$protocol_complete), ]
  past <- days_past_limit(complete)
  graded <- study$included[!is.na(declared_grade(study$included)) & !is.na(who_2019_grade(study$included)), ]
  c(total_checks(study), list(
    check("diameters_disagree", NA, "lesions", largest > LARGEST_DIAMETER_RATIO * smallest, study$measured$centre),
    check("interval_near_limit", "under_limit", "pairs", past < 0 & past >= -NEAR_LIMIT_DAYS, complete$centre),
    check("interval_near_limit", "limit_or_over", "pairs", past >= 0 & past <= NEAR_LIMIT_DAYS, complete$centre),
    check("grade_disagrees", NA, "patients", declared_grade(graded) != who_2019_grade(graded), graded$centre),
    check("board_date_not_known", NA, "patients", is.na(study$included$board_date), study$included$centre),
    side_check(study), dates_check(study)
  ))
}

# The same number is the same lesion in every pair of the patient, so it has one side.
side_check <- function(study) {
  lesions <- first_lesions(study)
  lesion <- paste(lesions$patient, lesions$lesion)
  sides <- tapply(lesions$side, lesion, function(side) length(unique(side)))
  centre <- lesions$centre[match(names(sides), lesion)]
  check("lesion_changes_side", NA, "lesions", as.vector(sides) > 1, centre)
}

# The readings of each pair of the included patients that several readers read have the pair's dates.
dates_check <- function(study) {
  readings <- study$all_readings[study$all_readings$patient %in% study$included$patient, ]
  pair <- paste(readings$patient, readings$pair)
  dates <- tapply(paste(readings$ct_date, readings$mri_date), pair, function(dates) length(unique(dates)))
  several <- names(which(table(pair) > 1))
  check("dates_differ_between_readers", NA, "pairs", dates[several] > 1, readings$centre[match(several, pair)])
}

# Tukey's outer fences, quartiles of type 7, in columns of at least ten values. Where the quartiles are the same, half
# of the values are, and every other one would be extreme: not judged either.
FEWEST_VALUES_JUDGED <- 10
FENCE_RANGES <- 3

extreme_check <- function(column, unit, rows, parts = 1) {
  rows <- rows[!is.na(rows[[column]]), ]
  values <- rows[[column]]
  quartiles <- quantile(values, c(0.25, 0.75), type = 7, names = FALSE)
  judged <- length(values) >= FEWEST_VALUES_JUDGED && diff(quartiles) > 0
  fences <- if (judged) quartiles + c(-1, 1) * FENCE_RANGES * diff(quartiles) else c(NA, NA)
  result <- check("extreme_value", column, unit, values < fences[1] | values > fences[2], rows$centre)
  c(modifyList(result, list(judged = judged)), list(low = fences[1] / parts, high = fences[2] / parts))
}

# The values in the rows that the analyses use; 0 mm is no diameter, nothing is left of the lesion there.
extreme_checks <- function(study) {
  patients <- c("age_at_diagnosis", "ki67_percent", "mitoses_per_10_hpf", "ct_exams")
  pairs <- c(paste(rep(COUNTED, each = 2), SIDES, sep = "_"), "ct_dlp_arterial", "ct_dlp_portal")
  lesions <- paste0(SEQUENCES, "_mm")
  c(
    lapply(patients, extreme_check, unit = "patients", rows = study$included),
    lapply(pairs, extreme_check, unit = "pairs", rows = study$counted),
    lapply(lesions, function(column) {
      extreme_check(column, "lesions", study$measured[which(study$measured[[column]] > 0), ], parts = 10)
    })
  )
}

quality_table <- function(study) {
  fewest <- study$settings$fewest_patients_shown
  centres <- sort(unique(study$patients$centre))
  included <- as.vector(table(factor(study$included$centre, levels = centres)))
  groups <- centre_groups(setNames(included, centres), fewest)
  checks <- c(left_out_checks(study), doubt_checks(study), across_tables_checks(study), listed_checks(study), extreme_checks(study))
  rows <- c(orphan_rows(study), unlist(lapply(checks, check_rows, groups = groups, fewest = fewest), recursive = FALSE))
  list(key = c("check", "detail", "group", "centre"), rows = bind_rows(lapply(rows, function(row) {
    row[lengths(row) == 0] <- NA
    row
  })))
}
