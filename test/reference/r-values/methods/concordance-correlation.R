# Concordance correlation of Lin 1989 Biometrics 45:255 with the moment (1/n) variances, its interval by Fisher's z as
# epiR::epi.ccc(ci = "z-transform").
concordance_correlation <- function(x, y, level) {
  n <- length(x)
  variance <- function(values) mean((values - mean(values))^2)
  pearson <- cor(x, y)
  distance <- mean(y) - mean(x)
  ccc <- 2 * pearson * sqrt(variance(x) * variance(y)) / (variance(x) + variance(y) + distance^2)
  location <- distance / sqrt(sqrt(variance(x) * variance(y)))
  se <- sqrt(((1 - pearson^2) * ccc^2 * (1 - ccc^2) / pearson^2 + 2 * ccc^3 * (1 - ccc) * location^2 / pearson -
                ccc^4 * location^4 / (2 * pearson^2)) / (n - 2))
  z <- qnorm(1 - (1 - level) / 2)
  list(ccc = ccc, se = se, confInt = tanh(atanh(ccc) + c(-1, 1) * z * se / (1 - ccc^2)),
       confIntAsymptotic = ccc + c(-1, 1) * z * se, Cb = ccc / pearson, pearson = pearson,
       scaleShift = sd(y) / sd(x), locationShift = location,
       crosscheckAbs = or_na(abs(suppressWarnings(epiR::epi.ccc(x, y)$rho.c$est) - ccc)))
}
