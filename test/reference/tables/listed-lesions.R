# The lesions that first readers list one by one (visibility.csv), on the pairs of the count analysis.

SEGMENTS <- c("I", "II", "III", "IVa", "IVb", "V", "VI", "VII", "VIII")
SIZES <- c("under_5", "5_9", "10_19", "20_or_more")

# One row a lesion, with its size: the given one, else that of its largest diameter as measured there.
listed_lesions <- function(study) {
  listed <- study$visibility[reading_of(study$visibility) %in% reading_of(study$counted), ]
  measured <- study$all_lesions
  key <- function(rows) if (nrow(rows) == 0) character() else paste(reading_of(rows), rows$lesion)
  tenths <- as.matrix(measured[paste0(SEQUENCES, "_mm")])
  largest <- suppressWarnings(apply(tenths, 1, max, na.rm = TRUE))[match(key(listed), key(measured))]
  by_diameter <- ifelse(largest > 0, SIZES[findInterval(largest, c(0, 50, 100, 200))], NA)
  listed$size <- ifelse(is.na(listed$size_class), by_diameter, listed$size_class)
  listed$reading <- reading_of(listed)
  listed
}

listed_metastases <- function(study) {
  listed <- listed_lesions(study)
  listed[listed$nature == "metastasis", ]
}

lists_lesions <- function(study) nrow(listed_lesions(study)) > 0

# Whether some sequences together show each lesion: yes where one does, no where none does, else not known. R's own
# logic of NA is this one.
shown_on <- function(lesions, sequences) {
  Reduce(`|`, lapply(sequences, function(sequence) {
    ifelse(is.na(lesions[[paste0("seen_", sequence)]]), NA, yes(lesions[[paste0("seen_", sequence)]]))
  }), rep(FALSE, nrow(lesions)))
}

in_region <- function(lesions, region) if (region == "whole") lesions else lesions[lesions$side == region, ]

# The lesions of each group: list(code, lesions, withheld).
side_groups <- function(lesions) {
  lapply(REGIONS, function(region) list(code = region, division = "side", lesions = in_region(lesions, region), withheld = FALSE))
}
segment_groups <- function(study, lesions) {
  codes <- ifelse(is.na(lesions$segment), "segment_not_known", paste0("segment_", lesions$segment))
  order <- c(paste0("segment_", SEGMENTS), "segment_not_known")
  withhold_small(study, divided(lesions, codes, order, "segment"), REGIONS)
}
size_groups <- function(study, lesions) {
  codes <- ifelse(is.na(lesions$size), "size_not_known", lesions$size)
  withhold_small(study, divided(lesions, codes, c(SIZES, "size_not_known"), "size"), "whole")
}
divided <- function(lesions, codes, order, division) {
  lapply(order[order %in% codes], function(code) {
    list(code = code, division = division, lesions = lesions[codes == code, ], withheld = FALSE)
  })
}

patients_in <- function(lesions) length(unique(lesions$patient))

# Groups of fewer patients than may be shown are kept back; and, as long as a region less the groups shown would be of
# too few patients, though of one, the smallest of these, of equal ones the last.
withhold_small <- function(study, groups, regions) {
  if (length(groups) == 0) return(groups)
  fewest <- study$settings$fewest_patients_shown
  sizes <- vapply(groups, function(group) patients_in(group$lesions), 0)
  shown <- sizes >= fewest
  repeat {
    kept <- do.call(rbind, lapply(groups[!shown], function(group) group$lesions))
    rest <- if (is.null(kept)) 0 else vapply(regions, function(region) patients_in(in_region(kept, region)), 0)
    if (!any(shown) || !any(rest > 0 & rest < fewest)) break
    smallest <- min(sizes[shown])
    shown[max(which(shown & sizes == smallest))] <- FALSE
  }
  Map(function(group, is_shown) {
    group$withheld <- !is_shown
    group
  }, groups, shown)
}

# Of each patient who has a lesion that can be judged, in order of first appearance: how many, and how many are so.
judged_lesions <- function(lesions, so) {
  known <- !is.na(so)
  patients <- lesions$patient[known]
  list(
    n = patient_totals(rep(1, sum(known)), patients), x = patient_totals(as.numeric(so[known]), patients),
    lost = sum(!known)
  )
}

# A share x of n lesions of each patient, with the CR2 variance and Satterthwaite's degrees of freedom (Bell & McCaffrey
# 2002; Pustejovsky & Tipton 2018), here as a weighted sum of chi-squares of independent rows, one a lesion.
cr2_ratio <- function(x, n) {
  N <- sum(n)
  p <- sum(x) / N
  # Row i of G has what patient i's residuals weigh: his lesions less the mean, over the root of what it takes away.
  patient <- rep(seq_along(n), n)
  G <- vapply(seq_along(n), function(i) ((patient == i) - n[i] / N) / sqrt(1 - n[i] / N), numeric(N))
  omega <- crossprod(G)
  list(estimate = p, se = sqrt(sum((x - p * n)^2 / (1 - n / N))) / N, df = sum(diag(omega))^2 / sum(omega^2))
}

# Wilson's interval on N over the design effect (1 at least) times (z/t)^2 (Korn & Graubard 1998 Surv Methodol 24:193).
clustered_share <- function(x, n) {
  found <- clustered_rate(x, n)
  if (is.na(found$low) || found$limits == "one_sided") return(found)
  ratio <- cr2_ratio(x, n)
  N <- sum(n)
  effect <- ratio$se^2 / (ratio$estimate * (1 - ratio$estimate) / N)
  limits <- wilson(ratio$estimate, N / max(1, effect) * (Z95 / qt(0.975, ratio$df))^2)
  found$low <- limits[1]
  found$high <- limits[2]
  found
}
