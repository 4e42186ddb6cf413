# Agreement between any two readers of a centre who read the same pair, among the pairs that the study uses: those of
# the included patients that qualify as the first reader read them. Reader 2 of another centre is another person.
#
# A row is about two readers of one centre, or pools several twos: then all that differs between the twos is taken out.
#
# A row of fewer patients than are shown has its numbers alone, and so has one that would give their figures away (`keep_back`).

CATEGORIES_OF_PAIR <- list(
  countable = c("yes", "massive", "coalescent"),
  measurable = c("yes", "no_lesion_over_5_mm", "not_measurable", "no_lesion_on_every_sequence")
)

# What two readers of a centre both have read: the two readings of each pair, in the same order.
both_read <- function(study, centre, first, second) {
  pairs <- study$all_readings[study$all_readings$centre == centre, ]
  pairs$name <- paste(pairs$patient, pairs$pair)
  pairs <- pairs[pairs$name %in% paste(study$readings$patient, study$readings$pair), ]
  one <- pairs[pairs$reader == first, ]
  other <- pairs[pairs$reader == second, ]
  shared <- intersect(one$name, other$name)
  list(
    centre = centre, first = first, second = second,
    one = one[match(shared, one$name), ], other = other[match(shared, other$name), ]
  )
}

twos_of_readers <- function(study) {
  twos <- unlist(lapply(sort(unique(study$all_readings$centre), method = "radix"), function(centre) {
    readers <- sort(unique(study$all_readings$reader[study$all_readings$centre == centre]))
    unlist(lapply(readers, function(first) lapply(readers[readers > first], function(second) {
      both_read(study, centre, first, second)
    })), recursive = FALSE)
  }), recursive = FALSE)
  Filter(function(two) nrow(two$one) > 0, twos)
}

patients_of_two <- function(two) length(unique(two$one$patient))

# Which rows there are: the twos with enough patients by their centre's name, the centres that have none together, all.
reader_groups <- function(study, twos) {
  if (length(twos) == 0) return(list())
  centres <- vapply(twos, function(two) two$centre, "")
  sizes <- tapply(vapply(twos, patients_of_two, 0L), centres, max)
  groups <- centre_groups(setNames(as.numeric(sizes), names(sizes)), study$settings$fewest_patients_shown)
  shown <- Filter(
    function(two) two$centre %in% groups$shown && patients_of_two(two) >= study$settings$fewest_patients_shown, twos
  )
  group <- function(name, twos, centre = NA) {
    about <- list(
      group = name, centre = centre, first_reader = NA, second_reader = NA,
      n_centres = length(unique(vapply(twos, function(two) two$centre, ""))), n_reader_pairs = length(twos)
    )
    list(about = about, twos = twos)
  }
  own <- lapply(shown, function(two) {
    own <- group("centre", list(two), two$centre)
    own$about$first_reader <- two$first
    own$about$second_reader <- two$second
    own
  })
  others <- if (length(groups$others) > 0) list(group("others", twos[centres %in% groups$others]))
  c(own, others, list(group("pooled", twos)))
}

# --- Figures of several twos: `two` says of each value which it belongs to. -----------------------------------------

# The scatter of differences around the mean of their two: a one-way analysis of variance by patient in each two,
# squares and degrees of freedom added up.
deviation_within <- function(d, patient, two) {
  by_two <- split(data.frame(d, patient), two)
  squares <- sapply(by_two, function(rows) {
    means <- ave(rows$d, rows$patient)
    sizes <- as.numeric(table(rows$patient))
    c(
      between = sum((means - mean(rows$d))^2), within = sum((rows$d - means)^2),
      size = sum(sizes) - sum(sizes^2) / sum(sizes), patients = length(sizes)
    )
  })
  df <- sum(squares["patients", ]) - ncol(squares)
  if (df < 1) return(NA)
  between <- sum(squares["between", ]) / df
  if (length(d) == sum(squares["patients", ])) return(sqrt(between))
  within <- sum(squares["within", ]) / (length(d) - sum(squares["patients", ]))
  sqrt((between - within) / (sum(squares["size", ]) / df) + within)
}

