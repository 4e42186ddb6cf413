# What acquisitions show together of their modality's lesions. Of sets of sizes c whose union has T members, the union of
# some of them has at least as many as the largest of these, and as T less all that the others have; it has at most T,
# and at most the sum of the sizes. Right and left of each pair for itself, then summed.

PROTOCOLS <- list(
  mri_t2fs = "mri_t2fs", mri_diffusion = "mri_diffusion", mri_arterial = "mri_arterial", mri_portal = "mri_portal",
  t2fs_diffusion = c("mri_t2fs", "mri_diffusion"),
  diffusion_arterial = c("mri_diffusion", "mri_arterial"),
  t2fs_diffusion_arterial = c("mri_t2fs", "mri_diffusion", "mri_arterial"),
  t2fs_arterial_portal = c("mri_t2fs", "mri_arterial", "mri_portal"),
  arterial_portal = c("mri_arterial", "mri_portal"),
  full_mri = c("mri_t2fs", "mri_diffusion", "mri_arterial", "mri_portal"),
  ct_arterial = "ct_arterial", ct_portal = "ct_portal", full_ct = c("ct_arterial", "ct_portal")
)

# One row a pair, one column a sequence.
sizes_of <- function(study, sequences, side) {
  vapply(sequences, function(sequence) counts_column(study, sequence, side), numeric(nrow(study$counted)))
}

# For each counted pair: the limits of a union in a region.
union_limits <- function(study, members, modality, region) {
  sides <- if (region == "whole") SIDES else region
  limits <- list(low = rep(0, nrow(study$counted)), high = rep(0, nrow(study$counted)))
  others <- setdiff(sequences_of(modality), members)
  for (side in sides) {
    all <- counts_column(study, paste0(modality, "_total"), side)
    own <- matrix(sizes_of(study, members, side), nrow = nrow(study$counted))
    left <- matrix(sizes_of(study, others, side), nrow = nrow(study$counted))
    largest <- apply(cbind(rep(0, nrow(own)), own), 1, max)
    limits$low <- limits$low + pmax(largest, all - rowSums(left))
    limits$high <- limits$high + pmin(all, rowSums(own))
  }
  limits
}

protocol_row <- function(study, region, name) {
  members <- PROTOCOLS[[name]]
  modality <- modality_of(members[1])
  patients <- patient_of_pair(study)
  all <- patient_totals(counts_column(study, paste0(modality, "_total"), region), patients)
  own <- union_limits(study, members, modality, region)
  others <- setdiff(sequences_of(modality), members)
  rest <- union_limits(study, others, modality, region)
  low <- clustered_rate(patient_totals(own$low, patients)[all > 0], all[all > 0])
  high <- clustered_rate(patient_totals(own$high, patients)[all > 0], all[all > 0])
  # All acquisitions of a modality show its total by definition: no interval.
  if (length(others) == 0) {
    low[c("low", "high", "limits")] <- NA
    high[c("low", "high", "limits")] <- NA
  }
  list(
    side = region, modality = modality, protocol = name, n_patients = sum(all > 0), lesions = sum(all),
    at_least = sum(own$low), at_most = sum(own$high),
    at_least_share = 100 * low$rate, at_least_share_low = 100 * low$low, at_least_share_high = 100 * low$high,
    at_least_share_limits = low$limits,
    at_most_share = 100 * high$rate, at_most_share_low = 100 * high$low, at_most_share_high = 100 * high$high,
    at_most_share_limits = high$limits,
    adds_at_least = if (length(others) > 0) sum(all) - sum(rest$high) else NA,
    adds_at_most = if (length(others) > 0) sum(all) - sum(rest$low) else NA
  )
}

protocols_table <- function(study) {
  rows <- lapply(REGIONS, function(region) lapply(names(PROTOCOLS), function(name) protocol_row(study, region, name)))
  list(key = c("side", "modality", "protocol"), rows = bind_rows(unlist(rows, recursive = FALSE)))
}
