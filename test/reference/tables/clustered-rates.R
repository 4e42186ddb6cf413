# Proportions of lesions, whose patients are the units: x seen of n present, one of each for every patient.

Z95 <- qnorm(0.975)

# Wilson's score interval (1927); n may be an effective size.
wilson <- function(p, n) {
  centre <- (p + Z95^2 / (2 * n)) / (1 + Z95^2 / n)
  half <- Z95 / (1 + Z95^2 / n) * sqrt(p * (1 - p) / n + Z95^2 / (4 * n^2))
  c(centre - half, centre + half)
}

# Rao & Scott 1992: p = sum x / sum n, V = m/(m-1) sum (x_i - p n_i)^2 / (sum n)^2, design effect V / (p(1-p)/N),
# Wilson's interval on N / design effect; that one from six patients on. In proportions, not per cent.
clustered_rate <- function(x, n) {
  m <- length(n)
  N <- sum(n)
  rate <- if (N > 0) sum(x) / N else NA_real_
  variance <- if (m >= FEWEST_PATIENTS) m / (m - 1) * sum((x - rate * n)^2) / N^2 else NA_real_
  # All or none seen, or the same share in every patient: no design effect can be estimated.
  independent <- rate * (1 - rate) / N
  known <- !is.na(variance) && variance > 0 && independent > 0
  design_effect <- if (known) variance / independent else NA_real_
  limits <- if (known && m >= FEWEST_PATIENTS_LARGE_SAMPLE) wilson(rate, N / design_effect) else c(NA_real_, NA_real_)
  list(
    rate = rate, standard_error = sqrt(variance), design_effect = design_effect, effective_size = N / design_effect,
    low = limits[1], high = limits[2]
  )
}
