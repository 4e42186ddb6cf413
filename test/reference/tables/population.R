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

quantity_row <- function(characteristic, of, unit, values) {
  known <- values[!is.na(values)]
  list(
    characteristic = characteristic, level = "known", of = of, n = length(known), denominator = length(values),
    percent = percent_of(length(known), length(values)), kind = "quantity", unit = unit,
    mean = mean_of(known), standard_deviation = sd_of(known), median = median_of(known),
    minimum = least(known), maximum = greatest(known)
  )
}

# The time between the scans of a pair, and the same with its sign, MRI - CT (THESIS.md on "22 +- 48 days").
interval_rows <- function(pairs, of) {
  days <- as.numeric(pairs$mri_date - pairs$ct_date)
  list(quantity_row("interval", of, "days", abs(days)), quantity_row("signed_interval", of, "days", days))
}

population_table <- function(study) {
  patients <- derived_columns(study$included)
  pairs <- as.vector(table(factor(study$readings$patient, levels = patients$patient)))
  rows <- c(
    list(
      quantity_row("age_at_diagnosis", "patients", "years", patients$age_at_diagnosis),
      category_row("age_at_diagnosis", "not_known", sum(is.na(patients$age_at_diagnosis)), nrow(patients))
    ),
    unlist(lapply(names(CATEGORIES), category_rows, patients = patients), recursive = FALSE),
    list(quantity_row("pairs_per_patient", "patients", "pairs", pairs)),
    lapply(sort(unique(pairs)), function(k) category_row("pairs_per_patient", k, sum(pairs == k), nrow(patients))),
    interval_rows(study$counted, "counted_pairs"),
    interval_rows(study$measured_pairs, "measured_pairs")
  )
  list(key = c("characteristic", "level", "of"), rows = bind_rows(rows))
}
