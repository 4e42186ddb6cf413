# The written answer beside the fresh one, by the tolerances that the project's own answers are held to.

tolerances <- jsonlite::fromJSON(file.path(here, "tolerances.json"))

# The answer to keep, and where the two differ. Only the fields that the written answer names are asked for; without a
# written answer all are.
settled <- function(written, fresh, case_tolerances, anew, path = character()) {
  if (is.list(fresh) && !is.null(names(fresh)) && is.list(written) && !is.null(names(written))) {
    kept <- list()
    differences <- character()
    for (key in names(written)) {
      inner <- settled(written[[key]], fresh[[key]], case_tolerances, anew, c(path, key))
      kept[key] <- list(inner$kept)
      differences <- c(differences, inner$differences)
    }
    return(list(kept = kept, differences = differences))
  }
  where <- if (length(path) == 0) "the answer" else paste(path, collapse = ".")
  was <- json_text(written)
  # By way of the text, so that both have the shape in which they are written.
  now <- jsonlite::fromJSON(json_text(fresh), simplifyVector = FALSE)
  agree <- identical(was, json_text(now)) || close_enough(written, now, path, case_tolerances)
  list(kept = if (agree && !anew) written else now,
       differences = if (agree) character() else paste0(where, " was ", shortened(was), ", is ", shortened(json_text(now))))
}

close_enough <- function(written, fresh, path, case_tolerances) {
  if (is.list(written) && is.list(fresh)) {
    return(is.null(names(written)) && is.null(names(fresh)) && length(written) == length(fresh) &&
             all(mapply(close_enough, written, fresh, MoreArgs = list(path, case_tolerances))))
  }
  # NA and NaN both say that there is no figure.
  if (no_figure(written) && no_figure(fresh)) return(TRUE)
  if (!is.numeric(written) || !is.numeric(fresh)) return(identical(written, fresh))
  is_probability <- grepl(tolerances$probability, c(path, "")[max(length(path), 1)], perl = TRUE)
  # Below the normal doubles a p-value has lost its digits; the logarithm beside it is what counts there.
  if (is_probability && max(abs(written), abs(fresh)) < tolerances$smallestNormal) return(TRUE)
  own <- unlist(case_tolerances[path])
  margin <- if (length(own) > 0) own[[1]] * max(1, abs(written))
            else tolerances$relative * abs(written) + if (is_probability) 0 else tolerances$absolute
  abs(written - fresh) <= margin
}

no_figure <- function(value) is.null(value) || identical(value, "NaN")

shortened <- function(text) if (nchar(text) > 60) paste0(substr(text, 1, 60), "…") else text
