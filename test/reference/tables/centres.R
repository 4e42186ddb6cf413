# The main effects by centre, whole liver, and pooled from three groups on.
centres_table <- function(study) {
  counts <- list(
    column = function(sequence) counts_column(study, sequence, "whole"),
    patients = patient_of_pair(study), centres = centre_of_pair(study)
  )
  measures <- list(
    column = function(sequence) diameters(study, sequence),
    patients = patient_of_lesion(study), centres = centre_of_lesion(study)
  )
  # The primary comparison is of counts, and stands before the others.
  of_counts <- c(list(list(first = "mri_total", second = "ct_total")), comparisons())
  effects <- list(
    list(effect = "count_difference", unit = "metastases", source = counts, comparisons = of_counts, of = mean_effect(1)),
    list(effect = "log_rate_ratio", unit = NA, source = counts, comparisons = of_counts, of = log_ratio_effect),
    list(
      effect = "diameter_difference", unit = "mm", source = measures, comparisons = comparisons(),
      of = mean_effect(10)
    )
  )
  rows <- lapply(effects, function(effect) {
    do.call(rbind, lapply(effect$comparisons, function(comparison) {
      named <- c(list(effect = effect$effect, unit = effect$unit), comparison)
      rows <- comparison_rows(effect, comparison, study$settings$fewest_patients_shown)
      bind_rows(lapply(rows, function(row) c(named, row)))
    }))
  })
  list(key = c("effect", "first", "second", "group", "centre"), rows = do.call(rbind, rows))
}

# Who is shown is decided by the patients who have rows with both values, of every centre that has a row at all.
comparison_rows <- function(effect, comparison, fewest_shown) {
  first <- effect$source$column(comparison$first)
  second <- effect$source$column(comparison$second)
  patients <- effect$source$patients
  centres <- effect$source$centres
  both <- !is.na(first) & !is.na(second)
  names <- unique(centres)
  sizes <- vapply(names, function(centre) length(unique(patients[both & centres == centre])), 0L)
  divided <- centre_groups(sizes, fewest_shown)
  groups <- lapply(divided$shown, function(centre) list(group = "centre", centre = centre, centres = centre))
  if (length(divided$others) > 0) {
    groups <- c(groups, list(list(group = "others", centre = NA_character_, centres = divided$others)))
  }
  rows <- lapply(groups, function(group) {
    own <- both & centres %in% group$centres
    found <- effect$of(first[own], second[own], patients[own])
    c(
      list(
        group = group$group, centre = group$centre, n_studies = 1, n_studies_left_out = as.numeric(is.na(found$low)),
        n_centres = length(group$centres),
        n_patients = length(unique(patients[own])), n = sum(own),
        estimate = found$estimate, standard_error = found$se, estimate_low = found$low, estimate_high = found$high
      ),
      no_heterogeneity()
    )
  })
  c(rows, list(pooled_row(rows)))
}

no_heterogeneity <- function() {
  list(
    q = NA, q_df = NA, q_p = NA, i_squared = NA, tau_squared = NA,
    normal_low = NA, normal_high = NA, prediction_low = NA, prediction_high = NA
  )
}

# Of the groups whose effect has an interval; one that has none is left out, and counted apart.
pooled_row <- function(rows) {
  usable <- Filter(function(row) !is.na(row$estimate_low), rows)
  total <- function(name) sum(vapply(usable, function(row) as.numeric(row[[name]]), 0))
  row <- list(
    group = "pooled", centre = NA, n_studies = length(usable), n_studies_left_out = length(rows) - length(usable),
    n_centres = total("n_centres"), n_patients = total("n_patients"), n = total("n"),
    estimate = NA, standard_error = NA, estimate_low = NA, estimate_high = NA
  )
  if (length(usable) < 3) return(c(row, no_heterogeneity()))
  column <- function(name) vapply(usable, function(row) row[[name]], 0)
  pooled <- meta_analysis(column("estimate"), column("standard_error")^2)
  row$estimate <- pooled$estimate
  row$standard_error <- pooled$standard_error
  row$estimate_low <- pooled$interval[1]
  row$estimate_high <- pooled$interval[2]
  c(row, list(
    q = pooled$q, q_df = pooled$q_df, q_p = pooled$q_p, i_squared = 100 * pooled$i_squared,
    tau_squared = pooled$tau_squared, normal_low = pooled$normal[1], normal_high = pooled$normal[2],
    prediction_low = pooled$prediction[1], prediction_high = pooled$prediction[2]
  ))
}

mean_effect <- function(parts) function(first, second, patients) {
  d <- first - second
  fit <- cr2_mean(d, patients)
  list(estimate = fit$mean / parts, se = fit$se / parts, low = fit$low / parts, high = fit$high / parts)
}

log_ratio_effect <- function(first, second, patients) {
  log_rate_ratio(patient_totals(first, patients), patient_totals(second, patients))
}
