# Cohen's kappa of two raters over ordered categories, 1 ... k (Cohen 1968 Psychol Bull 70:213), with the large-sample
# errors of Fleiss, Cohen & Everitt (1969 Psychol Bull 72:323), as if every rating were of another patient; and with
# the error between patients (Yang & Zhou 2014 Stat Med 33:2612): each patient's sum of influences, t on m - 1. Limits are
# cut at -1 and 1; the plain limits and p are given where those between patients are.

kappa_weights <- function(k, kind) {
  distance <- abs(outer(seq_len(k), seq_len(k), "-")) / (k - 1)
  switch(kind, unweighted = (distance == 0) * 1, linear = 1 - distance, quadratic = 1 - distance^2)
}

# What a variance is that is 0 but for rounding.
zero_if_rounding <- function(variance) ifelse(abs(variance) < 1e-14, 0, variance)

kappa_parts <- function(first, second, k, kind) {
  weights <- kappa_weights(k, kind)
  shares <- table(factor(first, seq_len(k)), factor(second, seq_len(k))) / length(first)
  rows <- rowSums(shares)
  columns <- colSums(shares)
  expected <- sum(outer(rows, columns) * weights)
  observed <- sum(shares * weights)
  list(
    weights = weights, shares = shares, by_chance = outer(rows, columns), observed = observed, expected = expected,
    kappa = (observed - expected) / (1 - expected),
    # The mean weight of a rating's row and of its column.
    margins = outer(as.vector(weights %*% columns), as.vector(rows %*% weights), "+")
  )
}

no_kappa <- function() {
  list(kappa = NA_real_, low = NA_real_, high = NA_real_, plain_low = NA_real_, plain_high = NA_real_,
       plain_p = NA_real_, plain_log10_p = NA_real_)
}

kappa_figures <- function(first, second, patient, k, kind = "unweighted") {
  if (length(first) == 0) return(no_kappa())
  parts <- kappa_parts(first, second, k, kind)
  # Both raters put everything into one category.
  if (abs(1 - parts$expected) < 1e-14) return(no_kappa())
  figures <- no_kappa()
  figures$kappa <- parts$kappa
  n <- length(first)
  scale <- 1 - parts$expected

  influence <- (parts$weights - parts$margins * (1 - parts$kappa) -
    (parts$kappa - parts$expected * (1 - parts$kappa))) / scale
  m <- length(unique(patient))
  if (m < FEWEST_PATIENTS_LARGE_SAMPLE) return(figures)
  sums <- tapply(influence[cbind(first, second)], patient, sum)
  error <- sqrt(zero_if_rounding(m / (m - 1) * sum(sums^2) / n^2))
  # Ratings that are all the same say nothing of how far patients differ.
  if (error == 0) return(figures)
  limits <- function(reach) pmax(-1, pmin(1, parts$kappa + c(-1, 1) * reach))
  between <- limits(qt(0.975, m - 1) * error)
  figures$low <- between[1]
  figures$high <- between[2]

  plain <- sum(parts$shares * (parts$weights - parts$margins * (1 - parts$kappa))^2) -
    (parts$kappa - parts$expected * (1 - parts$kappa))^2
  se <- sqrt(max(0, zero_if_rounding(plain)) / n) / scale
  # Where the error cannot be estimated there are no limits.
  if (se > 0) {
    as_if_alone <- limits(Z95 * se)
    figures$plain_low <- as_if_alone[1]
    figures$plain_high <- as_if_alone[2]
  }
  by_chance <- sum(parts$by_chance * (parts$weights - parts$margins)^2) - parts$expected^2
  se0 <- sqrt(max(0, zero_if_rounding(by_chance)) / n) / scale
  if (se0 > 0) {
    z <- abs(parts$kappa / se0)
    figures$plain_p <- min(1, 2 * pnorm(-z))
    figures$plain_log10_p <- min(0, (log(2) + pnorm(-z, log.p = TRUE)) / log(10))
  }
  figures
}

# The columns kappa, kappa_low ... of a row, under a prefix.
kappa_columns <- function(prefix, figures) {
  names(figures) <- ifelse(names(figures) == "kappa", prefix, paste(prefix, names(figures), sep = "_"))
  figures
}
