# How well two columns of measurements of the same things agree.

# Bland and Altman's limits with several differences a patient (2007 J Biopharm Stat 17:571): s² = σ² + MSW from a
# one-way analysis of variance, σ² = (MSB − MSW)/m₀ the variance between patients, kept where it is below 0. The error
# of a limit is √(var(bias) + z² var(s²)/(4s²)), with t on the 2s⁴/var(s²) degrees of freedom of s²; var(bias) is that
# of the mean under the same model, σ² Σnᵢ²/N² + MSW/N but not below 0, and var(MS) = 2MS²/df.
clustered_limits <- function(d, patients) {
  nothing <- list(sd = NA, lower = c(NA, NA, NA), upper = c(NA, NA, NA))
  n <- length(d)
  sizes <- as.numeric(table(patients))
  m <- length(sizes)
  if (m < FEWEST_PATIENTS) return(nothing)
  # Differences that do not vary lie on their mean, with no error to speak of.
  if (constant(d)) return(list(sd = 0, lower = c(mean(d), NA, NA), upper = c(mean(d), NA, NA)))
  if (n == m) {
    s2 <- var(d)
    variance_of_bias <- s2 / n
    variance_of_s2 <- 2 * s2^2 / (n - 1)
  } else {
    patient_means <- ave(d, patients)
    between <- sum((patient_means - mean(d))^2) / (m - 1)
    within <- sum((d - patient_means)^2) / (n - m)
    size <- (n^2 - sum(sizes^2)) / ((m - 1) * n)
    of_patients <- (between - within) / size
    s2 <- of_patients + within
    variance_of_bias <- max(0, of_patients * sum(sizes^2) / n^2 + within / n)
    variance_of_s2 <- 2 * (between / size)^2 / (m - 1) + 2 * (within * (1 - 1 / size))^2 / (n - m)
  }
  s <- sqrt(s2)
  reach <- qt(0.975, 2 * s2^2 / variance_of_s2) * sqrt(variance_of_bias + Z95^2 * variance_of_s2 / (4 * s2))
  around <- function(limit) c(limit, limit - reach, limit + reach)
  list(sd = s, lower = around(mean(d) - Z95 * s), upper = around(mean(d) + Z95 * s))
}

limits_figures <- function(d, patients, parts = 1) {
  fit <- cr2_mean(d, patients)
  limits <- clustered_limits(d, patients)
  list(
    bias = fit$mean / parts, bias_low = fit$low / parts, bias_high = fit$high / parts,
    limits_sd = limits$sd / parts,
    lower_limit = limits$lower[1] / parts,
    lower_limit_low = limits$lower[2] / parts, lower_limit_high = limits$lower[3] / parts,
    upper_limit = limits$upper[1] / parts,
    upper_limit_low = limits$upper[2] / parts, upper_limit_high = limits$upper[3] / parts
  )
}

# The mean difference in per cent of each row's own mean; a row whose mean is 0 has none.
relative_bias <- function(first, second) {
  middle <- (first + second) / 2
  share <- 100 * (first - second)[middle != 0] / middle[middle != 0]
  if (length(share) == 0) NA else mean(share)
}

# Whether the difference grows with the size: the slope of d on the mean, with the variance CR2 by patient and
# Satterthwaite's degrees of freedom, by the definition with whole matrices: V = M (sum_i X_i' A_i e_i e_i' A_i X_i) M,
# M = (X'X)^-1, A_i the inverse symmetric root of I - X_i M X_i', 0 along directions that patient i alone decides.
slope_figures <- function(first, second, patients) {
  figures <- list(slope = NA, slope_standard_error = NA, slope_df = NA, slope_p = NA, slope_log10_p = NA)
  d <- first - second
  middle <- (first + second) / 2
  if (length(d) < 3 || constant(middle)) return(figures)
  figures$slope <- cov(d, middle) / var(middle)
  if (length(unique(patients)) < FEWEST_PATIENTS) return(figures)
  # On a line, seen exactly on whole numbers, the slope has no error and no test.
  if (on_a_line(d, first + second)) {
    figures$slope_standard_error <- 0
    return(figures)
  }
  X <- cbind(1, middle)
  M <- solve(crossprod(X))
  residual_maker <- diag(length(d)) - X %*% M %*% t(X)
  e <- residual_maker %*% d
  # One column a patient: what the slope's error takes of each row's residual.
  taken <- sapply(unique(patients), function(patient) {
    own <- patients == patient
    roots <- eigen(residual_maker[own, own, drop = FALSE], symmetric = TRUE)
    scale <- ifelse(roots$values > 1e-10, 1 / sqrt(pmax(roots$values, 1e-10)), 0)
    A <- roots$vectors %*% (scale * t(roots$vectors))
    column <- numeric(length(d))
    column[own] <- A %*% X[own, , drop = FALSE] %*% M[, 2]
    column
  })
  variance <- sum((t(taken) %*% e)^2)
  # One patient alone decides the slope.
  if (variance <= 1e-24 * sum(e^2) * M[2, 2]) return(figures)
  P <- t(taken) %*% residual_maker %*% taken
  df <- sum(diag(P))^2 / sum(P^2)
  figures$slope_standard_error <- sqrt(variance)
  figures$slope_df <- df
  t <- figures$slope / sqrt(variance)
  figures$slope_p <- 2 * pt(-abs(t), df)
  figures$slope_log10_p <- log10_two_sided(pt(-abs(t), df, log.p = TRUE))
  figures
}

