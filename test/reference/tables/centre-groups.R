# Which centres are shown by themselves, and which together as "others", so that nobody can be picked out.
#
# A centre with fewer patients than the setting is not shown by itself. "Others" are at least two centres (of one
# alone it would be that centre's figure, and so would the difference of all and those shown), and together at least
# as many patients as a centre must have: while they are not, the next smallest centre joins them. Nobody is shown
# where even all centres together are too few.

FEWEST_CENTRES_FOLDED <- 2

# `patients`: how many patients each centre has, named by centre. Gives the names in `shown` and in `others`.
centre_groups <- function(patients, fewest) {
  smallest_first <- names(patients)[order(patients, names(patients), method = "radix")]
  n_others <- sum(patients < fewest)
  if (n_others > 0) {
    enough <- function(n) {
      n >= FEWEST_CENTRES_FOLDED && sum(patients[smallest_first[seq_len(n)]]) >= fewest
    }
    while (n_others < length(patients) && !enough(n_others)) n_others <- n_others + 1
  }
  others <- smallest_first[seq_len(n_others)]
  if (sum(patients[others]) < fewest) others <- character()
  shown <- setdiff(smallest_first, smallest_first[seq_len(n_others)])
  list(shown = sort(shown, method = "radix"), others = sort(others, method = "radix"))
}
