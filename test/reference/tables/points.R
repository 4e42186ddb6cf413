# Single pairs, lesions and patients, under numbers that follow from what is published of them and from nothing else:
# a patient's points in order of their values, patients by how many they have, then by their values one after another; each
# draws a number, and the numbers stand in order of what was drawn. A blank counts as less than any value.

POINTS <- list(fewest_patients = 5, most_patients = 2000)
POINT_BLANK <- -1000

# Park and Miller's generator; its seed is a digest of all values in whole thousandths.
PARK_MILLER <- list(multiplier = 48271, modulus = 2147483647)
seed_of <- function(values) {
  state <- 1
  for (value in values) {
    state <- (PARK_MILLER$multiplier * state + floor(1000 * value) - 1000 * POINT_BLANK) %% PARK_MILLER$modulus
  }
  max(1, state)
}
drawn_one_by_one <- function(n, seed) {
  drawn <- numeric(n)
  for (i in seq_len(n)) {
    seed <- (PARK_MILLER$multiplier * seed) %% PARK_MILLER$modulus
    drawn[i] <- seed
  }
  drawn
}

# `values` has a row for each point. The rows in their new order, and the number of each one's patient.
number_anew <- function(values, patients) {
  values[is.na(values)] <- POINT_BLANK
  own <- lapply(split(seq_along(patients), factor(patients, levels = unique(patients))), function(rows) {
    rows[do.call(order, as.data.frame(values[rows, , drop = FALSE]))]
  })
  flat <- lapply(own, function(rows) c(length(rows), as.vector(t(values[rows, , drop = FALSE]))))
  longest <- max(0, lengths(flat))
  padded <- t(vapply(flat, function(all) c(all, rep(0, longest - length(all))), numeric(longest)))
  by_values <- do.call(order, as.data.frame(padded))
  drawn <- drawn_one_by_one(length(own), seed_of(unlist(flat[by_values])))
  in_order <- by_values[order(drawn)]
  list(rows = unlist(own[in_order], use.names = FALSE), patient = rep(seq_along(in_order), lengths(own[in_order])))
}

# Why a kind is not published is not compared; that it is one blank row is.
enough_for_points <- function(study, patients) {
  n <- length(unique(patients))
  n >= max(POINTS$fewest_patients, study$settings$fewest_patients_shown) && n <= POINTS$most_patients
}

count_points <- function(study) {
  patients <- patient_of_pair(study)
  if (!enough_for_points(study, patients)) return(list(list(kind = "count", unit = "metastases")))
  by_side <- lapply(SIDES, function(side) sapply(COUNTED, function(name) counts_column(study, name, side)))
  drawn <- number_anew(do.call(cbind, by_side), patients)
  lapply(REGIONS, function(region) {
    counts <- as.data.frame(sapply(COUNTED, function(name) counts_column(study, name, region)))[drawn$rows, ]
    cbind(
      data.frame(kind = "count", unit = "metastases", side = region, point = seq_along(drawn$rows), patient = drawn$patient),
      counts
    )
  })
}

diameter_points <- function(study) {
  patients <- patient_of_lesion(study)
  if (!enough_for_points(study, patients)) return(list(list(kind = "diameter", unit = "mm")))
  tenths <- sapply(SEQUENCES, function(sequence) diameters(study, sequence))
  drawn <- number_anew(tenths, patients)
  list(cbind(
    data.frame(kind = "diameter", unit = "mm", point = seq_along(drawn$rows), patient = drawn$patient),
    as.data.frame(tenths[drawn$rows, , drop = FALSE] / 10)
  ))
}

# Of each included patient: the smallest change in per cent and the best response at any follow-up, and what the last
# one has; NA where the modality has no complete sum of him.
changes_on <- function(study, modality) {
  visits <- with_follow_up(visits_by_patient(study, modality))
  assessed <- assess_own(visits, modality)
  found <- lapply(study$included$patient, function(patient) {
    rows <- assessed[[patient]]
    if (is.null(rows) || all(is.na(rows$sum))) return(c(NA, NA, NA, NA))
    percent <- 100 * (rows$sum - rows$baseline) / rows$baseline
    response <- match(rows$response, RECIST_RESPONSES[1:4])
    best <- if (all(is.na(response))) NA else min(response, na.rm = TRUE)
    c(min(percent, na.rm = TRUE), best, tail(percent, 1), tail(response, 1))
  })
  matrix(unlist(found), ncol = 4, byrow = TRUE)
}

change_points <- function(study) {
  kinds <- c("best_change", "last_change")
  changes <- lapply(c(mri = "mri", ct = "ct"), function(modality) {
    of_all <- changes_on(study, modality)
    if (enough_for_points(study, study$included$patient[!is.na(of_all[, 1])])) of_all else of_all * NA
  })
  values <- do.call(cbind, changes)
  there <- which(!is.na(values[, 1]) | !is.na(values[, 5]))
  if (!enough_for_points(study, there)) {
    return(lapply(kinds, function(kind) list(kind = kind, unit = "percent")))
  }
  # A response counts from 0 in the values that the numbers are drawn from.
  codes <- values[there, , drop = FALSE]
  codes[, c(2, 4, 6, 8)] <- codes[, c(2, 4, 6, 8)] - 1
  drawn <- number_anew(codes, there)
  own <- values[there, , drop = FALSE][drawn$rows, , drop = FALSE]
  lapply(seq_along(kinds), function(which) {
    at <- 2 * which - 1
    data.frame(
      kind = kinds[which], unit = "percent", point = drawn$patient, patient = drawn$patient,
      mri_total = own[, at], ct_total = own[, 4 + at],
      mri_response = RECIST_RESPONSES[own[, at + 1]], ct_response = RECIST_RESPONSES[own[, 5 + at]]
    )
  })
}

points_table <- function(study) {
  columns <- c("kind", "unit", "side", "point", "patient", COUNTED, "mri_response", "ct_response")
  rows <- bind_rows(c(count_points(study), diameter_points(study), change_points(study)))
  rows[setdiff(columns, names(rows))] <- NA
  list(key = c("kind", "point", "side"), rows = rows[columns])
}
