# Proportions of lesions, whose patients are the units: x seen of n present, one of each for every patient.

Z95 <- qnorm(0.975)

# Wilson's score interval (1927); n may be an effective size.
wilson <- function(p, n) {
  centre <- (p + Z95^2 / (2 * n)) / (1 + Z95^2 / n)
  half <- Z95 / (1 + Z95^2 / n) * sqrt(p * (1 - p) / n + Z95^2 / (4 * n^2))
  c(centre - half, centre + half)
}

# Rao & Scott 1992: p = sum x / sum n, V = m/(m-1) sum (x_i - p n_i)^2 / (sum n)^2, design effect V / (p(1-p)/N),
# Wilson's interval on N / design effect, but on no more than N. Where all lesions are seen, or none, there is no design
# effect: the exact one-sided 95 % limit then, as if the lesions of a patient were all alike, on N^2 / sum n^2. Limits
# from six patients on. In proportions, not per cent.
clustered_rate <- function(x, n) {
  m <- length(n)
  N <- sum(n)
  found <- list(
    rate = NA_real_, standard_error = NA_real_, design_effect = NA_real_, effective_size = NA_real_,
    low = NA_real_, high = NA_real_, limits = NA_character_
  )
  if (N == 0) return(found)
  found$rate <- sum(x) / N
  if (m < FEWEST_PATIENTS) return(found)
  found$standard_error <- sqrt(m / (m - 1) * sum((x - found$rate * n)^2) / N^2)
  all_or_none <- sum(x) %in% c(0, N)
  if (all_or_none) {
    found$effective_size <- N^2 / sum(n^2)
  } else {
    found$design_effect <- found$standard_error^2 / (found$rate * (1 - found$rate) / N)
    found$effective_size <- min(N, N / found$design_effect)
  }
  if (m < FEWEST_PATIENTS_LARGE_SAMPLE) return(found)
  limits <- if (!all_or_none) {
    wilson(found$rate, found$effective_size)
  } else if (found$rate == 1) {
    c(qbeta(0.05, found$effective_size, 1), 1)
  } else {
    c(0, qbeta(0.95, 1, found$effective_size))
  }
  found$low <- limits[1]
  found$high <- limits[2]
  found$limits <- if (all_or_none) "one_sided" else "two_sided"
  found
}

# On which counted pairs a sequence shows more than a union, on the right or on the left: that union holds not all.
above_union <- function(study, sequences, union, region) {
  above <- lapply(if (region == "whole") SIDES else region, function(side) {
    lapply(sequences, function(sequence) counts_column(study, sequence, side) > counts_column(study, union, side))
  })
  Reduce(`|`, unlist(above, recursive = FALSE))
}
