# Proportions, and Cohen's kappa of a square table.
kinds$categorical <- list(packages = "psych", answer = function(case) {
  if (!is.null(case$input$table)) return(cohen_kappa(number_rows(case$input$table), case$args$weights))
  x <- case$input$x
  n <- case$input$n
  exact <- binom.test(x, n)
  # prop.test warns where the normal approximation of its p-value is poor; only its interval is taken.
  wilson <- function(correct) as.numeric(suppressWarnings(prop.test(x, n, correct = correct))$conf.int)
  list(estimate = exact$estimate[[1]], pValue = exact$p.value, clopperPearson = as.numeric(exact$conf.int),
       wilson = wilson(FALSE), wilsonCorrected = wilson(TRUE))
})

# Cohen 1968 Psychol Bull 70:213, with the standard errors of Fleiss, Cohen & Everitt 1969 Psychol Bull 72:323.
cohen_kappa <- function(table, weights) {
  n <- sum(table)
  p <- table / n
  rows <- rowSums(p)
  columns <- colSums(p)
  steps <- abs(row(p) - col(p)) / (nrow(p) - 1)
  w <- switch(weights, unweighted = diag(nrow(p)), linear = 1 - steps, quadratic = 1 - steps^2)
  observed <- sum(w * p)
  expected <- sum(w * outer(rows, columns))
  kappa <- (observed - expected) / (1 - expected)
  margins <- outer(as.vector(w %*% columns), as.vector(rows %*% w), "+")
  variance <- sum(p * (w - margins * (1 - kappa))^2) - (kappa - expected * (1 - kappa))^2
  null_variance <- sum(outer(rows, columns) * (w - margins)^2) - expected^2
  se <- sqrt(variance / n) / (1 - expected)
  se0 <- sqrt(null_variance / n) / (1 - expected)
  list(kappa = kappa, se = se, se0 = se0, z = kappa / se0, pValue = normal_p(kappa / se0),
       confInt = pmax(-1, pmin(1, kappa + c(-1, 1) * qnorm(0.975) * se)), observed = observed, expected = expected,
       crosscheckAbs = kappa_distance(table, weights, kappa))
}

# psych weighs by squares only.
kappa_distance <- function(table, weights, kappa) {
  if (weights == "linear") return(NULL)
  fit <- suppressWarnings(psych::cohen.kappa(table))
  abs(kappa - if (weights == "unweighted") fit$kappa else fit$weighted.kappa)
}
