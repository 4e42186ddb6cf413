# The primary effect in groups of patients, each patient in one group by his first counted pair. A group of fewer patients
# than may be shown keeps its figures to itself. The test of interaction is Cochran's Q of the groups' log ratios.
SUBGROUPS <- list(
  grade = c("G1", "G2", "G3"), primary_site = c("small_bowel", "pancreas", "other_site"),
  metastasis_timing = c("synchronous", "metachronous"), lesion_load = c("load_under_10", "load_10_or_more"),
  interval = c("under_30_days", "30_days_or_more")
)

# One level for each counted patient, in order of first appearance.
subgroup_levels <- function(study, factor) {
  first <- study$counted[!duplicated(study$counted$patient), ]
  own <- study$included[match(first$patient, study$included$patient), ]
  load <- counts_of(first, "mri_total")
  days <- abs(as.numeric(first$mri_date - first$ct_date))
  switch(factor,
    grade = own$grade,
    primary_site = ifelse(
      own$primary_site %in% c("small_bowel", "pancreas"), own$primary_site,
      ifelse(own$primary_site %in% c("unknown", "unknown_digestive"), NA, "other_site")
    ),
    metastasis_timing = own$metastasis_timing,
    lesion_load = ifelse(load < 10, "load_under_10", "load_10_or_more"),
    interval = ifelse(days < 30, "under_30_days", "30_days_or_more")
  )
}

subgroup_rows <- function(study, factor) {
  patients <- patient_of_pair(study)
  mri <- patient_totals(counts_column(study, "mri_total"), patients)
  ct <- patient_totals(counts_column(study, "ct_total"), patients)
  pairs <- patient_totals(rep(1, length(patients)), patients)
  level <- subgroup_levels(study, factor)
  found <- lapply(SUBGROUPS[[factor]], function(name) {
    of <- which(level == name)
    row <- list(
      factor = factor, level = name, n_patients = length(of), n_pairs = sum(pairs[of]), mri_total = NA, ct_total = NA,
      rate_ratio = NA, rate_ratio_low = NA, rate_ratio_high = NA
    )
    if (length(of) < study$settings$fewest_patients_shown) return(list(row = row, effect = NA, variance = NA))
    ratio <- log_rate_ratio(mri[of], ct[of])
    row$mri_total <- sum(mri[of])
    row$ct_total <- sum(ct[of])
    row$rate_ratio <- exp(ratio$estimate)
    row$rate_ratio_low <- exp(ratio$low)
    row$rate_ratio_high <- exp(ratio$high)
    list(row = row, effect = ratio$estimate, variance = ratio$se^2)
  })
  effect <- vapply(found, function(group) as.numeric(group$effect), 0)
  variance <- vapply(found, function(group) as.numeric(group$variance), 0)
  usable <- !is.na(effect) & !is.na(variance)
  k <- sum(usable)
  weight <- 1 / variance[usable]
  q <- sum(weight * (effect[usable] - sum(weight * effect[usable]) / sum(weight))^2)
  lapply(found, function(group) {
    c(group$row, list(
      interaction_levels = k, interaction_q = if (k > 1) q else NA, interaction_df = if (k > 1) k - 1 else NA,
      interaction_p = if (k > 1) pchisq(q, k - 1, lower.tail = FALSE) else NA
    ))
  })
}

subgroups_table <- function(study) {
  rows <- unlist(lapply(names(SUBGROUPS), function(factor) subgroup_rows(study, factor)), recursive = FALSE)
  list(key = c("factor", "level"), rows = bind_rows(rows))
}
