# How many cells of each column that may be blank are not known, in each analysis; a blank reader is reader 1.
MAY_BE_BLANK <- list(
  patients = c(
    "age_at_diagnosis", "board_date", "differentiation", "mitoses_per_10_hpf", "ki67_percent", "grade", "grade_sample",
    "metastases_on_images", "metastasis_timing", "somatostatin_analogue", "chemotherapy", "targeted_therapy",
    "primary_resection", "liver_metastasis_resection", "chemoembolisation", "radiofrequency", "liver_transplant",
    "prrt", "radioembolisation", "other_ablation", "functional_syndrome", "extrahepatic_metastases", "ct_exams"
  ),
  pairs = c(
    "measurable", "non_target_progression", "new_lesion_elsewhere", paste(rep(COUNTED, each = 2), SIDES, sep = "_"),
    "liver_involvement", "ct_dlp_arterial", "ct_dlp_portal", "field_tesla", "contrast_agent"
  ),
  lesions = paste0(SEQUENCES, "_mm"),
  visibility = c("segment", "size_class", paste0("seen_", SEQUENCES), "confidence_mri", "confidence_ct")
)

missing_rows <- function(set, table, rows) {
  lapply(MAY_BE_BLANK[[table]], function(column) {
    unknown <- sum(is.na(rows[[column]]))
    list(
      set = set, table = table, column = column, n_rows = nrow(rows), not_known = unknown,
      percent = percent_of(unknown, nrow(rows))
    )
  })
}

# Of listed lesions, where there are any: a size is known where it was measured.
missing_of_lists <- function(study) {
  listed <- listed_lesions(study)
  listed$size_class <- listed$size
  if (nrow(listed) == 0) list() else missing_rows("counted", "visibility", listed)
}

missing_table <- function(study) {
  of <- function(pairs) study$included[study$included$patient %in% pairs$patient, ]
  rows <- c(
    missing_rows("included", "patients", study$included), missing_rows("included", "pairs", study$readings),
    missing_rows("counted", "patients", of(study$counted)), missing_rows("counted", "pairs", study$counted),
    missing_rows("measured", "patients", of(study$measured_pairs)),
    missing_rows("measured", "pairs", study$measured_pairs), missing_rows("measured", "lesions", study$measured),
    missing_of_lists(study)
  )
  list(key = c("set", "table", "column"), rows = bind_rows(rows))
}
