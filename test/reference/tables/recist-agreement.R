# Whether CT and MRI put a follow-up into the same RECIST category: rows the first method, columns the second, over
# CR < PR < SD < PD; raw agreement, and kappa unweighted and with weights that fall linearly and with the square.

RESPONSES <- c("cr", "pr", "sd", "pd")

# MRI with CT as a whole, then each MRI sequence with each CT phase.
METHOD_PAIRS <- rbind(
  data.frame(first = "mri", second = "ct"),
  data.frame(first = rep(SEQUENCES[1:4], each = 2), second = SEQUENCES[5:6])
)

# Both methods' responses at a time point. Without a target at baseline a method cannot evaluate any follow-up.
responses_of_both <- function(courses, first, second, time_point) {
  do.call(rbind, Map(function(course, one, other) {
    at <- positions_at(time_point, length(course$visits) - 1)
    if (length(at) == 0) return(NULL)
    response <- function(assessment) if (is.null(assessment)) rep("ne", length(at)) else assessment$response[at]
    data.frame(patient = course$patient, first = response(one), second = response(other))
  }, courses, first, second))
}

recist_agreement_row <- function(both, first, second, time_point) {
  if (is.null(both)) both <- data.frame(patient = character(), first = character(), second = character())
  rated <- both[both$first != "ne" & both$second != "ne", ]
  one <- match(rated$first, RESPONSES)
  other <- match(rated$second, RESPONSES)
  cells <- unlist(lapply(1:4, function(i) lapply(1:4, function(j) sum(one == i & other == j))), recursive = FALSE)
  names(cells) <- paste(rep(RESPONSES, each = 4), RESPONSES, sep = "_")
  figures <- function(kind) kappa_figures(one, other, rated$patient, 4, kind)
  c(
    list(
      first = first, second = second, time_point = time_point, n_follow_ups = nrow(rated),
      n_patients = length(unique(rated$patient)), n_not_evaluable = nrow(both) - nrow(rated)
    ),
    cells,
    list(raw_agreement = percent_of(sum(one == other), nrow(rated))),
    kappa_columns("kappa", figures("unweighted")),
    kappa_columns("kappa_linear", figures("linear")),
    kappa_columns("kappa_quadratic", figures("quadratic"))
  )
}

recist_agreement_table <- function(study) {
  courses <- recist_courses(study)
  assessments <- sapply(METHODS, function(method) lapply(courses, assess_course, method = method), simplify = FALSE)
  rows <- Map(function(first, second) lapply(time_points(courses), function(time_point) {
    both <- responses_of_both(courses, assessments[[first]], assessments[[second]], time_point)
    recist_agreement_row(both, first, second, time_point)
  }), METHOD_PAIRS$first, METHOD_PAIRS$second)
  list(key = c("first", "second", "time_point"), rows = bind_rows(unlist(rows, recursive = FALSE)))
}