# R's own analysis of variance of each table of two columns and two rows or more, added up.
intraclass_within <- function(first, second, two) {
  figures <- intraclass_figures(numeric(), numeric())
  enough <- names(which(table(two) > 1))
  if (length(enough) == 0) return(figures)
  parts <- sapply(enough, function(name) {
    value <- c(first[two == name], second[two == name])
    n <- sum(two == name)
    row <- factor(rep(seq_len(n), 2))
    column <- factor(rep(1:2, each = n))
    # In parts of one row, so that nothing but whole numbers is added up where the values are.
    squares <- suppressWarnings(anova(lm(value ~ row + column)))[["Sum Sq"]]
    squares[abs(squares) < 1e-9] <- 0
    c(rows = squares[1], columns = squares[2], error = squares[3], n = n)
  })
  tables <- length(enough)
  n <- sum(parts["n", ])
  df_rows <- n - tables
  ms_rows <- sum(parts["rows", ]) / df_rows
  ms_columns <- sum(parts["columns", ]) / tables
  ms_error <- sum(parts["error", ]) / df_rows
  if (ms_rows + ms_columns + ms_error == 0) return(figures)
  # Variances: of an error, of a table's columns (n rows of it on the average), of its rows.
  size <- n / tables
  of_columns <- (ms_columns - ms_error) / size
  of_rows <- (ms_rows - ms_error) / 2
  agreement <- of_rows / (of_rows + of_columns + ms_error)
  figures$icc_2_1 <- agreement
  figures$icc_3_1 <- of_rows / (of_rows + ms_error)
  if (ms_error == 0 || ms_rows == 0) return(figures)
  # McGraw and Wong's: a MSC + b MSE as one mean square on nu degrees of freedom.
  a <- 2 * agreement / (size * (1 - agreement))
  b <- 1 + 2 * agreement * (size - 1) / (size * (1 - agreement))
  nu <- (a * ms_columns + b * ms_error)^2 / ((a * ms_columns)^2 / tables + (b * ms_error)^2 / df_rows)
  noise <- 2 * ms_columns + (size - 2) * ms_error
  low <- qf(0.975, df_rows, nu)
  high <- qf(0.975, nu, df_rows)
  limits <- limits_about(agreement, c(
    size * (ms_rows / low - ms_error) / (noise + size * ms_rows / low),
    size * (high * ms_rows - ms_error) / (noise + size * high * ms_rows)
  ))
  figures$icc_2_1_low <- limits[1]
  figures$icc_2_1_high <- limits[2]
  ratio <- ms_rows / ms_error
  f <- qf(0.975, df_rows, df_rows)
  figures$icc_3_1_low <- (ratio / f - 1) / (ratio / f + 1)
  figures$icc_3_1_high <- (ratio * f - 1) / (ratio * f + 1)
  figures
}

# kappa of several twos over the categories 1 ... k: expected agreement by each rater's own habits within his two; the
# limits by patients, from what the agreement and what chance would change with each rating.
kappa_within <- function(one, other, patient, two, k, kind = "unweighted") {
  figures <- no_kappa()
  n <- length(one)
  if (n == 0) return(figures)
  weights <- if (k > 1) kappa_weights(k, kind) else matrix(1)
  habits <- function(said, name) tabulate(said[two == name], k) / sum(two == name)
  chance <- mapply(function(x, y, name) {
    of_one <- habits(one, name)
    of_other <- habits(other, name)
    expected <- sum(outer(of_one, of_other) * weights)
    c(expected, sum(of_other * weights[x, ]) + sum(of_one * weights[, y]) - expected)
  }, one, other, two)
  agreed <- weights[cbind(one, other)]
  observed <- mean(agreed)
  expected <- mean(chance[1, ])
  if (1 - expected < 1e-14) return(figures)
  kappa <- (observed - expected) / (1 - expected)
  figures$kappa <- kappa
  # d kappa = (dPo - (1 - kappa) dPe) / (1 - Pe), each rating's own part less the mean.
  own <- (agreed - observed - (1 - kappa) * (chance[2, ] - expected)) / (1 - expected) / n
  m <- length(unique(patient))
  if (m >= FEWEST_PATIENTS_LARGE_SAMPLE) {
    error <- sqrt(zero_if_rounding(m / (m - 1) * sum(tapply(own, patient, sum)^2)))
    if (error > 0) {
      figures$low <- max(-1, kappa - qt(0.975, m - 1) * error)
      figures$high <- min(1, kappa + qt(0.975, m - 1) * error)
    }
  }
  figures
}

# --- Rows. ------------------------------------------------------------------------------------------------------------

# Limits of agreement and ICC of what both have a value of; in parts of the row's unit. Of several twos, first and second
# are nobody, so that neither a difference of theirs nor limits around it exist.
number_figures <- function(values, parts = 1) {
  values <- values[!is.na(values$first) & !is.na(values$second), ]
  d <- values$first - values$second
  counts <- list(n = nrow(values), n_patients = length(unique(values$patient)))
  if (nlevels(values$two) > 1) {
    figures <- lapply(limits_figures(numeric(), numeric()), function(figure) NA)
    figures$limits_sd <- if (length(d) > 0) deviation_within(d, values$patient, droplevels(values$two)) / parts else NA
    return(c(
      counts, figures, list(relative_bias = NA),
      intraclass_within(values$first, values$second, as.character(values$two))
    ))
  }
  c(
    counts, limits_figures(d, values$patient, parts),
    list(relative_bias = relative_bias(values$first, values$second)),
    intraclass_figures(values$first, values$second)
  )
}

# One line for each value that the two readers of each two may have given.
values_of_twos <- function(twos, values_of) {
  values <- do.call(rbind, lapply(seq_along(twos), function(position) {
    values <- values_of(twos[[position]])
    values$two <- rep(position, nrow(values))
    values
  }))
  values$two <- factor(values$two, seq_along(twos))
  values
}

name_of_two <- function(two) paste(two$centre, two$first, two$second)

# Whose values each of some twos has, so that it can be decided what is kept back.
patients_by_two <- function(twos, values) {
  known <- !is.na(values$first) & !is.na(values$second)
  setNames(
    lapply(seq_along(twos), function(i) unique(as.character(values$patient[known & as.integer(values$two) == i]))),
    vapply(twos, name_of_two, "")
  )
}