on_a_line <- function(d, sum) {
  far <- which.max(abs(sum - sum[1]))
  all((d - d[1]) * (sum[far] - sum[1]) == (d[far] - d[1]) * (sum - sum[1]))
}

# The law of nu is an approximation, which fails below 0: limits that do not contain the estimate are none.
limits_about <- function(estimate, limits) if (isTRUE(limits[1] <= estimate && estimate <= limits[2])) limits else c(NA, NA)

# ICC(2,1) and ICC(3,1) of n rows measured twice (Shrout & Fleiss 1979), intervals of McGraw & Wong 1996.
intraclass_figures <- function(first, second) {
  figures <- list(
    icc_2_1 = NA, icc_2_1_low = NA, icc_2_1_high = NA, icc_3_1 = NA, icc_3_1_low = NA, icc_3_1_high = NA
  )
  n <- length(first)
  k <- 2
  if (n < 2 || constant(c(first, second))) return(figures)
  value <- cbind(first, second)
  rows <- k * sum((rowMeans(value) - mean(value))^2) / (n - 1)
  columns <- n * sum((colMeans(value) - mean(value))^2) / (k - 1)
  rest <- value - outer(rowMeans(value), colMeans(value), "+") + mean(value)
  error <- sum(rest^2) / ((n - 1) * (k - 1))
  df <- (n - 1) * (k - 1)

  agreement <- (rows - error) / (rows + (k - 1) * error + k / n * (columns - error))
  figures$icc_2_1 <- agreement
  figures$icc_3_1 <- (rows - error) / (rows + (k - 1) * error)
  # Two columns that differ by the same amount throughout leave no residual, and are given no interval.
  if (constant(first - second)) return(figures)

  a <- k * agreement / (n * (1 - agreement))
  b <- 1 + k * agreement * (n - 1) / (n * (1 - agreement))
  nu <- (a * columns + b * error)^2 / ((a * columns)^2 / (k - 1) + (b * error)^2 / df)
  low <- qf(0.975, n - 1, nu)
  high <- qf(0.975, nu, n - 1)
  noise <- k * columns + (k * n - k - n) * error

  ratio <- rows / error
  ratio_low <- ratio / qf(0.975, n - 1, df)
  ratio_high <- ratio * qf(0.975, df, n - 1)
  # Divided by F, which is above every double where its degrees of freedom ν are next to none.
  limits <- limits_about(agreement, c(
    n * (rows / low - error) / (noise + n * rows / low), n * (high * rows - error) / (noise + n * high * rows)
  ))
  list(
    icc_2_1 = agreement, icc_2_1_low = limits[1], icc_2_1_high = limits[2],
    icc_3_1 = (rows - error) / (rows + (k - 1) * error),
    icc_3_1_low = (ratio_low - 1) / (ratio_low + k - 1),
    icc_3_1_high = (ratio_high - 1) / (ratio_high + k - 1)
  )
}

# Lin's concordance of three rows or more, with 1/n moments, its interval by Fisher's z (Lin 1989 Biometrics 45:255, and 2000 56:324).
concordance_figures <- function(first, second) {
  figures <- list(ccc = NA, ccc_low = NA, ccc_high = NA)
  n <- length(first)
  if (n < 3 || constant(first) || constant(second)) return(figures)
  moment <- function(x, y) mean((x - mean(x)) * (y - mean(y)))
  r <- cor(first, second)
  shift <- (mean(second) - mean(first)) / sqrt(sqrt(moment(first, first) * moment(second, second)))
  ccc <- 2 * moment(first, second) /
    (moment(first, first) + moment(second, second) + (mean(first) - mean(second))^2)
  figures$ccc <- ccc
  variance <- ((1 - r^2) * ccc^2 * (1 - ccc^2) / r^2 + 2 * ccc^3 * (1 - ccc) * shift^2 / r -
    0.5 * ccc^4 * shift^4 / r^2) / (n - 2)
  se <- sqrt(variance) / (1 - ccc^2)
  figures$ccc_low <- tanh(atanh(ccc) - Z95 * se)
  figures$ccc_high <- tanh(atanh(ccc) + Z95 * se)
  figures
}
