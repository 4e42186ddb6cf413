# What acquisitions show together of the listed metastases of their modality, and of all; beside it the limits that the
# counts of these lesions would give, on each side of each pair.

listed_limits <- function(lesions, members, others) {
  places <- split(lesions, paste(lesions$reading, lesions$side), drop = TRUE)
  counts <- function(place, sequences) vapply(sequences, function(one) sum(shown_on(place, one), na.rm = TRUE), 0)
  c(
    low = sum(vapply(places, function(place) max(0, counts(place, members), nrow(place) - sum(counts(place, others))), 0)),
    high = sum(vapply(places, function(place) min(nrow(place), sum(counts(place, members))), 0))
  )
}

listed_protocol_row <- function(lesions, region, name) {
  members <- PROTOCOLS[[name]]
  modality <- modality_of(members[1])
  others <- setdiff(sequences_of(modality), members)
  all <- in_region(lesions, region)
  shown <- all[which(shown_on(all, c(members, others))), ]
  own <- shown_on(shown, members)
  known <- shown[!is.na(own), ]
  judged <- judged_lesions(shown, own)
  of_all <- judged_lesions(all, shown_on(all, members))
  rate <- clustered_share(judged$x, judged$n)
  if (length(others) == 0) rate[c("low", "high", "limits")] <- NA
  rate_of_all <- clustered_share(of_all$x, of_all$n)
  limits <- listed_limits(known, members, others)
  list(
    side = region, modality = modality, protocol = name, n_patients = length(judged$n), lesions = sum(judged$n),
    not_assessable = judged$lost, seen = sum(judged$x), at_least = limits[["low"]], at_most = limits[["high"]],
    share = 100 * rate$rate, share_low = 100 * rate$low, share_high = 100 * rate$high, share_limits = rate$limits,
    adds = if (length(others) > 0) sum(!shown_on(known, others), na.rm = TRUE) else NA,
    all_lesions = sum(of_all$n), share_of_all = 100 * rate_of_all$rate,
    share_of_all_low = 100 * rate_of_all$low, share_of_all_high = 100 * rate_of_all$high,
    share_of_all_limits = rate_of_all$limits
  )
}

listed_protocols_table <- function(study) {
  if (!lists_lesions(study)) return(NULL)
  lesions <- listed_metastases(study)
  rows <- lapply(REGIONS, function(region) {
    lapply(names(PROTOCOLS), function(name) listed_protocol_row(lesions, region, name))
  })
  list(key = c("side", "modality", "protocol"), rows = bind_rows(unlist(rows, recursive = FALSE)))
}
