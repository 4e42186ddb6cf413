# RECIST 1.1 as far as liver metastases go (Eisenhauer et al. 2009 Eur J Cancer 45:228), by the definitions of the
# statistics page. All diameters are whole tenths of a millimetre, so that 20 % and 30 % are exact.

RECIST <- list(
  most_targets = 2, smallest_target = 100, too_small = 50, response_percent = 30, progression_percent = 20,
  progression = 50, slow_percent = 20, slow_days = 365, most_measured = 5
)
RECIST_RESPONSES <- c("cr", "pr", "sd", "pd", "ne")
STABILITIES <- c("sd_not_growing", "sd_slow", "sd_faster")
PROGRESSIONS <- c("pd_by_growth", "pd_by_new_lesion", "pd_by_burden", "pd_after_cr", "pd_by_judgement")
REMARKS <- c("new_lesion_unclear", "more_lesions_counted", "target_too_small")

# Each modality, then its sequences; a modality's lesions are counted in its total.
METHODS <- c("mri", SEQUENCES[1:4], "ct", SEQUENCES[5:6])
sequences_of <- function(method) if (method %in% SEQUENCES) method else SEQUENCES[modality_of(SEQUENCES) == method]
counted_in <- function(method) if (method %in% SEQUENCES) method else paste0(method, "_total")

first_known <- function(x) if (all(is.na(x))) x[NA_integer_][1] else x[!is.na(x)][1]

# The scans of a modality among some pairs, in order of their days. Of a scan in several pairs the first that
# says something counts, and a judgement of any. `mm` has a row for each lesion; `cap`: the numbers of the lesions that
# each pair measures.
modality_visits <- function(pairs, lesions, modality) {
  lesions <- lesions[lesions$patient %in% pairs$patient, ]
  days <- pairs[[paste0(modality, "_date")]]
  lapply(sort(unique(days)), function(day) {
    own <- pairs[days == day, ]
    own <- own[order(own$pair), ]
    rows <- lesions[reading_of(lesions) %in% reading_of(own), ]
    rows <- rows[order(rows$pair), ]
    numbers <- sort(unique(rows$lesion))
    mm <- matrix(NA_real_, length(numbers), length(SEQUENCES), dimnames = list(NULL, SEQUENCES))
    for (i in seq_along(numbers)) for (sequence in SEQUENCES) {
      mm[i, sequence] <- first_known(rows[[paste0(sequence, "_mm")]][rows$lesion == numbers[i]])
    }
    counts <- sapply(SIDES, function(side) sapply(COUNTED, function(counted) {
      first_known(own[[paste(counted, side, sep = "_")]])
    }))
    list(
      day = day, pairs = own$pair, numbers = numbers, mm = mm, counts = counts,
      side = rows$side[match(numbers, rows$lesion)],
      cap = lapply(own$pair, function(pair) {
        here <- rows[rows$pair == pair, ]
        here$lesion[rowSums(as.matrix(here[paste0(SEQUENCES, "_mm")]) > 0, na.rm = TRUE) > 0]
      }),
      blurred = all(own$measurable %in% "not_measurable"),
      judged = any(yes(own$non_target_progression) | yes(own$new_lesion_elsewhere))
    )
  })
}

# Numbers that any of some sequences shows at a visit, on a side or on both.
numbers_shown <- function(visit, sequences, side = SIDES) {
  is_shown <- rowSums(visit$mm[, sequences, drop = FALSE] > 0, na.rm = TRUE) > 0
  visit$numbers[is_shown & visit$side %in% side]
}

mm_at <- function(visit, number, sequence) {
  row <- match(number, visit$numbers)
  if (is.na(row)) NA_real_ else visit$mm[row, sequence]
}

