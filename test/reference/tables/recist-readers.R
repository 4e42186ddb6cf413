# Whether two readers of a centre put a follow-up into the same RECIST category: courses of the pairs that both read, so
# that baseline and nadir are of the same scans for both. Rows as in `readers`, the patients being those of whom both read
# two scans of a modality.

READ_TWICE_TIME_POINTS <- c("all", "last")

# A patient's two courses on a modality.
read_by_both <- function(study, two, patient, modality) {
  lapply(list(two$one, two$other), function(pairs) {
    modality_visits(pairs[pairs$patient == patient, ], study$all_lesions, modality)
  })
}

# The twos with the patients whom both followed alone.
followed_twos <- function(study) {
  twos <- lapply(twos_of_readers(study), function(two) {
    scans <- function(patient, date) length(unique(two$one[[date]][two$one$patient == patient]))
    seen_again <- Filter(function(patient) {
      scans(patient, "mri_date") > 1 || scans(patient, "ct_date") > 1
    }, unique(two$one$patient))
    stays <- two$one$patient %in% seen_again
    two$one <- two$one[stays, ]
    two$other <- two$other[stays, ]
    two
  })
  Filter(function(two) nrow(two$one) > 0, twos)
}

# What both of a two say of each follow-up of each patient, by their own or by the same targets.
responses_of_two <- function(study, two, method, targets) {
  do.call(rbind, lapply(unique(two$one$patient), function(patient) {
    visits <- read_by_both(study, two, patient, modality_of(method))
    if (length(visits[[1]]) < 2) return(NULL)
    said <- lapply(visits, function(own) assess_visits(own, method, own_targets(own[[1]], method)))
    rows <- compare_patient(visits[[1]], visits[[2]], method, method, targets, said)
    if (!is.null(rows)) cbind(patient = patient, rows, stringsAsFactors = FALSE)
  }))
}

recist_readers_row <- function(about, twos, key, said) {
  at <- lapply(said, function(rows) {
    if (is.null(rows)) return(NULL)
    do.call(rbind, lapply(split(rows, rows$patient), function(own) own[positions_at(key$time_point, nrow(own)), ]))
  })
  two <- rep(seq_along(at), vapply(at, function(rows) if (is.null(rows)) 0L else nrow(rows), 0L))
  rows <- do.call(rbind, at)
  if (is.null(rows)) rows <- data.frame(patient = character(), first = character(), second = character())
  known <- rows$first != "ne" & rows$second != "ne"
  two <- two[known]
  one <- match(rows$first[known], RESPONSES)
  other <- match(rows$second[known], RESPONSES)
  patient <- rows$patient[known]
  cells <- list()
  for (i in 1:4) for (j in i:4) {
    both <- sum((one == i & other == j) | (one == j & other == i))
    cells[[paste(RESPONSES[i], RESPONSES[j], sep = "_")]] <- both
  }
  figures <- function(kind) {
    if (length(twos) > 1) return(kappa_within(one, other, patient, two, 4, kind))
    kappa_figures(one, other, patient, 4, kind)
  }
  c(
    about, key,
    list(n_follow_ups = sum(known), n_patients = length(unique(patient)), n_not_evaluable = sum(!known)),
    cells,
    list(raw_agreement = percent_of(sum(one == other), length(one))),
    kappa_columns("kappa", figures("unweighted")),
    kappa_columns("kappa_linear", figures("linear")),
    kappa_columns("kappa_quadratic", figures("quadratic")),
    list(patients = setNames(
      lapply(seq_along(twos), function(i) unique(patient[two == i])), vapply(twos, name_of_two, "")
    ))
  )
}

recist_readers_table <- function(study) {
  twos <- followed_twos(study)
  keys <- expand.grid(time_point = READ_TWICE_TIME_POINTS, targets = c("own", "same"), method = METHODS, stringsAsFactors = FALSE)
  by_group <- lapply(reader_groups(study, twos), function(group) {
    said <- list()
    for (method in METHODS) for (targets in c("own", "same")) {
      said[[paste(method, targets)]] <- lapply(group$twos, function(two) responses_of_two(study, two, method, targets))
    }
    lapply(seq_len(nrow(keys)), function(i) {
      key <- list(method = keys$method[i], targets = keys$targets[i], time_point = keys$time_point[i])
      recist_readers_row(group$about, group$twos, key, said[[paste(key$method, key$targets)]])
    })
  })
  stays <- c(
    ABOUT_READERS, "method", "targets", "time_point", "n_follow_ups", "n_not_evaluable"
  )
  rows <- if (length(by_group) > 0) kept_back_rows(by_group, study$settings$fewest_patients_shown, stays)
  list(
    key = c("group", "centre", "first_reader", "second_reader", "method", "targets", "time_point"),
    rows = bind_rows(rows)
  )
}
