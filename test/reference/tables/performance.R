# Lesions of which a reference says what they are: what each sequence and modality calls a metastasis of them. The first
# reader's list, on the counted pairs.

STANDARDS <- c("histology", "follow_up", "other_imaging")

is_verified <- function(rows) rows$reference %in% STANDARDS & rows$nature %in% c("metastasis", "benign")

# Seen, and rated 3 or more, or not at all.
called_on <- function(rows, sequences, modality) {
  confidence <- rows[[paste0("confidence_", modality)]]
  seen <- shown_on(rows, sequences)
  ifelse(is.na(seen), NA, seen & (is.na(confidence) | confidence >= 3))
}

# One row a patient with a verified lesion: metastases, benign ones, and how many of each are called.
verified_by_patient <- function(rows, called) {
  totals <- function(of) as.numeric(tapply(of, rows$patient, sum))
  ill <- rows$nature == "metastasis"
  data.frame(
    patient = sort(unique(rows$patient)), metastases = totals(ill), called = totals(ill & called),
    benign = totals(!ill), false_positives = totals(!ill & called)
  )
}

# Mean over patients, t limits from six patients, none below 0.
per_patient <- function(x) {
  found <- list(mean = if (length(x) > 0) mean(x) else NA, low = NA, high = NA)
  if (length(x) < FEWEST_PATIENTS_LARGE_SAMPLE || all(x == x[1])) return(found)
  limits <- t.test(x)$conf.int
  found$low <- max(0, limits[1])
  found$high <- limits[2]
  found
}

patient_share <- function(positive, shown) {
  none <- list(of = NA, x = NA, share = NA, low = NA, high = NA)
  if (!shown) return(none)
  n <- length(positive)
  if (n == 0) return(modifyList(none, list(of = 0, x = 0)))
  limits <- binom.test(sum(positive), n)$conf.int
  list(of = n, x = sum(positive), share = 100 * mean(positive), low = 100 * limits[1], high = 100 * limits[2])
}

PERFORMANCE_FIGURES <- c(
  "metastases", "called", "sensitivity", "sensitivity_low", "sensitivity_high", "sensitivity_limits", "benign",
  "false_positives", "false_positives_per_patient", "false_positives_per_patient_low",
  "false_positives_per_patient_high", "ppv", "ppv_low", "ppv_high", "ppv_limits", "patients_with_metastasis",
  "patients_called", "patient_sensitivity", "patient_sensitivity_low", "patient_sensitivity_high",
  "patients_without_metastasis", "patients_not_called", "patient_specificity", "patient_specificity_low",
  "patient_specificity_high"
)

# A row that is kept back has all of its columns, none with a figure.
with_all <- function(row, figures) c(row, as.list(setNames(rep(NA, length(figures)), figures)))

# The patients of each row of a sequence: those with a verified lesion that can be assessed there, those of them who have a
# metastasis, and those who have benign lesions alone.
performance_rows <- function(study, rows, free, name) {
  modality <- modality_of(name)
  called <- called_on(rows, if (endsWith(name, "_total")) sequences_of(modality) else name, modality)
  can <- !is.na(called)
  found <- sapply(c("all", STANDARDS), function(standard) {
    wanted <- can & is_verified(rows) & rows$reference %in% (if (standard == "all") STANDARDS else standard)
    verified_by_patient(rows[wanted, ], called[wanted])
  }, simplify = FALSE)
  patients <- lapply(found, function(of) of$patient)
  ill <- lapply(found, function(of) of$patient[of$metastases > 0])
  well <- lapply(found, function(of) intersect(of$patient, free))
  withheld <- withheld_standards(study, patients)
  ill_withheld <- withheld_standards(study, ill)
  well_withheld <- withheld_standards(study, well)
  lapply(c("all", STANDARDS), function(standard) {
    row <- list(
      sequence = name, reference = standard, n_patients = nrow(found[[standard]]),
      listed = if (standard == "all") sum(can) else NA,
      without_reference = if (standard == "all") sum(can & !is_verified(rows)) else NA
    )
    if (withheld[[standard]]) return(with_all(row, PERFORMANCE_FIGURES))
    c(row, performance_figures(found[[standard]], free, !ill_withheld[[standard]], !well_withheld[[standard]]))
  })
}

performance_figures <- function(patients, free, ill_shown, well_shown) {
  some <- patients$metastases > 0
  sensitivity <- clustered_share(patients$called[some], patients$metastases[some])
  all_called <- patients$called + patients$false_positives
  ppv <- clustered_share(patients$called[all_called > 0], all_called[all_called > 0])
  burden <- per_patient(patients$false_positives)
  well <- patients$patient %in% free
  ill <- patient_share(all_called[some] > 0, ill_shown)
  spared <- patient_share(all_called[well] == 0, well_shown)
  list(
    metastases = sum(patients$metastases), called = sum(patients$called), sensitivity = 100 * sensitivity$rate,
    sensitivity_low = 100 * sensitivity$low, sensitivity_high = 100 * sensitivity$high,
    sensitivity_limits = sensitivity$limits,
    benign = sum(patients$benign), false_positives = sum(patients$false_positives),
    false_positives_per_patient = burden$mean, false_positives_per_patient_low = burden$low,
    false_positives_per_patient_high = burden$high,
    ppv = 100 * ppv$rate, ppv_low = 100 * ppv$low, ppv_high = 100 * ppv$high, ppv_limits = ppv$limits,
    patients_with_metastasis = ill$of, patients_called = ill$x, patient_sensitivity = ill$share,
    patient_sensitivity_low = ill$low, patient_sensitivity_high = ill$high,
    patients_without_metastasis = spared$of, patients_not_called = spared$x, patient_specificity = spared$share,
    patient_specificity_low = spared$low, patient_specificity_high = spared$high
  )
}

# Which rows of some patients are kept back: those of few; and, as long as the kinds of reference that are not shown are of
# few together, the smallest of those shown, of equal ones the last.
withheld_standards <- function(study, patients) {
  fewest <- study$settings$fewest_patients_shown
  sizes <- lengths(patients)
  shown <- sizes >= fewest
  kinds <- names(patients) != "all"
  rest <- function() length(unique(unlist(patients[kinds & !shown])))
  while (any(shown & kinds) && rest() > 0 && rest() < fewest) {
    shown[max(which(shown & kinds & sizes == min(sizes[shown & kinds])))] <- FALSE
  }
  sizes > 0 & !shown
}

performance_table <- function(study) {
  if (!lists_lesions(study)) return(NULL)
  rows <- listed_lesions(study)
  free <- setdiff(rows$patient, rows$patient[!(is_verified(rows) & rows$nature == "benign")])
  found <- lapply(COUNTED, function(name) performance_rows(study, rows, free, name))
  list(key = c("sequence", "reference"), rows = bind_rows(unlist(found, recursive = FALSE)))
}
