/** The tests that are done on counts and diameters, each a function in base R: part of `reproduce.R`. */
export const TESTS_IN_R = `# --- The tests, of differences d and the patient of each -------------------------------------------------------------

# Wilcoxon's test as R up to 4.5 chooses its law: exact below 50 differences without ties and zeros.
wilcoxon_p <- function(d) {
  used <- d[d != 0]
  if (length(used) == 0) return(NA)
  exact <- length(used) < 50 && length(used) == length(d) && anyDuplicated(abs(used)) == 0
  suppressWarnings(wilcox.test(used, exact = exact, correct = TRUE)$p.value)
}

t_p <- function(d) tryCatch(t.test(d)$p.value, error = function(condition) NA)

# Signed midranks of the differences other than 0, with each patient's sum and number of them.
signed_ranks <- function(d, patient) {
  used <- d != 0
  signed <- sign(d[used]) * rank(abs(d[used]))
  own <- factor(patient[used])
  list(signed = signed, own = own, sums = as.numeric(tapply(signed, own, sum)), sizes = as.numeric(table(own)))
}

# Rosner, Glynn & Lee 2006 (Biometrics 62:185), exact: a fair coin for the sign of each patient's sum.
rgl_exact_p <- function(d, patient) {
  if (all(d == 0)) return(NA)
  sums <- signed_ranks(d, patient)$sums
  weights <- round(2 * abs(sums))
  law <- 1
  for (weight in weights) {
    pad <- numeric(2 * weight)
    law <- (c(law, pad) + c(pad, law)) / 2
  }
  value <- seq(-sum(weights), sum(weights), length.out = length(law))
  observed <- 2 * sum(sums)
  min(1, 2 * min(sum(law[value <= observed + 0.5]), sum(law[value >= observed - 0.5])))
}

# The same for large samples: patients weighted by the inverse variance of their mean signed rank.
rgl_p <- function(d, patient) {
  if (all(d == 0)) return(NA)
  ranks <- signed_ranks(d, patient)
  m <- length(ranks$sums)
  n <- length(ranks$signed)
  if (m < FEWEST_PATIENTS) return(NA)
  parts <- ranks$sums
  if (length(unique(ranks$sizes)) > 1) {
    means <- ave(ranks$signed, ranks$own)
    between <- sum((means - mean(means))^2) / (m - 1)
    within <- sum((ranks$signed - means)^2) / (n - m)
    among <- max(0, (between - within) / ((n - sum(ranks$sizes^2) / n) / (m - 1)))
    rho <- among / (among + within)
    rho <- rho * (1 + (1 - rho^2) / (m - 5 / 2))
    parts <- ranks$sums / (var(ranks$signed) * (1 + (ranks$sizes - 1) * rho))
  }
  2 * pnorm(-abs(sum(parts) / sqrt(sum(parts^2))))
}

# Datta & Satten 2008 (Biometrics 64:501): one difference of each patient, averaged over all draws.
datta_satten_p <- function(d, patient) {
  groups <- split(abs(d), patient)
  m <- length(groups)
  if (m < FEWEST_PATIENTS || all(d == 0)) return(NA)
  middle <- function(values, at) (mean(values < at) + mean(values <= at)) / 2
  own <- match(as.character(patient), names(groups))
  drawn <- spread <- numeric(m)
  for (row in seq_along(d)) {
    others <- sum(vapply(groups[-own[row]], middle, 0, at = abs(d[row])))
    size <- length(groups[[own[row]]])
    drawn[own[row]] <- drawn[own[row]] + sign(d[row]) * (1 + others) / size
    spread[own[row]] <- spread[own[row]] + sign(d[row]) * (1 + (m - 1) * middle(abs(d), abs(d[row]))) / size
  }
  z <- sum(drawn) / sqrt(sum(spread^2))
  if (is.finite(z)) 2 * pnorm(-abs(z)) else NA
}

# The mean with the CR2 variance by patient (Bell & McCaffrey 2002) and Satterthwaite's degrees of freedom.
cr2_p <- function(d, patient) {
  n <- length(d)
  member <- outer(patient, unique(patient), "==") + 0
  sizes <- colSums(member)
  totals <- colSums(member * d)
  # Where every patient has the same mean there is no error, and no test. Counts and tenths are whole.
  if (ncol(member) < 2 || all(totals * n == sizes * sum(d))) return(NA)
  weight <- 1 / (n * sqrt(1 - sizes / n))
  form <- outer(weight, weight) * (diag(sizes, length(sizes)) - outer(sizes, sizes) / n)
  se <- sqrt(sum((weight * (totals - sizes * mean(d)))^2))
  2 * pt(-abs(mean(d) / se), sum(diag(form))^2 / sum(form^2))
}

totals_by <- function(values, patient) as.numeric(tapply(values, factor(patient, unique(patient)), sum))

# Ratio of the totals: variance of its logarithm between patients, with m/(m - 1); t on m - 1.
rate_ratio_p <- function(first, second) {
  m <- length(first)
  if (m < 2 || sum(first) == 0 || sum(second) == 0 || all(first * sum(second) == second * sum(first))) return(NA)
  se <- sqrt(m / (m - 1) * sum((first / sum(first) - second / sum(second))^2))
  2 * pt(-abs(log(sum(first) / sum(second)) / se), m - 1)
}

# McNemar's test clustered by patient (Obuchowski 1998), of patients with a metastasis.
mcnemar_p <- function(first, second, present) {
  more <- (first - second)[present > 0 | first > 0 | second > 0]
  m <- length(more)
  if (m < FEWEST_PATIENTS || all(more == 0)) return(NA)
  pchisq((m - 1) / m * sum(more)^2 / sum(more^2), 1, lower.tail = FALSE)
}

paired_p <- function(first, second, patient, law) {
  there <- !is.na(first) & !is.na(second)
  d <- (first - second)[there]
  patient <- patient[there]
  # The exact law of a very large study was not computed; the large-sample one stands for it.
  exact <- if (law %in% "large_sample") NA else rgl_exact_p(d, patient)
  large <- rgl_p(d, patient)
  c(
    wilcoxon_p = wilcoxon_p(d), t_p = t_p(d), cluster_p = if (law %in% "large_sample") large else exact,
    rgl_exact_p = exact, rgl_p = large, datta_satten_p = datta_satten_p(d, patient), cr2_p = cr2_p(d, patient)
  )
}`;
