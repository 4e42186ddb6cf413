# Limits of agreement of Bland & Altman 1986 Lancet 327:307, their errors as in 1999 Stat Methods Med Res 8:135.
bland_altman <- function(x, y, level) {
  d <- x - y
  n <- length(d)
  s <- sd(d)
  z <- qnorm(0.975)
  limits <- mean(d) + c(-1, 1) * z * s
  se_bias <- s / sqrt(n)
  se_limit <- s * sqrt(1 / n + z^2 / (2 * (n - 1)))
  t <- qt(1 - (1 - level) / 2, n - 1)
  around <- function(centre, se) centre + c(-1, 1) * t * se
  list(n = n, bias = mean(d), sd = s, z = z, loa = limits, seBias = se_bias, seLoa = se_limit,
       ciBias = around(mean(d), se_bias), ciLower = around(limits[1], se_limit), ciUpper = around(limits[2], se_limit),
       carkeet = carkeet_intervals(d, level), proportional = proportional_bias(d, (x + y) / 2),
       meanPercent = mean(100 * d / ((x + y) / 2)), tP = or_na(t.test(x, y, paired = TRUE)$p.value))
}

# Exact interval of each limit by the non-central t (Carkeet 2015 Optom Vis Sci 92:e71).
carkeet_intervals <- function(d, level) {
  n <- length(d)
  if (n < 2 || sd(d) == 0) return(NULL)
  tails <- c((1 - level) / 2, 1 - (1 - level) / 2)
  # R says that the last digits of the quantile may be lost.
  factors <- suppressWarnings(qt(tails, n - 1, ncp = qnorm(0.975) * sqrt(n))) / sqrt(n)
  list(lower = mean(d) - rev(factors) * sd(d), upper = mean(d) + factors * sd(d))
}

# Slope of the differences over the means.
proportional_bias <- function(d, means) {
  if (length(d) < 3) return(NULL)
  # summary() warns of a fit without residuals; its figures are what is asked for.
  fit <- suppressWarnings(coef(summary(lm(d ~ means))))
  list(intercept = fit[1, 1], slope = fit[2, 1], seSlope = fit[2, 2], t = fit[2, 3], pValue = fit[2, 4])
}

# Several differences a patient, the true value varying: Bland & Altman 2007 J Biopharm Stat 17:571.
repeated_bland_altman <- function(d, id) {
  sizes <- as.vector(rowsum(rep(1, length(d)), id, reorder = FALSE))
  means <- as.vector(rowsum(d, id, reorder = FALSE)) / sizes
  n <- length(d)
  k <- length(sizes)
  msb <- sum(sizes * (means - mean(d))^2) / (k - 1)
  msw <- sum((d - means[match(id, unique(id))])^2) / (n - k)
  m0 <- (n^2 - sum(sizes^2)) / ((k - 1) * n)
  between <- max(0, (msb - msw) / m0)
  s <- sqrt(between + msw)
  z <- c(-1, 1) * qnorm(0.975)
  table <- anova(lm(d ~ factor(id)))[["Mean Sq"]]
  list(nSubjects = k, nPairs = n, bias = mean(d), MSB = msb, MSW = msw, m0 = m0, varBetween = between, sdTotal = s,
       loa = mean(d) + z * s, loaNaive = mean(d) + z * sd(d), crosscheckAbs = max(abs(table - c(msb, msw))))
}
