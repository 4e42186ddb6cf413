# Who was studied (Table 3): of a category the included patients of each level, not known as a level of its own, with
# all included patients as denominator; of a quantity mean and spread over those of whom it is known.

YES_NO <- c("yes", "no")
CATEGORIES <- list(
  sex = c("M", "F"),
  primary_site = c(
    "small_bowel", "pancreas", "stomach", "duodenum", "appendix", "colon", "rectum", "oesophagus", "other_digestive",
    "unknown_digestive"
  ),
  small_bowel_or_pancreas = YES_NO,
  duodeno_pancreatic = YES_NO, origin = c("foregut", "midgut", "hindgut"),
  differentiation = c("well", "poor"),
  grade = c("G1", "G2", "G3"),
  who_2019_class = c("net_g1", "net_g2", "net_g3", "nec_g3", "g3_net_or_nec"),
  grade_against_who_2019 = c("same", "declared_lower", "declared_higher"),
  grade_sample = c("primary", "liver_metastasis"),
  metastasis_timing = c("synchronous", "metachronous"),
  somatostatin_analogue = YES_NO, chemotherapy = YES_NO, targeted_therapy = YES_NO,
  primary_resection = YES_NO, liver_metastasis_resection = YES_NO, chemoembolisation = YES_NO,
  radiofrequency = YES_NO, liver_transplant = YES_NO,
  prrt = YES_NO, radioembolisation = YES_NO, other_ablation = YES_NO,
  no_systemic_treatment = YES_NO,
  functional_syndrome = c("none", "carcinoid", "other"),
  extrahepatic_metastases = YES_NO
)

# Columns that are derived from others; all others are the patients' own.
derived_columns <- function(patients) {
  site <- patients$primary_site
  small_bowel_or_pancreas <- ifelse(site %in% c("small_bowel", "pancreas"), "yes", "no")
  patients$small_bowel_or_pancreas <- ifelse(site %in% c("unknown", "unknown_digestive"), NA, small_bowel_or_pancreas)
  patients$duodeno_pancreatic <- ifelse(
    site == "unknown_digestive", NA, ifelse(site %in% c("duodenum", "pancreas"), "yes", "no")
  )
  origins <- c(
    oesophagus = "foregut", stomach = "foregut", duodenum = "foregut", pancreas = "foregut",
    small_bowel = "midgut", appendix = "midgut", colon = "hindgut", rectum = "hindgut"
  )
  patients$origin <- unname(origins[site])
  patients$who_2019_class <- who_2019_class(patients)
  step <- sign(declared_grade(patients) - who_2019_grade(patients))
  patients$grade_against_who_2019 <- c("declared_lower", "same", "declared_higher")[step + 2]
  # One of three systemic treatments that is not known leaves it open, unless another was given; so does not PRRT.
  systemic <- patients[c("somatostatin_analogue", "chemotherapy", "targeted_therapy")]
  patients$no_systemic_treatment <- ifelse(
    rowSums(systemic == "yes", na.rm = TRUE) > 0 | patients$prrt %in% "yes", "no", ifelse(rowSums(is.na(systemic)) > 0, NA, "yes")
  )
  patients
}

category_row <- function(characteristic, level, n, denominator) {
  list(
    characteristic = characteristic, level = level, of = "patients", n = n, denominator = denominator,
    percent = percent_of(n, denominator), kind = "category"
  )
}

category_rows <- function(characteristic, patients) {
  levels <- CATEGORIES[[characteristic]]
  values <- patients[[characteristic]]
  n <- c(sapply(levels, function(level) sum(values %in% level)), not_known = sum(!values %in% levels))
  lapply(names(n), function(level) category_row(characteristic, level, n[[level]], nrow(patients)))
}

quartile_of <- function(x, p) if (length(x) > 0) quantile(x, p, type = 7, names = FALSE) else NA_real_

quantity_row <- function(characteristic, of, unit, values) {
  known <- values[!is.na(values)]
  list(
    characteristic = characteristic, level = "known", of = of, n = length(known), denominator = length(values),
    percent = percent_of(length(known), length(values)), kind = "quantity", unit = unit,
    mean = mean_of(known), standard_deviation = sd_of(known), median = median_of(known),
    minimum = least(known), maximum = greatest(known),
    first_quartile = quartile_of(known, 0.25), third_quartile = quartile_of(known, 0.75)
  )
}

# The time between the scans of a pair, and the same with its sign, MRI - CT (THESIS.md on "22 +- 48 days").
interval_rows <- function(pairs, of) {
  days <- as.numeric(pairs$mri_date - pairs$ct_date)
  list(quantity_row("interval", of, "days", abs(days)), quantity_row("signed_interval", of, "days", days))
}

quantity_rows <- function(characteristic, unit, values) {
  list(
    quantity_row(characteristic, "patients", unit, values),
    category_row(characteristic, "not_known", sum(is.na(values)), length(values))
  )
}

# Of some patients. The lesion load is what MRI shows of a patient's first counted pair.
patient_rows <- function(study, patients) {
  patients <- derived_columns(patients)
  first <- study$counted[!duplicated(study$counted$patient), ]
  load <- unname(counts_of(first, "mri_total"))[match(patients$patient, first$patient)]
  c(
    quantity_rows("age_at_diagnosis", "years", patients$age_at_diagnosis),
    unlist(lapply(names(CATEGORIES), category_rows, patients = patients), recursive = FALSE),
    quantity_rows("ki67_percent", "percent", patients$ki67_percent),
    quantity_rows("lesion_load", "metastases", load)
  )
}

population_table <- function(study) {
  patients <- study$included
  pairs <- as.vector(table(factor(study$readings$patient, levels = patients$patient)))
  rows <- c(
    patient_rows(study, patients),
    list(quantity_row("pairs_per_patient", "patients", "pairs", pairs)),
    lapply(sort(unique(pairs)), function(k) category_row("pairs_per_patient", k, sum(pairs == k), nrow(patients))),
    interval_rows(study$counted, "counted_pairs"),
    interval_rows(study$measured_pairs, "measured_pairs")
  )
  list(key = c("characteristic", "level", "of"), rows = bind_rows(rows))
}

# The same of the patients of each analysis.
population_sets_table <- function(study) {
  of <- function(pairs) study$included[study$included$patient %in% pairs$patient, ]
  sets <- list(included = study$included, counted = of(study$counted), measured = of(study$measured_pairs))
  rows <- unlist(lapply(names(sets), function(set) {
    lapply(patient_rows(study, sets[[set]]), function(row) c(list(set = set), row[names(row) != "of"]))
  }), recursive = FALSE)
  list(key = c("set", "characteristic", "level"), rows = bind_rows(rows))
}
