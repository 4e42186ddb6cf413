# Signed rank test of Datta & Satten 2008 Biometrics 64:501, every patient with the same weight; the package clusrank
# (CRAN), which Debian lacks, gives the same.
datta_satten <- function(d, id) {
  patient <- match(id, unique(id))
  groups <- split(d, patient)
  m <- length(groups)
  # Middle distribution function of one patient's |d|.
  middle <- function(values, at) (mean(abs(values) <= at) + mean(abs(values) < at)) / 2
  signs <- vapply(groups, function(values) mean(sign(values)), 0)
  others <- vapply(seq_len(m), function(i) {
    mean(vapply(groups[[i]], function(x) {
      sign(x) * sum(vapply(groups[-i], middle, 0, at = abs(x)))
    }, 0))
  }, 0)
  pooled <- vapply(groups, function(values) mean(sign(values) * vapply(abs(values), middle, 0, values = d)), 0)
  statistic <- sum(signs + others)
  variance <- sum((signs + (m - 1) * pooled)^2)
  z <- statistic / sqrt(variance)
  list(T = statistic, varT = variance, Z = z, pValue = normal_p(z))
}
