# stats::t.test, paired and one-sample, with the standardised mean difference.
kinds$t_test <- list(packages = character(), answer = function(case) {
  x <- numbers(case$input$x)
  y <- if (!is.null(case$input$y)) numbers(case$input$y)
  args <- arguments(case$args)
  test <- do.call(t.test, c(if (is.null(y)) list(quote(x)) else list(quote(x), quote(y)), args))
  df <- test$parameter[["df"]]
  # Hedges 1981 J Educ Stat 6:107, by the exact gamma correction.
  effect <- if (!is.null(y)) mean(x - y, na.rm = TRUE) / sd(x - y, na.rm = TRUE)
  correction <- exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
  list(statistic = test$statistic[[1]], df = df, pValue = test$p.value,
       log10P = t_log10_p(test$statistic[[1]], df, test$alternative),
       confInt = as.numeric(test$conf.int), estimate = I(as.numeric(test$estimate)), stderr = test$stderr,
       method = test$method, cohenDz = effect, hedgesGz = if (!is.null(y)) correction * effect)
})

# Stays finite where the p-value itself is 0.
t_log10_p <- function(t, df, alternative) {
  switch(alternative,
         less = pt(t, df, log.p = TRUE),
         greater = pt(t, df, lower.tail = FALSE, log.p = TRUE),
         log(2) + pt(-abs(t), df, log.p = TRUE)) / log(10)
}
