# Whether MRI and CT put a follow-up into the same RECIST category: rows the first, columns the second, over
# CR < PR < SD < PD; raw agreement, and kappa unweighted and with weights that fall linearly and with the square.

RESPONSES <- c("cr", "pr", "sd", "pd")

# MRI with CT as a whole, then each MRI sequence with each CT phase.
METHOD_PAIRS <- rbind(
  data.frame(first = "mri", second = "ct"),
  data.frame(first = rep(SEQUENCES[1:4], each = 2), second = SEQUENCES[5:6])
)

# What two methods say of a patient: one row for each pair of scans that is a follow-up on both, in order of time.
# `said` are the responses of both to their own targets.
compare_patient <- function(one, other, first, second, targets, said) {
  where <- expand.grid(other = seq_along(other)[-1], one = seq_along(one)[-1])
  where <- where[mapply(function(j, i) any(one[[i]]$pairs %in% other[[j]]$pairs), where$other, where$one) %in% TRUE, ]
  if (nrow(where) == 0) return(NULL)
  if (targets == "same") {
    chosen <- same_targets(one[[1]], first, other[[1]], second)
    said <- list(assess_visits(one, first, chosen[[1]]), assess_visits(other, second, chosen[[2]]))
  }
  response <- function(assessment, at) if (is.null(assessment)) rep("ne", length(at)) else assessment$response[at - 1]
  data.frame(first = response(said[[1]], where$one), second = response(said[[2]], where$other))
}

# Each patient's compared follow-ups; patients without any are left out.
compare_all <- function(visits, own, first, second, targets) {
  compared <- lapply(names(visits$mri), function(patient) {
    rows <- compare_patient(
      visits$mri[[patient]], visits$ct[[patient]], first, second, targets, list(own[[first]][[patient]], own[[second]][[patient]])
    )
    if (!is.null(rows)) cbind(patient = patient, rows)
  })
  Filter(Negate(is.null), compared)
}

recist_agreement_row <- function(key, compared, time_point) {
  at <- lapply(compared, function(own) own[positions_at(time_point, nrow(own)), ])
  both <- do.call(rbind, at)
  if (is.null(both)) both <- data.frame(patient = character(), first = character(), second = character())
  rated <- both[both$first != "ne" & both$second != "ne", ]
  one <- match(rated$first, RESPONSES)
  other <- match(rated$second, RESPONSES)
  cells <- unlist(lapply(1:4, function(i) lapply(1:4, function(j) sum(one == i & other == j))), recursive = FALSE)
  names(cells) <- paste(rep(RESPONSES, each = 4), RESPONSES, sep = "_")
  figures <- function(kind) kappa_figures(one, other, rated$patient, 4, kind)
  c(
    key,
    list(
      time_point = time_point, unit = unit_of(time_point), n_follow_ups = nrow(rated),
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
  visits <- sapply(c("mri", "ct"), function(modality) visits_by_patient(study, modality), simplify = FALSE)
  own <- sapply(METHODS, function(method) {
    assess_own(with_follow_up(visits[[modality_of(method)]]), method)
  }, simplify = FALSE)
  keys <- merge(METHOD_PAIRS, data.frame(targets = c("own", "same")))
  compared <- lapply(seq_len(nrow(keys)), function(i) {
    compare_all(visits, own, keys$first[i], keys$second[i], keys$targets[i])
  })
  longest <- max(0, unlist(lapply(compared, function(patients) vapply(patients, nrow, 0L))))
  rows <- lapply(seq_len(nrow(keys)), function(i) lapply(time_points(longest), function(time_point) {
    recist_agreement_row(as.list(keys[i, ]), compared[[i]], time_point)
  }))
  list(key = c("first", "second", "targets", "time_point"), rows = bind_rows(unlist(rows, recursive = FALSE)))
}
