# The mean of differences that come several to a patient.

# CR2 (Bell & McCaffrey 2002 Surv Methodol 28:169) with Satterthwaite's degrees of freedom (Pustejovsky & Tipton 2018
# J Bus Econ Stat 36:672), as `clubSandwich::coef_test(lm(d ~ 1), vcov = "CR2")`. With patient i's indicator 1ᵢ and the
# residuals e = (I − H)d of the mean, V = Σᵢ (cᵢ 1ᵢ'e)², cᵢ = 1/(N √(1 − nᵢ/N)). Under independent errors that is a
# quadratic form, whose degrees of freedom are (tr G)²/tr G² with Gᵢⱼ = cᵢ cⱼ 1ᵢ'(I − H)1ⱼ.
cr2_mean <- function(d, patients) {
  n <- length(d)
  member <- outer(patients, unique(patients), "==") + 0
  average <- if (n > 0) mean(d) else NA
  if (ncol(member) < FEWEST_PATIENTS) return(list(mean = average, se = NA, df = NA, low = NA, high = NA))
  weight <- 1 / (n * sqrt(1 - colSums(member) / n))
  sums <- colSums(member * (d - average))
  residual_maker <- diag(n) - 1 / n
  form <- outer(weight, weight) * (t(member) %*% residual_maker %*% member)
  df <- sum(diag(form))^2 / sum(form^2)
  if (same_mean(d, patients)) return(list(mean = average, se = 0, df = df, low = NA, high = NA))
  se <- sqrt(sum((weight * sums)^2))
  reach <- qt(0.975, df) * se
  list(mean = average, se = se, df = df, low = average - reach, high = average + reach)
}

cr2_figures <- function(d, patients, parts = 1) {
  figures <- list(
    cr2_standard_error = NA, cr2_t = NA, cr2_df = NA, cr2_p = NA, cr2_log10_p = NA, cr2_low = NA, cr2_high = NA
  )
  fit <- cr2_mean(d, patients)
  if (is.na(fit$se)) return(figures)
  figures$cr2_standard_error <- fit$se / parts
  figures$cr2_df <- fit$df
  # Without an error there is neither test nor interval.
  if (fit$se == 0) return(figures)
  t <- fit$mean / fit$se
  figures$cr2_t <- t
  figures$cr2_p <- 2 * pt(-abs(t), fit$df)
  figures$cr2_log10_p <- log10_two_sided(pt(-abs(t), fit$df, log.p = TRUE))
  figures$cr2_low <- fit$low / parts
  figures$cr2_high <- fit$high / parts
  figures
}

constant <- function(values) length(unique(values)) < 2

# Whether every patient has the same mean, and so any mean of patients no error. Exact: counts and tenths are whole.
same_mean <- function(d, patients) {
  groups <- factor(patients, unique(patients))
  in_proportion(as.numeric(tapply(d, groups, sum)), as.numeric(table(groups)))
}

# Whether two whole numbers of every patient are in one proportion.
in_proportion <- function(first, second) all(first * sum(second) == second * sum(first))

# Park and Miller's numbers, s ← 48271 s mod (2³¹ − 1), the first after one step.
lehmer_numbers <- function(seed, count) {
  modulus <- 2147483647
  numbers <- numeric(count)
  state <- seed
  for (step in seq_len(count)) {
    state <- (48271 * state) %% modulus
    numbers[step] <- state
  }
  numbers / modulus
}

bootstrap_terms <- list(seed = 2022, replicates = 2000, most_patients = 2000)

# Which patients each replicate draws, one column a replicate; the patients in order of first appearance.
patient_draws <- local({
  known <- new.env()
  function(m) {
    key <- as.character(m)
    if (is.null(known[[key]])) {
      numbers <- lehmer_numbers(bootstrap_terms$seed, m * bootstrap_terms$replicates)
      known[[key]] <- matrix(floor(numbers * m) + 1, nrow = m)
    }
    known[[key]]
  }
})

# The statistic of each replicate: of the differences of the patients drawn, each as often as it is drawn.
by_redrawn_patients <- function(d, patients, statistic) {
  own <- unname(split(d, factor(patients, unique(patients))))
  apply(patient_draws(length(own)), 2, function(drawn) statistic(unlist(own[drawn])))
}

# Whether the study has patients enough, and not too many, to be redrawn.
can_be_redrawn <- function(patients) {
  m <- length(unique(patients))
  m >= FEWEST_PATIENTS_LARGE_SAMPLE && m <= bootstrap_terms$most_patients
}

# Percentiles of the replicates' means, type 7; none where all replicates are the same.
bootstrap_figures <- function(d, patients, parts = 1) {
  figures <- list(bootstrap_standard_error = NA, bootstrap_low = NA, bootstrap_high = NA)
  if (!can_be_redrawn(patients)) return(figures)
  if (same_mean(d, patients)) {
    figures$bootstrap_standard_error <- 0
    return(figures)
  }
  means <- by_redrawn_patients(d, patients, mean)
  limits <- quantile(means, c(0.025, 0.975), names = FALSE)
  list(
    bootstrap_standard_error = sd(means) / parts, bootstrap_low = limits[1] / parts, bootstrap_high = limits[2] / parts
  )
}
