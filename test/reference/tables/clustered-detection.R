# How many more metastases one sequence sees than another, on the totals of each patient.

# Totals of each patient, in order of first appearance.
patient_totals <- function(counts, patients) {
  as.numeric(tapply(counts, factor(patients, unique(patients)), sum))
}

# ln(A/B) with Σᵢ (aᵢ/A − bᵢ/B)², the sandwich variance of a Poisson GEE with independence working correlation (Liang &
# Zeger 1986 Biometrika 73:13), times m/(m − 1); interval and p by t on m − 1 degrees of freedom, from six patients on.
log_rate_ratio <- function(first, second) {
  m <- length(first)
  nothing <- list(estimate = NA, se = NA, low = NA, high = NA, p = NA, log10_p = NA)
  if (sum(first) == 0 || sum(second) == 0) return(nothing)
  estimate <- log(sum(first) / sum(second))
  found <- nothing
  found$estimate <- estimate
  variance <- sum((first / sum(first) - second / sum(second))^2)
  if (m < FEWEST_PATIENTS || in_proportion(first, second)) return(found)
  found$se <- sqrt(variance * m / (m - 1))
  if (m < FEWEST_PATIENTS_LARGE_SAMPLE) return(found)
  found$low <- estimate - qt(0.975, m - 1) * found$se
  found$high <- estimate + qt(0.975, m - 1) * found$se
  t <- estimate / found$se
  found$p <- 2 * pt(-abs(t), m - 1)
  found$log10_p <- log10_two_sided(pt(-abs(t), m - 1, log.p = TRUE))
  found
}

rate_ratio_figures <- function(first, second) {
  found <- log_rate_ratio(first, second)
  list(
    rate_ratio = exp(found$estimate), rate_ratio_low = exp(found$low), rate_ratio_high = exp(found$high),
    rate_ratio_p = found$p, rate_ratio_log10_p = found$log10_p
  )
}

# A patient is in when the total that stands for all metastases, or one of the two sequences, shows one.
has_metastasis <- function(first, second, present) present > 0 | first > 0 | second > 0

# Difference of the shares of the same metastases, in percentage points; variance between the patients,
# m/(m − 1) Σ(xᵢ − yᵢ − δnᵢ)²/(Σn)², t on m − 1 degrees of freedom, from six patients on; no interval where it is 0.
# `above`: a sequence shows more than all lesions on some pair; then there is no share of them.
rate_difference_figures <- function(first, second, present, above) {
  has <- has_metastasis(first, second, present)
  more <- first[has] - second[has]
  n <- present[has]
  m <- length(n)
  figures <- list(rate_difference = NA, rate_difference_low = NA, rate_difference_high = NA)
  if (sum(n) == 0 || above) return(figures)
  difference <- sum(more) / sum(n)
  figures$rate_difference <- 100 * difference
  if (m < FEWEST_PATIENTS_LARGE_SAMPLE || in_proportion(more, n)) return(figures)
  se <- sqrt(m / (m - 1) * sum((more - difference * n)^2)) / sum(n)
  # No difference of two shares is beyond 100 points.
  figures$rate_difference_low <- 100 * max(-1, difference - qt(0.975, m - 1) * se)
  figures$rate_difference_high <- 100 * min(1, difference + qt(0.975, m - 1) * se)
  figures
}

# Obuchowski 1998 (Stat Med 17:1495): lesions that both see, or neither, cancel in b − c.
mcnemar_figures <- function(first, second, present) {
  has <- has_metastasis(first, second, present)
  more <- first[has] - second[has]
  m <- length(more)
  figures <- list(mcnemar_n_patients = m, mcnemar_chi2 = NA, mcnemar_p = NA, mcnemar_log10_p = NA)
  if (m < FEWEST_PATIENTS_LARGE_SAMPLE || all(more == 0)) return(figures)
  chi2 <- (m - 1) / m * sum(more)^2 / sum(more^2)
  figures$mcnemar_chi2 <- chi2
  figures$mcnemar_p <- pchisq(chi2, 1, lower.tail = FALSE)
  figures$mcnemar_log10_p <- pchisq(chi2, 1, lower.tail = FALSE, log.p = TRUE) / log(10)
  figures
}
