# RECIST 1.1 as far as liver metastases go (Eisenhauer et al. 2009 Eur J Cancer 45:228). All diameters are whole tenths
# of a millimetre, so that 20 % and 30 % are exact.

RECIST <- list(
  most_targets = 2, smallest_target = 100, response_percent = 30, progression_percent = 20, progression = 50,
  slow_percent = 20, slow_days = 365
)
MOST_MEASURED_LESIONS <- 5

# Each modality, then its sequences; a modality's lesions are counted in its total.
METHODS <- c("mri", SEQUENCES[1:4], "ct", SEQUENCES[5:6])
sequences_of <- function(method) if (method %in% SEQUENCES) method else SEQUENCES[modality_of(SEQUENCES) == method]
counted_in <- function(method) if (method %in% SEQUENCES) method else paste0(method, "_total")
scan_day <- function(pair, method) pair[[paste0(modality_of(method), "_date")]]

# A course: a patient's first measured pair is the baseline; follow-ups are his later pairs that are measured, or of
# which it is said that no lesion is over 5 mm any more (a lesion sent for it all the same is not used). A pair that
# could not be measured is no visit. Courses without a follow-up say nothing.
recist_courses <- function(study) {
  patients <- unique(study$measured_pairs$patient)
  courses <- lapply(patients, function(patient) {
    baseline <- study$measured_pairs[study$measured_pairs$patient == patient, ][1, ]
    pairs <- study$readings[study$readings$patient == patient & study$readings$pair >= baseline$pair, ]
    visit <- reading_of(pairs) %in% reading_of(study$measured_pairs) | pairs$measurable %in% "no_lesion_over_5_mm"
    pairs <- pairs[visit, ]
    list(patient = patient, visits = lapply(seq_len(nrow(pairs)), function(i) {
      list(pair = pairs[i, ], lesions = study$measured[reading_of(study$measured) == reading_of(pairs[i, ]), ])
    }))
  })
  Filter(function(course) length(course$visits) > 1, courses)
}

# A lesion's diameters on a method's sequences; 0 says that nothing is left of it.
on_method <- function(lesions, method) as.matrix(lesions[paste0(sequences_of(method), "_mm")])

# The targets: at most two, the largest of at least 10 mm at baseline, of equal ones the first number. On a modality a
# target is followed on the sequence that shows it largest, of equal ones the first.
recist_targets <- function(baseline, method) {
  diameters <- on_method(baseline$lesions, method)
  largest <- apply(diameters, 1, function(row) suppressWarnings(max(row, na.rm = TRUE)))
  order <- order(-largest, baseline$lesions$lesion)
  chosen <- head(order[largest[order] >= RECIST$smallest_target], RECIST$most_targets)
  lapply(chosen, function(i) list(
    lesion = baseline$lesions$lesion[i], diameter = largest[i], column = colnames(diameters)[which.max(diameters[i, ])]
  ))
}

# A target's diameter at a visit. Without a row it is gone or under 5 mm, which counts as 0, unless five lesions were
# measured: then it may only be smaller than those. A blank cell is not known.
target_diameter <- function(target, visit) {
  row <- which(visit$lesions$lesion == target$lesion)
  if (length(row) == 1) return(visit$lesions[[target$column]][row])
  if (nrow(visit$lesions) >= MOST_MEASURED_LESIONS) NA else 0
}

shown_numbers <- function(visit, method) {
  visit$lesions$lesion[rowSums(on_method(visit$lesions, method) > 0, na.rm = TRUE) > 0]
}

# A number that the baseline has not; where the baseline has five lesions it may have been there, only smaller.
has_new_lesion <- function(baseline, visit, method) {
  nrow(baseline$lesions) < MOST_MEASURED_LESIONS && any(!shown_numbers(visit, method) %in% baseline$lesions$lesion)
}

# The method still measures or counts a metastasis that is no target.
has_other_lesion <- function(visit, targets, method) {
  numbers <- sapply(targets, function(target) target$lesion)
  count <- if (visit$pair$countable == "yes") counts_of(visit$pair, counted_in(method)) else NA
  any(!shown_numbers(visit, method) %in% numbers) || (!is.na(count) && count > 0)
}

has_grown <- function(known_sum, nadir) {
  100 * known_sum >= (100 + RECIST$progression_percent) * nadir && known_sum - nadir >= RECIST$progression
}

# Progression first: a new lesion, or growth of the targets that were measured, decide alone. Then every target must be
# measured. A complete response needs the other metastases gone as well.
recist_response <- function(diameters, baseline_sum, nadir, new_lesion, other_lesion) {
  if (new_lesion || has_grown(sum(diameters, na.rm = TRUE), nadir)) return("pd")
  if (anyNA(diameters)) return("ne")
  if (sum(diameters) == 0 && !other_lesion) return("cr")
  if (100 * sum(diameters) <= (100 - RECIST$response_percent) * baseline_sum) "pr" else "sd"
}

