# What CT costs in radiation, and what the portal phase is worth.
dose_quantity <- function(measure, of, unit, values) {
  known <- values[!is.na(values)]
  quartile <- function(p) if (length(known) > 0) quantile(known, p, type = 7, names = FALSE) else NA
  list(
    measure = measure, level = "known", of = of, n = length(known), denominator = length(values),
    percent = percent_of(length(known), length(values)), unit = unit, mean = mean_of(known),
    standard_deviation = sd_of(known), median = median_of(known), minimum = least(known),
    first_quartile = quartile(0.25), third_quartile = quartile(0.75), maximum = greatest(known)
  )
}

dose_share <- function(measure, level, of, n, denominator) {
  list(measure = measure, level = level, of = of, n = n, denominator = denominator, percent = percent_of(n, denominator))
}

dose_table <- function(study) {
  exams <- study$included$ct_exams
  pairs <- study$counted
  both <- pairs$ct_dlp_arterial + pairs$ct_dlp_portal
  share <- ifelse(both > 0, 100 * pairs$ct_dlp_portal / both, NA)
  groups <- list(
    under_10 = exams < 10, `10_to_20` = exams >= 10 & exams <= 20, over_20 = exams > 20, not_known = is.na(exams)
  )
  all <- sum(counts_column(study, "ct_total"))
  rows <- c(
    list(dose_quantity("ct_exams", "patients", NA, exams)),
    lapply(names(groups), function(level) {
      dose_share("ct_exams", level, "patients", sum(groups[[level]], na.rm = TRUE), length(exams))
    }),
    list(
      dose_quantity("ct_dlp_arterial", "pairs", "mgy_cm", pairs$ct_dlp_arterial),
      dose_quantity("ct_dlp_portal", "pairs", "mgy_cm", pairs$ct_dlp_portal),
      dose_quantity("ct_dlp_both", "pairs", "mgy_cm", both),
      dose_quantity("saved_without_portal", "pairs", "percent", share),
      dose_share("lost_without_portal", "lost", "metastases", all - sum(counts_column(study, "ct_arterial")), all)
    )
  )
  list(key = c("measure", "level"), rows = bind_rows(rows))
}
