# A cohort's files: <cohort>/<centre>/*.csv, each one of the tables, recognised by its header (data format).

# What the dictionary reads as "not known", in lower case.
NOT_KNOWN <- c("", "na", "n/a", "nc", "nd", "nr", "nan", "null", "\\n", ".", "inconnu", "unknown")

# The columns that may be absent from a file, or are needed though a file lacks them.
COLUMNS <- list(
  patients = c(
    "patient_id", "sex", "age_at_diagnosis", "board_date", "histologically_proven", "primary_site", "differentiation",
    "mitoses_per_10_hpf", "ki67_percent", "grade", "grade_sample", "liver_metastases", "metastases_on_images",
    "metastasis_timing", "somatostatin_analogue", "chemotherapy", "targeted_therapy", "primary_resection",
    "liver_metastasis_resection", "chemoembolisation", "radiofrequency", "liver_transplant",
    "prrt", "radioembolisation", "other_ablation", "functional_syndrome", "extrahepatic_metastases", "ct_exams"
  ),
  pairs = c(
    "patient_id", "pair", "reader", "ct_date", "mri_date", "protocol_complete", "countable", "measurable",
    "non_target_progression", "new_lesion_elsewhere",
    paste(rep(COUNTED, each = 2), SIDES, sep = "_"),
    "lesions_listed", "liver_involvement", "ct_dlp_arterial", "ct_dlp_portal", "field_tesla", "contrast_agent"
  ),
  lesions = c("patient_id", "pair", "reader", "lesion", "side", paste0(SEQUENCES, "_mm")),
  visibility = c(
    "patient_id", "pair", "reader", "lesion", "side", "segment", "size_class", paste0("seen_", SEQUENCES),
    "nature", "reference", "confidence_mri", "confidence_ct"
  ),
  readers = c("reader", "role", "years_of_experience", "blinded")
)
# Columns that have a code "unknown" of their own.
UNKNOWN_IS_A_CODE <- c("primary_site", "liver_metastases", "nature")
NUMBERS <- c(
  "age_at_diagnosis", "mitoses_per_10_hpf", "ki67_percent", "pair", "reader", "lesion", "years_of_experience",
  "ct_exams", "ct_dlp_arterial", "ct_dlp_portal", "field_tesla", "confidence_mri", "confidence_ct",
  paste(rep(COUNTED, each = 2), SIDES, sep = "_")
)
DATES <- c("board_date", "ct_date", "mri_date")

table_of <- function(header) {
  if (!("patient_id" %in% header)) return("readers")
  if ("nature" %in% header) return("visibility")
  if ("lesion" %in% header) "lesions" else if ("ct_date" %in% header) "pairs" else "patients"
}

read_file <- function(path, centre) {
  cells <- read.csv(path, colClasses = "character", na.strings = character(), strip.white = TRUE, check.names = FALSE)
  table <- table_of(names(cells))
  column <- function(name) {
    text <- if (name %in% names(cells)) cells[[name]] else rep("", nrow(cells))
    text[tolower(text) %in% setdiff(NOT_KNOWN, if (name %in% UNKNOWN_IS_A_CODE) "unknown")] <- NA
    if (name %in% NUMBERS) return(as.numeric(text))
    if (name %in% DATES) return(as.Date(text, format = "%Y-%m-%d"))
    # Diameters are tenths of a millimetre, as integers: as doubles 27.3 - 26.9 is not 0.4.
    if (endsWith(name, "_mm")) return(as.integer(round(10 * as.numeric(text))))
    text
  }
  rows <- as.data.frame(sapply(COLUMNS[[table]], column, simplify = FALSE), stringsAsFactors = FALSE)
  rows$centre <- rep(centre, nrow(rows))
  # The same pseudonym in two centres is two patients.
  rows$patient <- if (table == "readers") rep(NA, nrow(rows)) else if (nrow(rows) > 0) paste(centre, rows$patient_id, sep = "/") else character()
  list(table = table, rows = rows)
}

# Order by text as bytes and by number, so that nothing hangs on the order of files or on the language of the machine.
in_order <- function(rows, ...) rows[do.call(order, c(unname(rows[c(...)]), method = "radix")), , drop = FALSE]

read_cohort <- function(directory) {
  files <- unlist(lapply(list.dirs(directory, recursive = FALSE, full.names = FALSE), function(centre) {
    paths <- list.files(file.path(directory, centre), pattern = "[.]csv$", full.names = TRUE)
    lapply(paths, read_file, centre = centre)
  }), recursive = FALSE)
  empty <- function(name) {
    path <- tempfile(fileext = ".csv")
    writeLines(paste(COLUMNS[[name]], collapse = ","), path)
    list(read_file(path, "none"))
  }
  rows_of <- function(name) {
    these <- Filter(function(file) file$table == name, files)
    do.call(rbind, lapply(if (length(these) > 0) these else empty(name), function(file) file$rows))
  }
  patients <- rows_of("patients")
  pairs <- rows_of("pairs")
  lesions <- rows_of("lesions")
  pairs$reader[is.na(pairs$reader)] <- 1
  lesions$reader[is.na(lesions$reader)] <- 1
  visibility <- rows_of("visibility")
  visibility$reader[is.na(visibility$reader)] <- 1
  list(
    patients = in_order(patients, "centre", "patient_id"),
    pairs = in_order(pairs, "centre", "patient_id", "pair", "reader"),
    lesions = in_order(lesions, "centre", "patient_id", "pair", "reader", "lesion"),
    visibility = in_order(visibility, "centre", "patient_id", "pair", "reader", "lesion"),
    readers = in_order(rows_of("readers"), "centre", "reader")
  )
}
