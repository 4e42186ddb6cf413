# Agreement of diameters, by what the question gives: two columns, a matrix of readings, or differences by patient.
kinds$agreement <- list(packages = c("psych", "epiR"), answer = function(case) {
  level <- if (is.null(case$args$conf.level)) 0.95 else case$args$conf.level
  if (!is.null(case$input$matrix)) return(intraclass_correlations(number_rows(case$input$matrix), level))
  if (!is.null(case$input$d)) return(repeated_bland_altman(numbers(case$input$d), unlist(case$input$id)))
  x <- numbers(case$input$x)
  y <- numbers(case$input$y)
  complete <- !is.na(x) & !is.na(y)
  if (grepl("/ccc", case$id, fixed = TRUE)) concordance_correlation(x[complete], y[complete], level)
  else bland_altman(x[complete], y[complete], level)
})
