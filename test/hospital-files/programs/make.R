# R's own spellings: TRUE/FALSE, NA, every text in quotation marks. Called by make.sh with the folder of the centre.
centre <- commandArgs(trailingOnly = TRUE)
for (table in c("patients", "pairs", "lesions")) {
  rows <- read.csv(file.path(centre, paste0(table, ".csv")), colClasses = c(patient_id = "character"), na.strings = "")
  for (name in names(rows)) {
    if (all(rows[[name]] %in% c("yes", "no", NA))) rows[[name]] <- rows[[name]] == "yes"
    if (endsWith(name, "_date")) rows[[name]] <- as.Date(rows[[name]])
  }
  write.csv(rows, paste0("r/write.csv-", table, ".csv"), row.names = FALSE)
  write.csv2(rows, paste0("r/write.csv2-", table, ".csv"), row.names = FALSE)
}
