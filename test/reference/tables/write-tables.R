# The tables as JSON: {"<table>": {"key": [...], "rows": [{...}, ...]}}. Numbers have 17 digits, which name a double
# exactly; NA and NaN are null. A table is list(key = names of the columns that name a row, rows = a data frame).

json_text <- function(text) paste0('"', gsub('(["\\\\])', "\\\\\\1", text), '"')

json_column <- function(column) {
  text <- if (is.logical(column)) {
    ifelse(column, "true", "false")
  } else if (is.numeric(column)) {
    ifelse(is.finite(column), sprintf("%.17g", column), "null")
  } else {
    json_text(column)
  }
  ifelse(is.na(column), "null", text)
}

json_table <- function(table) {
  rows <- table$rows
  cells <- lapply(names(rows), function(name) paste0(json_text(name), ": ", json_column(rows[[name]])))
  lines <- if (nrow(rows) == 0) character() else paste0("    {", do.call(paste, c(cells, sep = ", ")), "}")
  paste0(
    "{\n  \"key\": [", paste(json_text(table$key), collapse = ", "), "],\n  \"rows\": [\n",
    paste(lines, collapse = ",\n"), if (length(lines) > 0) "\n", "  ]\n}"
  )
}

write_tables <- function(tables, path) {
  texts <- paste0(json_text(names(tables)), ": ", vapply(tables, json_table, ""))
  writeLines(c("{", paste(texts, collapse = ",\n"), "}"), path)
}

# Rows of equal columns below each other; a column that one row lacks has no figure there.
bind_rows <- function(rows) {
  rows <- Filter(Negate(is.null), rows)
  if (length(rows) == 0) return(data.frame())
  columns <- unique(unlist(lapply(rows, names)))
  do.call(rbind, lapply(rows, function(row) {
    row <- as.data.frame(row, stringsAsFactors = FALSE, check.names = FALSE)
    row[setdiff(columns, names(row))] <- NA
    row[columns]
  }))
}