# The rows of all groups about one thing, each with `patients`, by two. Those of fewer patients than `fewest` are kept back. Of all
# together the shown ones can be taken: what is left must be `fewest` patients, or the smallest of those shown (of equal ones
# the last) is kept back too.
keep_back <- function(rows, fewest, stays) {
  number <- function(twos) length(unique(unlist(twos)))
  sizes <- vapply(rows, function(row) number(row$patients), 0L)
  is_pooled <- vapply(rows, function(row) row$group == "pooled", NA)
  shown <- sizes >= fewest
  all <- rows[[which(is_pooled)]]$patients
  left <- function() number(all[setdiff(names(all), unlist(lapply(rows[shown & !is_pooled], function(row) names(row$patients))))])
  while (any(shown & !is_pooled) && left() > 0 && left() < fewest) {
    of <- which(shown & !is_pooled)
    shown[max(of[sizes[of] == min(sizes[of])])] <- FALSE
  }
  lapply(seq_along(rows), function(i) {
    row <- rows[[i]]
    row$patients <- NULL
    if (!shown[i]) row[setdiff(names(row), stays)] <- NA
    row
  })
}

# By thing, then in the order of the groups: `by_group` holds for each group its rows, the same things in the same order.
kept_back_rows <- function(by_group, fewest, stays) {
  by_thing <- lapply(seq_along(by_group[[1]]), function(i) keep_back(lapply(by_group, function(rows) rows[[i]]), fewest, stays))
  unlist(lapply(seq_along(by_group), function(group) lapply(by_thing, function(rows) rows[[group]])), recursive = FALSE)
}

ABOUT_READERS <- c(
  "group", "centre", "first_reader", "second_reader", "n_centres", "n_reader_pairs", "quantity", "sequence", "side", "unit", "n",
  "n_patients"
)

# Of pairs that both could count.
count_rows <- function(twos) {
  counted <- function(pairs, sequence, side) ifelse(pairs$countable == "yes", counts_of(pairs, sequence, side), NA)
  unlist(lapply(COUNTED, function(sequence) lapply(REGIONS, function(side) {
    values <- values_of_twos(twos, function(two) data.frame(
      first = counted(two$one, sequence, side), second = counted(two$other, sequence, side), patient = two$one$patient
    ))
    c(
      list(quantity = "count", sequence = sequence, side = side, unit = "metastases"), number_figures(values),
      list(patients = patients_by_two(twos, values))
    )
  })), recursive = FALSE)
}

# Of lesions that both measured: the same number is the same lesion for every reader of a pair.
diameter_rows <- function(study, twos) {
  lesions_of <- function(pairs) study$all_lesions[reading_of(study$all_lesions) %in% reading_of(pairs), ]
  name <- function(lesions) paste(lesions$patient, lesions$pair, lesions$lesion)
  lapply(SEQUENCES, function(sequence) {
    tenths <- function(lesions) {
      values <- lesions[[paste0(sequence, "_mm")]]
      ifelse(values > 0, values, NA)
    }
    values <- values_of_twos(twos, function(two) {
      one <- lesions_of(two$one)
      other <- lesions_of(two$other)
      other <- other[match(name(one), name(other)), ]
      data.frame(first = tenths(one), second = tenths(other), patient = one$patient)
    })
    c(
      list(quantity = "diameter", sequence = sequence, unit = "mm"), number_figures(values, parts = 10),
      list(patients = patients_by_two(twos, values))
    )
  })
}

category_agreement_rows <- function(twos) {
  lapply(names(CATEGORIES_OF_PAIR), function(column) {
    levels <- CATEGORIES_OF_PAIR[[column]]
    values <- values_of_twos(twos, function(two) data.frame(
      first = match(two$one[[column]], levels), second = match(two$other[[column]], levels), patient = two$one$patient
    ))
    values <- values[!is.na(values$first) & !is.na(values$second), ]
    kappa <- if (length(twos) > 1) {
      kappa_within(values$first, values$second, values$patient, as.character(values$two), length(levels))
    } else {
      kappa_figures(values$first, values$second, values$patient, length(levels))
    }
    c(
      list(
        quantity = column, n = nrow(values), n_patients = length(unique(values$patient)),
        raw_agreement = percent_of(sum(values$first == values$second), nrow(values))
      ),
      kappa_columns("kappa", kappa), list(patients = patients_by_two(twos, values))
    )
  })
}

readers_table <- function(study) {
  by_group <- lapply(reader_groups(study, twos_of_readers(study)), function(group) {
    rows <- c(count_rows(group$twos), diameter_rows(study, group$twos), category_agreement_rows(group$twos))
    lapply(rows, function(row) c(group$about, row))
  })
  rows <- if (length(by_group) > 0) kept_back_rows(by_group, study$settings$fewest_patients_shown, ABOUT_READERS)
  list(
    key = c("group", "centre", "first_reader", "second_reader", "quantity", "sequence", "side"), rows = bind_rows(rows)
  )
}
