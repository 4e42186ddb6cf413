# Which of the listed metastases are seen where: by pattern of the six sequences, by each set alone, and by which of two.

# As FALSE, TRUE or NA for each lesion: shown by the first and by the second as `way` says.
seen_in_way <- function(lesions, way, first, second) {
  a <- shown_on(lesions, PROTOCOLS[[first]])
  b <- shown_on(lesions, PROTOCOLS[[second]])
  so <- switch(way, both = a & b, only_first = a & !b, only_second = !a & b, neither = !a & !b)
  ifelse(is.na(a) | is.na(b), NA, so)
}

visibility_row <- function(group, what, seen_on, first, second, so) {
  key <- list(group = group$code, what = what, seen_on = seen_on, first = first, second = second)
  if (group$withheld) return(c(key, list(lesions = NA, n_patients = NA, assessable = NA, n_patients_assessable = NA,
    not_assessable = NA, share = NA, share_low = NA, share_high = NA, share_limits = NA)))
  judged <- judged_lesions(group$lesions, so)
  rate <- clustered_share(judged$x, judged$n)
  c(key, list(
    lesions = sum(judged$x), n_patients = sum(judged$x > 0), assessable = sum(judged$n),
    n_patients_assessable = length(judged$n), not_assessable = judged$lost,
    share = 100 * rate$rate, share_low = 100 * rate$low, share_high = 100 * rate$high, share_limits = rate$limits
  ))
}

# Every subset of the six sequences, or of those of a group those that a lesion has.
pattern_rows <- function(group) {
  if (group$withheld) return(list())
  seen <- vapply(SEQUENCES, function(sequence) shown_on(group$lesions, sequence), logical(nrow(group$lesions)))
  seen <- matrix(seen, ncol = length(SEQUENCES))
  subsets <- as.matrix(expand.grid(rep(list(c(FALSE, TRUE)), length(SEQUENCES))))
  rows <- apply(subsets, 1, function(subset) {
    so <- apply(seen, 1, function(lesion) if (anyNA(lesion)) NA else all(lesion == subset))
    name <- if (any(subset)) paste(SEQUENCES[subset], collapse = " ") else "none"
    visibility_row(group, "pattern", name, NA, NA, as.logical(so))
  }, simplify = FALSE)
  Filter(function(row) group$code == "whole" || row$lesions > 0, rows)
}

# What each sequence shows, and all of MRI and of CT, whatever the others show.
seen_rows <- function(group) {
  lapply(c(SEQUENCES, "full_mri", "full_ct"), function(set) {
    visibility_row(group, "seen", NA, set, NA, shown_on(group$lesions, PROTOCOLS[[set]]))
  })
}

visibility_table <- function(study) {
  if (!lists_lesions(study)) return(NULL)
  lesions <- listed_metastases(study)
  pairs <- rbind(data.frame(first = "full_mri", second = "full_ct"), COMPARISONS)
  groups <- c(side_groups(lesions), segment_groups(study, lesions), size_groups(study, lesions))
  rows <- lapply(groups, function(group) c(
    pattern_rows(group),
    seen_rows(group),
    unlist(lapply(seq_len(nrow(pairs)), function(i) lapply(c("both", "only_first", "only_second", "neither"), function(way) {
      first <- pairs$first[i]
      second <- pairs$second[i]
      visibility_row(group, way, NA, first, second, seen_in_way(group$lesions, way, first, second))
    })), recursive = FALSE)
  ))
  list(key = c("group", "what", "seen_on", "first", "second"), rows = bind_rows(unlist(rows, recursive = FALSE)))
}
