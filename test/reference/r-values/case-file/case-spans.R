# Where each case's values stand in the text of a file, so that an answer is put in and the question stays as written.

# One data frame a case: the key, and the first and last character of its value.
case_spans <- function(text) {
  found <- gregexpr('"(?:\\\\.|[^"\\\\])*"', text, perl = TRUE)[[1]]
  strings <- data.frame(start = as.integer(found), end = as.integer(found) + attr(found, "match.length") - 1L)
  characters <- strsplit(text, "")[[1]]
  characters[unlist(Map(seq, strings$start, strings$end))] <- "s"
  opens <- characters %in% c("{", "[")
  closes <- characters %in% c("}", "]")
  depth <- cumsum(opens) - cumsum(closes)
  # The file's object, its list of cases, the case: only cases are objects at the third level.
  first <- which(characters == "{" & depth == 3)
  last <- which(characters == "}" & depth == 2 & c(0, depth[-length(depth)]) == 3)
  # The last character up to each place that is not white space.
  text_until <- cummax(ifelse(characters %in% c(" ", "\t", "\n", "\r"), 0L, seq_along(characters)))
  commas <- which(characters == "," & depth == 3)
  colons <- which(characters == ":" & depth == 3)
  Map(function(from, to) {
    starts <- colons[colons > from & colons < to] + 1L
    ends <- text_until[c(commas[commas > from & commas < to], to) - 1L]
    keys <- vapply(starts, function(start) {
      name <- max(which(strings$end < start))
      substr(text, strings$start[name] + 1L, strings$end[name] - 1L)
    }, "")
    data.frame(key = keys, start = starts, end = ends)
  }, first, last)
}

# Puts `values` (text by key) into one case; a key that the case lacks comes after the one before it in `values`, the
# first after the question.
spliced_case <- function(spans, values, space) {
  at <- max(match(c("input", "args"), spans$key), na.rm = TRUE)
  pieces <- data.frame(start = integer(), end = integer(), text = character())
  for (key in names(values)) {
    found <- match(key, spans$key)
    if (!is.na(found)) {
      at <- found
      pieces[nrow(pieces) + 1, ] <- list(spans$start[at], spans$end[at], paste0(space, values[[key]]))
    } else {
      addition <- paste0(",", space, '"', key, '":', space, values[[key]])
      pieces[nrow(pieces) + 1, ] <- list(spans$end[at] + 1L, spans$end[at], addition)
    }
  }
  pieces
}
