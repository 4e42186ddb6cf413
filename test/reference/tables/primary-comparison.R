# The question of the study: all that MRI shows against all that CT shows, on each region; one family of three.
primary_comparison_table <- function(study) {
  rows <- lapply(REGIONS, function(region) {
    present <- patient_totals(counts_column(study, ALL_LESIONS, region), patient_of_pair(study))
    count_test(list(first = "mri_total", second = "ct_total"), study, region, present)
  })
  list(key = c("side", "first", "second"), rows = adjust_family(bind_rows(rows)))
}
