# Agreement between any two readers who read the same pair, among the pairs that the study uses: those of the included
# patients that qualify as the first reader read them. Reader 2 is a role: not the same person in every centre.

CATEGORIES_OF_PAIR <- list(
  countable = c("yes", "massive", "coalescent"),
  measurable = c("yes", "no_lesion_over_5_mm", "not_measurable", "no_lesion_on_every_sequence")
)

# The readings of one reader, of qualifying pairs only, named by pair.
readings_by <- function(study, reader) {
  pairs <- study$all_readings
  pairs$name <- paste(pairs$patient, pairs$pair)
  pairs[pairs$reader == reader & pairs$name %in% paste(study$readings$patient, study$readings$pair), ]
}

both_read <- function(study, first, second) {
  one <- readings_by(study, first)
  other <- readings_by(study, second)
  shared <- intersect(one$name, other$name)
  list(one = one[match(shared, one$name), ], other = other[match(shared, other$name), ])
}

# Limits of agreement and ICC of what both have a value of; in parts of the row's unit.
number_figures <- function(first, second, patient, parts = 1) {
  known <- !is.na(first) & !is.na(second)
  first <- first[known]
  second <- second[known]
  c(
    list(n = sum(known), n_patients = length(unique(patient[known]))),
    limits_figures(first - second, patient[known], parts),
    list(relative_bias = relative_bias(first, second)),
    intraclass_figures(first, second)
  )
}

# Of pairs that both could count.
count_rows <- function(both) {
  counted <- function(pairs, sequence, side) ifelse(pairs$countable == "yes", counts_of(pairs, sequence, side), NA)
  unlist(lapply(COUNTED, function(sequence) lapply(REGIONS, function(side) c(
    list(quantity = "count", sequence = sequence, side = side, unit = "metastases"),
    number_figures(counted(both$one, sequence, side), counted(both$other, sequence, side), both$one$patient)
  ))), recursive = FALSE)
}

# Of lesions that both measured: the same number is the same lesion for every reader of a pair.
diameter_rows <- function(study, both) {
  lesions_of <- function(pairs) study$all_lesions[reading_of(study$all_lesions) %in% reading_of(pairs), ]
  name <- function(lesions) paste(lesions$patient, lesions$pair, lesions$lesion)
  one <- lesions_of(both$one)
  other <- lesions_of(both$other)
  other <- other[match(name(one), name(other)), ]
  lapply(SEQUENCES, function(sequence) {
    tenths <- function(lesions) {
      values <- lesions[[paste0(sequence, "_mm")]]
      ifelse(values > 0, values, NA)
    }
    c(
      list(quantity = "diameter", sequence = sequence, unit = "mm"),
      number_figures(tenths(one), tenths(other), one$patient, parts = 10)
    )
  })
}

category_agreement_rows <- function(both) {
  lapply(names(CATEGORIES_OF_PAIR), function(column) {
    levels <- CATEGORIES_OF_PAIR[[column]]
    one <- match(both$one[[column]], levels)
    other <- match(both$other[[column]], levels)
    known <- !is.na(one) & !is.na(other)
    patient <- both$one$patient[known]
    c(
      list(
        quantity = column, n = sum(known), n_patients = length(unique(patient)),
        raw_agreement = percent_of(sum(one[known] == other[known]), sum(known))
      ),
      kappa_columns("kappa", kappa_figures(one[known], other[known], patient, length(levels)))
    )
  })
}

readers_table <- function(study) {
  readers <- sort(unique(study$all_readings$reader))
  rows <- unlist(lapply(readers, function(first) lapply(readers[readers > first], function(second) {
    both <- both_read(study, first, second)
    if (nrow(both$one) == 0) return(NULL)
    rows <- c(count_rows(both), diameter_rows(study, both), category_agreement_rows(both))
    lapply(rows, function(row) c(list(first_reader = first, second_reader = second), row))
  })), recursive = FALSE)
  rows <- unlist(rows, recursive = FALSE)
  list(key = c("first_reader", "second_reader", "quantity", "sequence", "side"), rows = bind_rows(rows))
}
