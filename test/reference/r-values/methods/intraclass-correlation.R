# Intraclass correlations of Shrout & Fleiss 1979 Psychol Bull 86:420 with the intervals of McGraw & Wong 1996 Psychol
# Methods 1:30, by mean squares; psych::ICC(lmer = FALSE) gives the same estimates.
intraclass_correlations <- function(matrix, level) {
  n <- nrow(matrix)
  k <- ncol(matrix)
  ms <- mean_squares(matrix)
  upper <- 1 - (1 - level) / 2
  within <- with(ms, list(estimate = (rows - within) / (rows + (k - 1) * within), f = rows / within))
  consistency <- with(ms, list(estimate = (rows - error) / (rows + (k - 1) * error), f = rows / error))
  agreement <- with(ms, (rows - error) / (rows + (k - 1) * error + k * (columns - error) / n))
  v <- agreement_df(agreement, ms, n, k)
  list(MSR = ms$rows, MSC = ms$columns, MSE = ms$error, MSW = ms$within,
       icc11 = one_way_form(within, n - 1, n * (k - 1), k, upper),
       icc21 = list(estimate = agreement, F = consistency$f, v = v,
                    pValue = pf(consistency$f, n - 1, (n - 1) * (k - 1), lower.tail = FALSE),
                    confInt = agreement_interval(ms, n, k, v, upper)),
       icc31 = one_way_form(consistency, n - 1, (n - 1) * (k - 1), k, upper),
       icc2k = with(ms, (rows - error) / (rows + (columns - error) / n)),
       icc3k = with(ms, (rows - error) / rows), icc1k = with(ms, (rows - within) / rows),
       crosscheckAbs = icc_distance(matrix, c(within$estimate, agreement, consistency$estimate)))
}

mean_squares <- function(matrix) {
  n <- nrow(matrix)
  k <- ncol(matrix)
  rows <- k * sum((rowMeans(matrix) - mean(matrix))^2) / (n - 1)
  columns <- n * sum((colMeans(matrix) - mean(matrix))^2) / (k - 1)
  residuals <- matrix - outer(rowMeans(matrix), colMeans(matrix), "+") + mean(matrix)
  list(rows = rows, columns = columns, error = sum(residuals^2) / ((n - 1) * (k - 1)),
       within = sum((matrix - rowMeans(matrix))^2) / (n * (k - 1)))
}

one_way_form <- function(form, df1, df2, k, upper) {
  lower_f <- form$f / qf(upper, df1, df2)
  upper_f <- form$f * qf(upper, df2, df1)
  list(estimate = form$estimate, F = form$f, df1 = df1, df2 = df2, pValue = pf(form$f, df1, df2, lower.tail = FALSE),
       confInt = c((lower_f - 1) / (lower_f + k - 1), (upper_f - 1) / (upper_f + k - 1)))
}

# Satterthwaite's degrees of freedom of the denominator.
agreement_df <- function(icc, ms, n, k) {
  a <- k * icc / (n * (1 - icc))
  b <- 1 + k * icc * (n - 1) / (n * (1 - icc))
  with(ms, (a * columns + b * error)^2 / ((a * columns)^2 / (k - 1) + (b * error)^2 / ((n - 1) * (k - 1))))
}

agreement_interval <- function(ms, n, k, v, upper) {
  spread <- k * ms$columns + (k * n - k - n) * ms$error
  f_lower <- qf(upper, n - 1, v)
  f_upper <- qf(upper, v, n - 1)
  c(n * (ms$rows - f_lower * ms$error) / (f_lower * spread + n * ms$rows),
    n * (f_upper * ms$rows - ms$error) / (spread + n * f_upper * ms$rows))
}

icc_distance <- function(matrix, estimates) {
  fit <- or_na(suppressWarnings(psych::ICC(matrix, lmer = FALSE))$results$ICC[1:3])
  max(abs(fit - estimates))
}
