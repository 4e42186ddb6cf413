# Who the readers are who read a pair that the study uses, of all centres together, as their centres describe them. Of
# fewer than three readers nothing is said, nor are years of fewer than three.

FEWEST_READERS <- 3

reader_characteristics_table <- function(study) {
  used <- paste(study$all_readings$patient, study$all_readings$pair) %in%
    paste(study$readings$patient, study$readings$pair)
  readers <- unique(study$all_readings[used, c("centre", "reader")])
  position <- match(paste(readers$centre, readers$reader), paste(study$readers$centre, study$readers$reader))
  described <- study$readers[position, ]
  total <- nrow(readers)
  row <- function(characteristic, level, is_of_level, years = NULL) {
    known <- years[!is.na(years)]
    given <- function(figure) if (length(known) >= FEWEST_READERS) figure(known) else NA
    row <- list(
      characteristic = characteristic, level = level, n_centres = length(unique(readers$centre)), n_readers = total,
      n = sum(is_of_level, na.rm = TRUE), percent = percent_of(sum(is_of_level, na.rm = TRUE), total),
      median = given(median), minimum = given(min), maximum = given(max)
    )
    if (total < FEWEST_READERS) row[c("n", "percent", "median", "minimum", "maximum")] <- NA
    row
  }
  years <- described$years_of_experience
  rows <- c(
    lapply(c("radiologist", "fellow", "resident", "other"), function(role) row("role", role, described$role == role)),
    list(
      row("role", "not_known", is.na(described$role)),
      row("years_of_experience", "known", !is.na(years), years),
      row("years_of_experience", "not_known", is.na(years)),
      row("blinded", "yes", described$blinded == "yes"),
      row("blinded", "no", described$blinded == "no"),
      row("blinded", "not_known", is.na(described$blinded))
    )
  )
  list(key = c("characteristic", "level"), rows = bind_rows(rows))
}
