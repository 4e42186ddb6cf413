# One file of cases: each is put to `answer`, and the text of its answer replaced where it differs from what is written.

answer_file <- function(path, answer, write, anew) {
  text <- paste(readLines(path, encoding = "UTF-8", warn = FALSE), collapse = "\n")
  file <- jsonlite::fromJSON(text, simplifyVector = FALSE)
  cases <- file$cases
  warn_of_another_r(path, file$generator$R)
  spans <- case_spans(text)
  space <- if (grepl('"id": ', text, fixed = TRUE)) " " else ""
  pieces <- list()
  differences <- list()
  for (number in seq_along(cases)) {
    case <- cases[[number]]
    given <- settled_answer(case, ask(answer, case), anew)
    if (length(given$differences) > 0) differences[[case$id]] <- given$differences
    values <- lapply(given$kept, json_text, space = space)
    same <- vapply(names(values), function(key) key %in% names(case) && values[[key]] == json_text(case[[key]], space), NA)
    pieces[[number]] <- spliced_case(spans[[number]], values[!same], space)
  }
  if (write) replace_text(path, text, do.call(rbind, pieces))
  list(cases = length(cases), differences = differences)
}

# Later versions of R answer wilcox.test with ties otherwise.
warn_of_another_r <- function(path, version) {
  running <- as.character(getRversion())
  if (identical(version, running)) return(invisible())
  message(basename(path), " was made with R ", version, ", this is R ", running,
          ": see for each difference whether R has changed before it is kept.")
}

# What R answers: the value, the words of its warnings in their order, and of its error.
ask <- function(answer, case) {
  warnings <- character()
  error <- NULL
  value <- tryCatch(
    withCallingHandlers(answer(case), warning = function(condition) {
      warnings <<- c(warnings, conditionMessage(condition))
      invokeRestart("muffleWarning")
    }),
    wrong_question = function(condition) {
      message(case$id, ": ", conditionMessage(condition))
      quit(status = 2)
    },
    error = function(condition) {
      error <<- conditionMessage(condition)
      NULL
    })
  list(expect = value, warnings = as.list(warnings), error = error)
}

settled_answer <- function(case, fresh, anew) {
  parts <- lapply(c(expect = "expect", warnings = "warnings", error = "error"), function(key) {
    if (!key %in% names(case)) {
      said <- key == "expect" || length(fresh[[key]]) > 0
      return(list(kept = fresh[[key]],
                  differences = if (said) paste0("had no ", key, ", is ", shortened(json_text(fresh[[key]])))))
    }
    settled(case[[key]], fresh[[key]], case$tol, anew, if (key == "expect") character() else key)
  })
  nothing <- list(note = NULL, tol = NULL)
  list(kept = c(lapply(parts, `[[`, "kept"), nothing[setdiff(names(nothing), names(case))]),
       differences = unique(unlist(lapply(parts, `[[`, "differences"))))
}

replace_text <- function(path, text, pieces) {
  if (is.null(pieces) || nrow(pieces) == 0) return(invisible())
  before <- c(1L, pieces$end + 1L)
  kept <- substring(text, before, c(pieces$start - 1L, nchar(text)))
  connection <- file(path, "wb")
  on.exit(close(connection))
  writeLines(enc2utf8(paste0(kept, c(pieces$text, ""), collapse = "")), connection, useBytes = TRUE)
}
