# The metastases of the MRI that diffusion does not show (thesis, line 1120). Counts do not say which lesion is which,
# so of those seen on the arterial and portal phases only (not on T2, not on CT) there is an upper bound: on each side
# of each pair, as many as diffusion lacks, both phases see, and T2 and CT leave room for.

after_contrast_only_at_most <- function(study, side) {
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
      after_contrast_only_at_most = sum(sapply(sides, function(one) after_contrast_only_at_most(study, one)))
    )
  })))
}
