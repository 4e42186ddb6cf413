# The counted pairs of a cohort, for the scripts beside: `pairs`, their sequences, and `counts` of one on a side.
folder <- commandArgs(TRUE)[1]
read <- function(centre) {
  rows <- read.csv(file.path(centre, "pairs.csv"), colClasses = c(patient_id = "character"))
  rows$patient <- paste(basename(centre), rows$patient_id)
  rows
}
pairs <- do.call(rbind, lapply(list.dirs(folder, recursive = FALSE), read))
pairs <- pairs[pairs$protocol_complete == "yes" & pairs$countable == "yes" & !is.na(pairs$mri_total_right), ]
sequences <- c("mri_t2fs", "mri_diffusion", "mri_arterial", "mri_portal", "ct_arterial", "ct_portal")
counts <- function(sequence, side) {
  if (side == "whole") counts(sequence, "right") + counts(sequence, "left")
  else pairs[[paste0(sequence, "_", side)]]
}