# Lesions that a visit measures on a method, each with the sequence that shows it largest.
lesions_measured <- function(visit, method) {
  sequences <- sequences_of(method)
  numbers <- numbers_shown(visit, sequences)
  mm <- visit$mm[match(numbers, visit$numbers), sequences, drop = FALSE]
  mm[is.na(mm)] <- 0
  best <- max.col(mm, ties.method = "first")
  data.frame(
    lesion = numbers, side = visit$side[match(numbers, visit$numbers)], sequence = sequences[best],
    mm = mm[cbind(seq_along(numbers), best)], stringsAsFactors = FALSE
  )
}

# How many lesions a sequence counts on a side beyond those with a diameter on it.
beyond_measured <- function(visit, sequence, side) {
  max(0, visit$counts[sequence, side] - length(numbers_shown(visit, sequence, side)))
}

# What becomes of each of some lesions: a diameter (0: gone), "present" or "not evaluable".
fate_of <- function(visit, lesion, sequence, side) {
  mm <- mm_at(visit, lesion, sequence)
  if (!is.na(mm)) return(list(mm = mm, fate = "measured"))
  beyond <- beyond_measured(visit, sequence, side)
  if (is.na(beyond)) return(list(mm = NA_real_, fate = "not evaluable"))
  if (beyond == 0) return(list(mm = 0, fate = "measured"))
  list(mm = NA_real_, fate = if (visit$blurred) "not evaluable" else "present")
}
fates_of <- function(visit, followed) {
  fates <- Map(function(...) fate_of(visit, ...), followed$lesion, followed$sequence, followed$side)
  followed$mm <- vapply(fates, function(fate) fate$mm, 0)
  followed$fate <- vapply(fates, function(fate) fate$fate, "")
  followed
}

large_enough <- function(baseline, method) {
  found <- lesions_measured(baseline, method)
  found[found$mm >= RECIST$smallest_target, ]
}
own_targets <- function(baseline, method) {
  found <- large_enough(baseline, method)
  head(found[order(-found$mm, found$lesion), ], RECIST$most_targets)
}
# The lesions large enough on both, the largest by both diameters: the targets of the first, and of the second.
same_targets <- function(first, first_method, second, second_method) {
  one <- large_enough(first, first_method)
  other <- large_enough(second, second_method)
  both <- intersect(one$lesion, other$lesion)
  one <- one[match(both, one$lesion), ]
  other <- other[match(both, other$lesion), ]
  chosen <- head(order(-(one$mm + other$mm), both), RECIST$most_targets)
  list(one[chosen, ], other[chosen, ])
}

is_up <- function(sum, nadir) {
  100 * sum >= (100 + RECIST$progression_percent) * nadir && sum - nadir >= RECIST$progression
}

# The targets at a visit; NA: not evaluable.
target_mm <- function(visit, targets) {
  fates <- fates_of(visit, targets)
  no_room <- vapply(fates$lesion, function(lesion) {
    all(vapply(visit$cap, function(measured) sum(measured != lesion) >= RECIST$most_measured, TRUE))
  }, TRUE)
  ifelse(fates$fate == "present" & !no_room, RECIST$too_small, fates$mm)
}
has_too_small <- function(visit, targets) any(fates_of(visit, targets)$fate == "present" & !is.na(target_mm(visit, targets)))

# At each visit: "new", "unclear" or "none" on one side.
newness_on_side <- function(visits, method, side) {
  sequences <- sequences_of(method)
  found <- character()
  for (now in seq_along(visits)) {
    before <- which(found != "new")
    shown <- lapply(visits[before], numbers_shown, sequences = sequences)
    here <- numbers_shown(visits[[now]], sequences, side)
    if (length(before) == 0 || all(here %in% unlist(shown))) {
      found[now] <- "none"
      next
    }
    room <- vapply(seq_along(before), function(i) {
      earlier <- visits[[before[i]]]
      known_by_then <- unlist(shown[seq_len(i)])
      later <- visits[before[before > before[i]]]
      since <- c(unlist(lapply(later, numbers_shown, sequences = sequences, side = side)), here)
      counted <- earlier$counts[counted_in(method), side]
      counted - length(numbers_shown(earlier, sequences, side)) - length(setdiff(since, known_by_then))
    }, 0)
    found[now] <- if (any(room >= 0, na.rm = TRUE)) "none" else if (anyNA(room)) "unclear" else "new"
  }
  found
}

