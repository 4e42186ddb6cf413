# Who enters the study, and which pairs each of the two analyses uses: the rules of the thesis (lines 1011-1036,
# Figure 11) in their published order.

BOARD_PERIOD <- as.Date(c("2016-01-01", "2021-12-31"))
PAIR_INTERVAL_MONTHS <- 3

# The same day of the month some months later; where that month is too short, its last day.
add_months <- function(day, months) {
  parts <- as.POSIXlt(day)
  month <- parts$mon + months
  first <- as.Date(sprintf("%04d-%02d-01", as.integer(1900 + parts$year + month %/% 12), as.integer(month %% 12 + 1)))
  next_first <- as.Date(sprintf(
    "%04d-%02d-01", as.integer(1900 + parts$year + (month + 1) %/% 12), as.integer((month + 1) %% 12 + 1)
  ))
  pmin(first + parts$mday - 1, next_first - 1)
}

# Days from three calendar months after the first scan to the second scan: negative for a pair that is close enough.
days_past_limit <- function(pairs) {
  if (nrow(pairs) == 0) return(numeric())
  limit <- add_months(pmin(pairs$ct_date, pairs$mri_date), PAIR_INTERVAL_MONTHS)
  as.numeric(pmax(pairs$ct_date, pairs$mri_date) - limit)
}

yes <- function(x) !is.na(x) & x %in% c("yes", "1", "true", "oui")

# A rule leaves patients out (`excludes`, of the patients), or pairs (`keeps`, of the pairs that are left).
EXCLUSIONS <- list(
  board_date_outside_period = list(excludes = function(p) {
    !is.na(p$board_date) & (p$board_date < BOARD_PERIOD[1] | p$board_date > BOARD_PERIOD[2])
  }),
  not_histologically_proven = list(excludes = function(p) !yes(p$histologically_proven)),
  extra_digestive_origin = list(excludes = function(p) p$primary_site == "extra_digestive"),
  no_known_liver_metastases = list(excludes = function(p) p$liver_metastases != "present"),
  metastases_not_on_images = list(excludes = function(p) !is.na(p$metastases_on_images) & !yes(p$metastases_on_images)),
  metastases_on_images_not_known = list(excludes = function(p) is.na(p$metastases_on_images)),
  origin_not_known = list(excludes = function(p) p$primary_site == "unknown"),
  no_pair_sent = list(excludes = function(p) !p$has_pair),
  no_pair_of_first_reader = list(excludes = function(p) !p$has_first_reading),
  no_pair_with_complete_protocol = list(keeps = function(q, lesions) yes(q$protocol_complete)),
  interval_of_three_months_or_more = list(keeps = function(q, lesions) days_past_limit(q) < 0)
)

NOT_COUNTED <- list(
  massive = list(keeps = function(q, lesions) q$countable != "massive"),
  coalescent = list(keeps = function(q, lesions) q$countable != "coalescent")
)

reading_of <- function(rows) if (nrow(rows) == 0) character() else paste(rows$patient, rows$pair, rows$reader)

# A lesion seen on every sequence; a diameter of 0 says that nothing is left of it there.
on_every_sequence <- function(lesions) {
  Reduce(`&`, lapply(lesions[paste0(SEQUENCES, "_mm")], function(tenths) !is.na(tenths) & tenths > 0))
}

SMALLEST_MEASURED <- 50
large_enough_to_measure <- function(lesions) {
  rowSums(as.matrix(lesions[paste0(SEQUENCES, "_mm")]) >= SMALLEST_MEASURED, na.rm = TRUE) > 0
}

NOT_MEASURED <- list(
  no_lesion_over_5_mm = list(keeps = function(q, lesions) !q$measurable %in% "no_lesion_over_5_mm"),
  not_measurable = list(keeps = function(q, lesions) !q$measurable %in% "not_measurable"),
  measurable_not_known = list(keeps = function(q, lesions) !is.na(q$measurable)),
  lesions_not_sent = list(keeps = function(q, lesions) {
    q$measurable != "yes" | reading_of(q) %in% reading_of(lesions)
  }),
  # A patient needs one lesion, on any of his measured pairs, that every sequence shows (line 1036).
  no_lesion_on_every_sequence = list(keeps = function(q, lesions) {
    measurable <- q[q$measurable == "yes", ]
    theirs <- lesions[reading_of(lesions) %in% reading_of(measurable), ]
    q$measurable == "yes" & q$patient %in% theirs$patient[on_every_sequence(theirs)]
  })
)

# Puts patients and their pairs through rules. A pair is left out by the first rule that applies to it, a patient by
# the first that excludes him or leaves him no pair; then all his pairs go with him. Adds to both the column `reason`.
sift <- function(patients, pairs, lesions, rules) {
  patients$reason <- rep(NA_character_, nrow(patients))
  pairs$reason <- rep(NA_character_, nrow(pairs))
  for (reason in names(rules)) {
    rule <- rules[[reason]]
    staying <- is.na(patients$reason)
    if (!is.null(rule$excludes)) {
      out <- staying & rule$excludes(patients)
    } else {
      left <- which(is.na(pairs$reason))
      pairs$reason[left[!rule$keeps(pairs[left, ], lesions)]] <- reason
      out <- staying & !patients$patient %in% pairs$patient[is.na(pairs$reason)]
    }
    patients$reason[out] <- reason
    pairs$reason[is.na(pairs$reason) & pairs$patient %in% patients$patient[out]] <- reason
  }
  list(patients = patients, pairs = pairs)
}
