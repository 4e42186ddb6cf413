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

performance_row <- function(study, rows, free, name, standard, withheld) {
  modality <- modality_of(name)
  called <- called_on(rows, if (endsWith(name, "_total")) sequences_of(modality) else name, modality)
  can <- !is.na(called)
  wanted <- can & is_verified(rows) & rows$reference %in% (if (standard == "all") STANDARDS else standard)
  patients <- verified_by_patient(rows[wanted, ], called[wanted])
  fewest <- study$settings$fewest_patients_shown
  row <- list(
    sequence = name, reference = standard, n_patients = nrow(patients),
    listed = if (standard == "all") sum(can) else NA,
    without_reference = if (standard == "all") sum(can & !is_verified(rows)) else NA
  )
  enough <- function(n) n == 0 || n >= fewest
  if (withheld || !enough(nrow(patients))) return(with_all(row, PERFORMANCE_FIGURES))
  some <- patients$metastases > 0
  sensitivity <- clustered_share(patients$called[some], patients$metastases[some])
  all_called <- patients$called + patients$false_positives
  ppv <- clustered_share(patients$called[all_called > 0], all_called[all_called > 0])
  burden <- per_patient(patients$false_positives)
  well <- patients$patient %in% free
  ill <- patient_share(all_called[some] > 0, enough(sum(some)))
  spared <- patient_share(all_called[well] == 0, enough(sum(well)))
  c(row, list(
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
  ))
}

# Which kinds of reference are kept back: those of few patients; and, as long as the lesions of the kinds that are not shown
# are of few, the smallest of those shown, of equal ones the last.
withheld_standards <- function(study, rows) {
  fewest <- study$settings$fewest_patients_shown
  patients_by <- function(standards) {
    length(unique(rows$patient[is_verified(rows) & rows$reference %in% standards]))
  }
  sizes <- vapply(STANDARDS, patients_by, 0)
  used <- sizes > 0
  shown <- sizes >= fewest
  while (any(shown) && patients_by(STANDARDS[used & !shown]) > 0 && patients_by(STANDARDS[used & !shown]) < fewest) {
    shown[max(which(shown & sizes == min(sizes[shown])))] <- FALSE
  }
  all <- patients_by(STANDARDS)
  c(all = all > 0 && all < fewest, used & !shown)
}

performance_table <- function(study) {
  if (!lists_lesions(study)) return(NULL)
  rows <- listed_lesions(study)
  free <- setdiff(rows$patient, rows$patient[!(is_verified(rows) & rows$nature == "benign")])
  withheld <- withheld_standards(study, rows)
  found <- lapply(COUNTED, function(name) {
    lapply(c("all", STANDARDS), function(standard) {
      performance_row(study, rows, free, name, standard, withheld[[standard]])
    })
  })
  list(key = c("sequence", "reference"), rows = bind_rows(unlist(found, recursive = FALSE)))
}