# The sum over lesions at a visit, of which those before are given too: known part, and whether it is all.
burden_of <- function(visits, at, followed) {
  visit <- visits[[at]]
  fates <- fates_of(visit, followed)
  measured <- fates$mm[fates$fate == "measured" & fates$mm > 0]
  smallest <- if (length(measured) > 0) min(measured) else RECIST$too_small
  present <- fates[fates$fate == "present", ]
  taken <- vapply(seq_len(nrow(present)), function(i) {
    past <- vapply(visits[seq_len(at)], mm_at, 0, number = present$lesion[i], sequence = present$sequence[i])
    past <- past[!is.na(past) & past > 0]
    min(smallest, tail(past, 1))
  }, 0)
  groups <- split(seq_along(taken), paste(present$sequence, present$side))
  there <- vapply(groups, function(group) {
    room <- beyond_measured(visit, present$sequence[group[1]], present$side[group[1]])
    sum(head(sort(taken[group], decreasing = TRUE), room))
  }, 0)
  list(known = sum(measured) + sum(there), complete = all(fates$fate != "not evaluable"))
}
burden_is_up <- function(visits, now, method) {
  followed <- do.call(rbind, lapply(visits[seq_len(now)], lesions_measured, method = method))
  followed <- followed[!duplicated(followed$lesion), ]
  burdens <- lapply(seq_len(now), function(at) burden_of(visits, at, followed))
  before <- Filter(function(burden) burden$complete, burdens[-now])
  length(before) > 0 && is_up(burdens[[now]]$known, min(vapply(before, function(burden) burden$known, 0)))
}

# What a method says at each follow-up, one row each; NULL without a target at its baseline.
assess_visits <- function(visits, method, targets) {
  if (nrow(targets) == 0) return(NULL)
  newness <- lapply(SIDES, function(side) newness_on_side(visits, method, side))
  is_novel <- function(word) Reduce(`|`, lapply(newness, function(side) side == word))
  novel <- is_novel("new")
  totals <- vapply(visits, function(visit) sum(visit$counts[counted_in(method), ]), 0)
  sums <- sum(targets$mm)
  responses <- NA
  rows <- list()
  for (now in seq_along(visits)[-1]) {
    visit <- visits[[now]]
    mm <- target_mm(visit, targets)
    nadir <- min(sums, na.rm = TRUE)
    total <- sum(mm)
    anything <- length(numbers_shown(visit, sequences_of(method))) > 0 || isTRUE(totals[now] > 0)
    why <- c(
      pd_by_growth = is_up(sum(mm, na.rm = TRUE), nadir), pd_by_new_lesion = novel[now],
      pd_by_burden = burden_is_up(visits, now, method), pd_after_cr = "cr" %in% responses && anything,
      pd_by_judgement = visit$judged
    )
    response <- if (any(why)) {
      "pd"
    } else if (is.na(total)) {
      "ne"
    } else if (total == 0 && totals[now] %in% 0 && !anything) {
      "cr"
    } else if (100 * total <= (100 - RECIST$response_percent) * sums[1]) {
      "pr"
    } else {
      "sd"
    }
    # From the first visit that had the nadir.
    days <- as.numeric(visit$day - visits[[which(sums == nadir)[1]]]$day)
    stability <- if (response != "sd") {
      "none"
    } else if (total <= nadir) {
      "sd_not_growing"
    } else if (100 * (total - nadir) * RECIST$slow_days <= RECIST$slow_percent * nadir * days) {
      "sd_slow"
    } else {
      "sd_faster"
    }
    counted_before <- totals[seq_len(now - 1)]
    rows[[now]] <- data.frame(
      response = response, stability = stability, as.list(why),
      new_lesion_unclear = !novel[now] && is_novel("unclear")[now],
      more_lesions_counted = response != "pd" && !is.na(totals[now]) && any(!is.na(counted_before)) &&
        totals[now] > max(counted_before, na.rm = TRUE),
      target_too_small = has_too_small(visit, targets), baseline = sums[1], nadir = nadir, sum = total
    )
    sums <- c(sums, total)
    responses <- c(responses, response)
  }
  do.call(rbind, rows)
}

