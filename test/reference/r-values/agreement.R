# Agreement of diameters, by what the question gives: two columns, a matrix of readings, or differences by patient.
kinds$agreement <- list(packages = c("psych", "epiR", "clubSandwich"), answer = function(case) {
  level <- if (is.null(case$args$conf.level)) 0.95 else case$args$conf.level
  if (!is.null(case$input$matrix)) return(intraclass_correlations(number_rows(case$input$matrix), level))
  if (!is.null(case$input$x) && !is.null(case$input$id)) {
    return(clustered_slope(numbers(case$input$x), numbers(case$input$d), unlist(case$input$id)))
  }
  if (!is.null(case$input$d)) return(repeated_bland_altman(numbers(case$input$d), unlist(case$input$id)))
  x <- numbers(case$input$x)
  y <- numbers(case$input$y)
  complete <- !is.na(x) & !is.na(y)
  if (grepl("/ccc", case$id, fixed = TRUE)) concordance_correlation(x[complete], y[complete], level)
  else bland_altman(x[complete], y[complete], level)
})

# The slope of d on x with the variance CR2 by patient and Satterthwaite's degrees of freedom.
clustered_slope <- function(x, d, id) {
  fit <- lm(d ~ x)
  test <- clubSandwich::coef_test(fit, vcov = "CR2", cluster = id, test = "Satterthwaite")["x", ]
  list(slope = test$beta, se = test$SE, t = test$tstat, df = test$df_Satt, pValue = test$p_Satt)
}