# How the targets grow on the straight line from baseline; not evaluable without a complete sum or without time.
recist_growth <- function(sum, baseline_sum, days) {
  if (is.na(sum) || days <= 0) return("growth_not_evaluable")
  if (sum <= baseline_sum) return("not_growing")
  slow <- 100 * (sum - baseline_sum) * RECIST$slow_days <= RECIST$slow_percent * baseline_sum * days
  if (slow) "slow_progression" else "faster_progression"
}

# What a method says at each follow-up of a course, or NULL where it has no target at baseline.
assess_course <- function(course, method) {
  baseline <- course$visits[[1]]
  targets <- recist_targets(baseline, method)
  if (length(targets) == 0) return(NULL)
  baseline_sum <- sum(sapply(targets, function(target) target$diameter))
  nadir <- baseline_sum
  follow_ups <- list()
  for (visit in course$visits[-1]) {
    diameters <- sapply(targets, target_diameter, visit = visit)
    new_lesion <- has_new_lesion(baseline, visit, method)
    days <- as.numeric(scan_day(visit$pair, method) - scan_day(baseline$pair, method))
    complete <- sum(diameters)
    response <- recist_response(diameters, baseline_sum, nadir, new_lesion, has_other_lesion(visit, targets, method))
    follow_ups <- c(follow_ups, list(data.frame(
      patient = course$patient, response = response,
      by_growth = response == "pd" && has_grown(sum(diameters, na.rm = TRUE), nadir), by_new_lesion = new_lesion,
      growth = recist_growth(complete, baseline_sum, days),
      baseline_sum = baseline_sum, nadir = nadir, sum = complete
    )))
    nadir <- min(nadir, complete, na.rm = TRUE)
  }
  do.call(rbind, follow_ups)
}

# All follow-ups, each patient's last, then the first, second ... as far as the longest course goes.
time_points <- function(courses) {
  longest <- max(0, unlist(lapply(courses, function(course) length(course$visits) - 1)))
  c("all", "last", as.character(seq_len(longest)))
}

# The positions, among a course's n follow-ups, that a time point speaks of.
positions_at <- function(time_point, n) {
  switch(time_point, all = seq_len(n), last = n, if (as.integer(time_point) <= n) as.integer(time_point) else integer())
}

recist_row <- function(courses, assessments, method, time_point) {
  at <- lapply(courses, function(course) positions_at(time_point, length(course$visits) - 1))
  there <- lengths(at) > 0
  with_target <- !vapply(assessments, is.null, TRUE)
  assessed <- Map(function(assessment, positions) assessment[positions, ], assessments, at)
  rows <- do.call(rbind, assessed[with_target & there])
  of <- function(column, value) sum(rows[[column]] %in% value)
  sums <- rows[!is.na(rows$sum), ]
  # The mean of one patient would be his own course.
  mean_tenths <- function(x) if (length(unique(sums$patient)) >= FEWEST_PATIENTS) mean(x) else NA_real_
  list(
    method = method, time_point = time_point,
    n_patients = sum(with_target & there), n_patients_without_target = sum(!with_target & there),
    n_follow_ups = if (is.null(rows)) 0 else nrow(rows),
    cr = of("response", "cr"), pr = of("response", "pr"), sd = of("response", "sd"), pd = of("response", "pd"),
    ne = of("response", "ne"), pd_by_growth = of("by_growth", TRUE), pd_by_new_lesion = of("by_new_lesion", TRUE),
    not_growing = of("growth", "not_growing"), slow_progression = of("growth", "slow_progression"),
    faster_progression = of("growth", "faster_progression"),
    growth_not_evaluable = of("growth", "growth_not_evaluable"),
    n_sums = if (is.null(sums)) 0 else nrow(sums),
    baseline_sum_mean = mean_tenths(sums$baseline_sum) / 10, nadir_mean = mean_tenths(sums$nadir) / 10,
    sum_mean = mean_tenths(sums$sum) / 10,
    change_mean = mean_tenths(100 * (sums$sum - sums$baseline_sum) / sums$baseline_sum)
  )
}

recist_table <- function(study) {
  courses <- recist_courses(study)
  rows <- lapply(METHODS, function(method) {
    assessments <- lapply(courses, assess_course, method = method)
    lapply(time_points(courses), function(time_point) recist_row(courses, assessments, method, time_point))
  })
  list(key = c("method", "time_point"), rows = bind_rows(unlist(rows, recursive = FALSE)))
}