# Each included patient's visits on a modality.
visits_by_patient <- function(study, modality) {
  sapply(study$included$patient, function(patient) {
    modality_visits(study$readings[study$readings$patient == patient, ], study$all_lesions, modality)
  }, simplify = FALSE)
}
# Those of patients with two scans of it.
with_follow_up <- function(visits) Filter(function(own) length(own) > 1, visits)

# What a method says of each patient with its own targets.
assess_own <- function(visits, method) {
  lapply(visits, function(own) assess_visits(own, method, own_targets(own[[1]], method)))
}

# All follow-ups, each patient's last, then the first, second ... as far as the longest course goes.
time_points <- function(longest) c("all", "last", as.character(seq_len(longest)))
unit_of <- function(time_point) if (time_point == "all") "follow_ups" else "patients"
# Which of n follow-ups a time point speaks of.
positions_at <- function(time_point, n) {
  switch(time_point, all = seq_len(n), last = n[n > 0], {
    position <- as.integer(time_point)
    position[position <= n]
  })
}

recist_row <- function(visits, assessments, method, time_point) {
  at <- lapply(visits, function(own) positions_at(time_point, length(own) - 1))
  there <- lengths(at) > 0
  with_target <- there & !vapply(assessments, is.null, TRUE)
  own <- Map(function(assessment, positions) assessment[positions, ], assessments[with_target], at[with_target])
  rows <- do.call(rbind, own)
  n_of <- function(column, value) if (is.null(rows)) 0 else sum(rows[[column]] == value)
  complete <- Filter(function(rows) nrow(rows) > 0, lapply(own, function(rows) rows[!is.na(rows$sum), ]))
  # Each patient's mean, then theirs; the mean of one patient would be his own course.
  over_patients <- function(read) {
    if (length(complete) >= FEWEST_PATIENTS) mean(vapply(complete, function(rows) mean(read(rows)), 0)) else NA_real_
  }
  c(
    list(
      method = method, time_point = time_point, unit = unit_of(time_point), n_patients = sum(with_target),
      n_patients_without_target = sum(there & !with_target), n_follow_ups = if (is.null(rows)) 0 else nrow(rows)
    ),
    sapply(RECIST_RESPONSES, function(response) n_of("response", response), simplify = FALSE),
    sapply(STABILITIES, function(stability) n_of("stability", stability), simplify = FALSE),
    sapply(c(PROGRESSIONS, REMARKS), function(column) n_of(column, TRUE), simplify = FALSE),
    list(
      n_sums = sum(vapply(complete, nrow, 0L)), n_patients_with_sum = length(complete),
      baseline_sum_mean = over_patients(function(rows) rows$baseline) / 10,
      nadir_mean = over_patients(function(rows) rows$nadir) / 10,
      sum_mean = over_patients(function(rows) rows$sum) / 10,
      change_mean = over_patients(function(rows) 100 * (rows$sum - rows$baseline) / rows$baseline)
    )
  )
}

recist_table <- function(study) {
  visits <- sapply(c("mri", "ct"), function(modality) with_follow_up(visits_by_patient(study, modality)), simplify = FALSE)
  longest <- max(0, lengths(visits$mri) - 1, lengths(visits$ct) - 1)
  rows <- lapply(METHODS, function(method) {
    own <- visits[[modality_of(method)]]
    assessments <- assess_own(own, method)
    lapply(time_points(longest), function(time_point) recist_row(own, assessments, method, time_point))
  })
  list(key = c("method", "time_point"), rows = bind_rows(unlist(rows, recursive = FALSE)))
}
