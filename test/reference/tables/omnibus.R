# Friedman's test that the six sequences do not differ, and Kendall's W = χ²/(n(k − 1)), over complete rows.
omnibus_table <- function(study) {
  rows <- lapply(REGIONS, function(region) {
    c(list(analysis = "counts", side = region),
      friedman_figures(
        sapply(SEQUENCES, function(sequence) counts_column(study, sequence, region)), patient_of_pair(study)
      ))
  })
  measures <- c(list(analysis = "measures", side = NA),
    friedman_figures(sapply(SEQUENCES, function(sequence) diameters(study, sequence)), patient_of_lesion(study)))
  list(key = c("analysis", "side"), rows = bind_rows(c(rows, list(measures))))
}

friedman_figures <- function(columns, patients) {
  columns <- matrix(unlist(columns), ncol = 6)
  whole <- stats::complete.cases(columns)
  complete <- columns[whole, , drop = FALSE]
  n <- nrow(complete)
  figures <- list(
    n = n, n_incomplete = nrow(columns) - n, n_patients = length(unique(patients[whole])),
    friedman_chi2 = NA, friedman_df = NA, friedman_p = NA, friedman_log10_p = NA, kendall_w = NA
  )
  if (n == 0) {
    # Of as many columns as the rows have: none without a row.
    figures$friedman_df <- if (nrow(columns) == 0) 0 else ncol(columns) - 1
    return(figures)
  }
  # One row, or one patient's rows, say nothing of others.
  if (figures$n_patients == 1) {
    figures$friedman_df <- ncol(columns) - 1
    return(figures)
  }
  test <- friedman.test(complete)
  df <- unname(test$parameter)
  figures$friedman_chi2 <- unname(test$statistic)
  figures$friedman_df <- df
  figures$friedman_p <- pchisq(unname(test$statistic), df, lower.tail = FALSE)
  figures$friedman_log10_p <- pchisq(unname(test$statistic), df, lower.tail = FALSE, log.p = TRUE) / log(10)
  figures$kendall_w <- unname(test$statistic) / (n * df)
  figures
}
