# What the first reader lists of pairs that are not counted, and what the lesions that he lists of the included patients
# say against his counts and measures.

SEGMENTS_OF_SIDE <- list(left = c("II", "III"), right = c("V", "VI", "VII", "VIII"))

# How many listed metastases a pair's sequences show on a side: seen on one of them; and with those not said to be unseen.
listed_at <- function(rows, sequences, side) {
  rows <- rows[rows$nature == "metastasis" & rows$side == side, ]
  seen <- lapply(sequences, function(sequence) rows[[paste0("seen_", sequence)]])
  is_yes <- Reduce(`|`, lapply(seen, yes), rep(FALSE, nrow(rows)))
  is_blank <- Reduce(`|`, lapply(seen, is.na), rep(FALSE, nrow(rows)))
  c(sum(is_yes), sum(is_yes | is_blank))
}

unlike_counted <- function(pair, rows) {
  any(unlist(lapply(COUNTED, function(counted) lapply(SIDES, function(side) {
    count <- pair[[paste(counted, side, sep = "_")]]
    if (is.na(count)) return(FALSE)
    sequences <- if (endsWith(counted, "_total")) sequences_of(sub("_total", "", counted)) else counted
    listed <- listed_at(rows, sequences, side)
    count < listed[1] || (pair$lesions_listed %in% "all" && count > listed[2])
  }))))
}

listed_checks <- function(study) {
  pairs <- study$all_readings
  pairs <- pairs[pairs$patient %in% study$included$patient & pairs$reader == FIRST_READER, ]
  all_pairs <- study$all_readings
  sent <- study$visibility[reading_of(study$visibility) %in% reading_of(all_pairs[all_pairs$reader == FIRST_READER, ]), ]
  if (nrow(sent) == 0) return(list())
  listed <- study$visibility[reading_of(study$visibility) %in% reading_of(pairs), ]
  has_list <- reading_of(pairs) %in% reading_of(listed)
  compared <- pairs[has_list | pairs$lesions_listed %in% "all", ]
  unlike <- vapply(seq_len(nrow(compared)), function(row) {
    unlike_counted(compared[row, ], listed[reading_of(listed) == reading_of(compared)[row], ])
  }, logical(1))
  lesions <- study$all_lesions
  same <- match(paste(reading_of(listed), listed$lesion), paste(reading_of(lesions), lesions$lesion))
  otherwise <- Reduce(`|`, lapply(SEQUENCES, function(sequence) {
    diameter <- lesions[[paste0(sequence, "_mm")]][same]
    is_seen <- yes(listed[[paste0("seen_", sequence)]])
    !is.na(diameter) & (diameter > 0) != is_seen
  }))
  other_side <- mapply(function(segment, side) {
    segment %in% unlist(SEGMENTS_OF_SIDE[setdiff(SIDES, side)])
  }, listed$segment, listed$side)
  list(
    check("listed_not_used", NA, "lesions", !reading_of(sent) %in% reading_of(study$counted), sent$centre),
    check("listed_unlike_counted", NA, "pairs", unlike, compared$centre),
    check("listed_without_saying", NA, "pairs", is.na(pairs$lesions_listed[has_list]), pairs$centre[has_list]),
    check("seen_unlike_measured", NA, "lesions", otherwise[!is.na(same)], listed$centre[!is.na(same)]),
    check("segment_of_other_side", NA, "lesions", as.vector(other_side)[!is.na(listed$segment)], listed$centre[!is.na(listed$segment)])
  )
}
