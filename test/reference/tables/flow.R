# The flow chart (Figure 11). Screened = excluded + included, included = not counted + counted, and
# included = not measured + measured, in patients and in pairs.

flow_step <- function(step, of, reason, patients, pairs) {
  list(step = step, of = of, reason = reason, patients = patients, pairs = pairs)
}

left_out <- function(step, of, sifted, rules) {
  lapply(names(rules), function(reason) {
    flow_step(step, of, reason, sum(sifted$patients$reason %in% reason), sum(sifted$pairs$reason %in% reason))
  })
}

flow_table <- function(study) {
  screened <- list(patients = study$screened, pairs = study$screened_pairs)
  stay <- function(step, of, sifted) {
    list(flow_step(step, of, NA, sum(is.na(sifted$patients$reason)), sum(is.na(sifted$pairs$reason))))
  }
  list(key = c("step", "of", "reason"), rows = bind_rows(c(
    list(flow_step("screened", NA, NA, nrow(study$screened), nrow(study$screened_pairs))),
    left_out("excluded", "screened", screened, EXCLUSIONS),
    stay("included", "screened", screened),
    left_out("not_counted", "included", study$count_sift, NOT_COUNTED),
    stay("counted", "included", study$count_sift),
    left_out("not_measured", "included", study$measure_sift, NOT_MEASURED),
    stay("measured", "included", study$measure_sift)
  )))
}
