# Two-sided normal p-value.
normal_p <- function(z) 2 * pnorm(-abs(z))

# t, p and the interval of an estimate with its standard error.
student_t <- function(estimate, se, df, level = 0.95) {
  t <- estimate / se
  list(t = t, pValue = 2 * pt(-abs(t), df), confInt = estimate + c(-1, 1) * qt(1 - (1 - level) / 2, df) * se)
}

# The value, or NA where R has none to give.
or_na <- function(expression) tryCatch(expression, error = function(condition) NA)
