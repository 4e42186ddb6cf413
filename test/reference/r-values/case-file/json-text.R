# R's values as the files write them: NA is null, NaN and the infinities are strings, a vector of one is a number unless
# it is marked with I(). jsonlite rounds doubles to a fixed number of digits, which loses their last bits.

# The fewest digits that give the same double back.
number_text <- function(value) {
  if (is.nan(value)) return('"NaN"')
  if (is.na(value)) return("null")
  if (is.infinite(value)) return(if (value > 0) '"Inf"' else '"-Inf"')
  for (digits in 15:17) {
    text <- sprintf("%.*g", digits, value)
    if (as.numeric(text) == value) break
  }
  text
}

string_text <- function(value) {
  if (is.na(value)) return("null")
  paste0('"', gsub("\n", "\\n", gsub('(["\\\\])', "\\\\\\1", value), fixed = TRUE), '"')
}

# `space` stands after each comma and colon: some files have one, some have none.
json_text <- function(value, space = "") {
  if (is.null(value)) return("null")
  comma <- paste0(",", space)
  if (is.list(value) && !is.null(names(value))) {
    items <- vapply(value, json_text, "", space = space)
    return(paste0("{", paste0(vapply(names(value), string_text, ""), ":", space, items, collapse = comma), "}"))
  }
  if (is.list(value) || length(value) != 1 || inherits(value, "AsIs")) {
    items <- vapply(lapply(value, unclass), json_text, "", space = space)
    return(paste0("[", paste(items, collapse = comma), "]"))
  }
  if (is.character(value)) return(string_text(value))
  if (is.logical(value) && !is.na(value)) return(if (value) "true" else "false")
  number_text(as.numeric(value))
}
