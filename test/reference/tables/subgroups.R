# The primary effect in groups of patients, each patient in one group by his first counted pair. A group of fewer patients
# than may be shown keeps its figures to itself, and so does a next one (`shown_with_whole`). The test of interaction is Cochran's Q of the groups' log ratios, its law
# that of the patients dealt to the groups at random.
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
  sizes <- vapply(SUBGROUPS[[factor]], function(name) sum(level == name, na.rm = TRUE), 0)
  shown <- shown_with_whole(sizes, length(level), study$settings$fewest_patients_shown)
  found <- lapply(SUBGROUPS[[factor]], function(name) {
    of <- which(level == name)
    row <- list(
      factor = factor, level = name, n_patients = length(of), n_pairs = sum(pairs[of]), mri_total = NA, ct_total = NA,
      rate_ratio = NA, rate_ratio_low = NA, rate_ratio_high = NA
    )
    if (!shown[[name]]) return(list(row = row, of = integer()))
    ratio <- log_rate_ratio(mri[of], ct[of])
    row$mri_total <- sum(mri[of])
    row$ct_total <- sum(ct[of])
    row$rate_ratio <- exp(ratio$estimate)
    row$rate_ratio_low <- exp(ratio$low)
    row$rate_ratio_high <- exp(ratio$high)
    list(row = row, of = if (is.na(ratio$se)) integer() else of)
  })
  usable <- Filter(function(group) length(group$of) > 0, found)
  k <- length(usable)
  of <- unlist(lapply(usable, function(group) group$of))
  sizes <- vapply(usable, function(group) length(group$of), 0)
  q <- if (k > 1) cochran_q(mri[of], ct[of], sizes) else NA
  p <- if (k > 1) dealt_p(q, mri[of], ct[of], sizes) else NA
  lapply(found, function(group) {
    c(group$row, list(
      interaction_levels = k, interaction_q = q, interaction_df = if (k > 1) k - 1 else NA, interaction_p = p
    ))
  })
}

# Which of some groups are shown. Whoever has the whole can take the shown ones from it: where one is too small, what is left
# must be `fewest` patients, or the smallest of those shown (of equal ones the last) is not shown either.
shown_with_whole <- function(sizes, whole, fewest) {
  shown <- sizes >= fewest
  if (all(shown | sizes == 0)) return(shown)
  while (any(shown) && whole - sum(sizes[shown]) < fewest) {
    shown[max(which(shown & sizes == min(sizes[shown])))] <- FALSE
  }
  shown
}

# Cochran 1954 of the log ratios of groups of such sizes, patients standing group by group; NA where one has no error.
cochran_q <- function(first, second, sizes) {
  group <- rep(seq_along(sizes), sizes)
  totals <- function(values) as.numeric(rowsum(values, group))
  a <- totals(first)
  b <- totals(second)
  if (any(a == 0 | b == 0)) return(NA)
  variance <- totals((first / a[group] - second / b[group])^2) * sizes / (sizes - 1)
  proportional <- vapply(seq_along(sizes), function(of) in_proportion(first[group == of], second[group == of]), NA)
  if (any(proportional)) return(NA)
  effect <- log(a / b)
  sum((effect - weighted.mean(effect, 1 / variance))^2 / variance)
}

# Each dealing shuffles the one before from its last place on (Fisher & Yates), by Park and Miller's numbers: place i, from
# 1, changes with place ⌊u·i⌋ + 1. A dealing without a Q counts as one as large.
dealt_p <- function(q, first, second, sizes) {
  m <- length(first)
  numbers <- matrix(lehmer_numbers(bootstrap_terms$seed, (m - 1) * bootstrap_terms$replicates), nrow = m - 1)
  order <- seq_len(m)
  as_large <- 0
  for (replicate in seq_len(ncol(numbers))) {
    places <- floor(numbers[, replicate] * (m:2)) + 1
    for (step in seq_len(m - 1)) {
      place <- m + 1 - step
      order[c(place, places[step])] <- order[c(places[step], place)]
    }
    dealt <- cochran_q(first[order], second[order], sizes)
    if (is.na(dealt) || dealt >= q * (1 - 1e-9) - 1e-12) as_large <- as_large + 1
  }
  (1 + as_large) / (1 + bootstrap_terms$replicates)
}

subgroups_table <- function(study) {
  rows <- unlist(lapply(names(SUBGROUPS), function(factor) subgroup_rows(study, factor)), recursive = FALSE)
  list(key = c("factor", "level"), rows = bind_rows(rows))
}
