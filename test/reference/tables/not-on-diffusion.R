# The metastases of the MRI that diffusion does not show (thesis, line 1120). Counts do not say which lesion is which,
# so there are upper bounds, on each side of each pair. Seen on the arterial or portal phase only: as many as diffusion
# lacks, T2 leaves room for, and the two phases see. Seen on both phases only, and not on CT: as many as diffusion lacks,
# each phase sees, and T2 and CT leave room for.

on_a_phase_only_at_most <- function(study, side) {
  on <- function(sequence) counts_column(study, sequence, side)
  total <- on("mri_total")
  sum(pmax(0, pmin(total - on("mri_diffusion"), total - on("mri_t2fs"), on("mri_arterial") + on("mri_portal"))))
}

on_both_phases_not_ct_at_most <- function(study, side) {
  on <- function(sequence) counts_column(study, sequence, side)
  total <- on("mri_total")
  sum(pmax(0, pmin(
    total - on("mri_diffusion"), on("mri_arterial"), on("mri_portal"), total - on("mri_t2fs"), total - on("ct_total")
  )))
}

not_on_diffusion_table <- function(study) {
  list(key = "side", rows = bind_rows(lapply(REGIONS, function(side) {
    total <- sum(counts_column(study, "mri_total", side))
    diffusion <- sum(counts_column(study, "mri_diffusion", side))
    sides <- if (side == "whole") SIDES else side
    list(
      side = side, mri_total = total, mri_diffusion = diffusion, not_on_diffusion = total - diffusion,
      on_a_contrast_phase_only_at_most = sum(sapply(sides, function(one) on_a_phase_only_at_most(study, one))),
      on_both_contrast_phases_only_not_on_ct_at_most =
        sum(sapply(sides, function(one) on_both_phases_not_ct_at_most(study, one)))
    )
  })))
}
