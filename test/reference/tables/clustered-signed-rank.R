# Signed rank tests that know whose differences they are. From the papers; no package of Debian has them.

# Signed midranks of the differences that are not zero, ranked over all patients, with the sum of each patient.
patients_signed_ranks <- function(d, patients) {
  used <- d != 0
  signed <- sign(d[used]) * rank(abs(d[used]))
  patient <- factor(patients[used])
  list(
    signed = signed, patient = patient,
    sums = as.numeric(tapply(signed, patient, sum)), sizes = as.numeric(table(patient))
  )
}

# The exact test of Rosner, Glynn & Lee 2006 (Biometrics 62:185): a coin for the sign of each patient's sum.
rgl_exact_figures <- function(d, patients) {
  figures <- list(rgl_exact_statistic = NA, rgl_exact_p = NA, rgl_exact_log10_p = NA)
  if (all(d == 0)) return(figures)
  sums <- patients_signed_ranks(d, patients)$sums
  p <- coin_sum_p(round(2 * abs(sums)), 2 * sum(sums))
  list(rgl_exact_statistic = sum(sums), rgl_exact_p = p, rgl_exact_log10_p = log10(p))
}

# Its large-sample form: T = Σ wᵢ S̄ᵢ with S̄ᵢ the patient's mean signed rank and wᵢ = nᵢ/(var (1 + (nᵢ − 1)ρ)), the
# inverse of its variance; ρ the intraclass correlation of the signed ranks, corrected for the number of patients.
rgl_figures <- function(d, patients) {
  figures <- list(rgl_z = NA, rgl_p = NA, rgl_log10_p = NA)
  if (all(d == 0)) return(figures)
  ranks <- patients_signed_ranks(d, patients)
  m <- length(ranks$sums)
  if (m < FEWEST_PATIENTS_LARGE_SAMPLE) return(figures)
  if (length(unique(ranks$sizes)) == 1) {
    parts <- ranks$sums
  } else {
    rho <- signed_rank_correlation(ranks)
    parts <- ranks$sums / (var(ranks$signed) * (1 + (ranks$sizes - 1) * rho))
  }
  normal_test("rgl", sum(parts) / sqrt(sum(parts^2)))
}

# One-way analysis of variance with unequal sizes; ρ(1 + (1 − ρ²)/(m − 5/2)) for the number of patients m.
signed_rank_correlation <- function(ranks) {
  n <- length(ranks$signed)
  m <- length(ranks$sums)
  if (n == m) return(0)
  means <- ave(ranks$signed, ranks$patient)
  between_patients <- sum((means - mean(means))^2) / (m - 1)
  within <- sum((ranks$signed - means)^2) / (n - m)
  size <- (n - sum(ranks$sizes^2) / n) / (m - 1)
  between <- max(0, (between_patients - within) / size)
  rho <- between / (between + within)
  rho * (1 + (1 - rho^2) / (m - 5 / 2))
}

# Datta & Satten 2008 (Biometrics 64:501): one difference of each patient, averaged over all draws. F̂ₖ is the
# mid-distribution of patient k's |d|: below, and half of the equal ones.
datta_satten_figures <- function(d, patients) {
  figures <- list(datta_satten_z = NA, datta_satten_p = NA, datta_satten_log10_p = NA)
  size <- abs(d)
  groups <- split(size, factor(patients, unique(patients)))
  m <- length(groups)
  if (m < FEWEST_PATIENTS_LARGE_SAMPLE || all(d == 0)) return(figures)
  middle <- function(values, at) (mean(values < at) + mean(values <= at)) / 2
  own <- match(as.character(patients), names(groups))
  drawn <- numeric(m)
  spread <- numeric(m)
  for (row in seq_along(d)) {
    others <- sum(vapply(groups[-own[row]], middle, 0, at = size[row]))
    n <- length(groups[[own[row]]])
    drawn[own[row]] <- drawn[own[row]] + sign(d[row]) * (1 + others) / n
    spread[own[row]] <- spread[own[row]] + sign(d[row]) * (1 + (m - 1) * middle(size, size[row])) / n
  }
  normal_test("datta_satten", sum(drawn) / sqrt(sum(spread^2)))
}

# z with its two-sided p by the normal law, as columns of one name.
normal_test <- function(name, z) {
  figures <- if (is.finite(z)) {
    list(z, 2 * pnorm(-abs(z)), log10_two_sided(pnorm(-abs(z), log.p = TRUE)))
  } else {
    list(NA, NA, NA)
  }
  setNames(figures, paste0(name, c("_z", "_p", "_log10_p")))
}
