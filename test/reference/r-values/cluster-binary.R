# Detection on two modalities by patient: a seen on both, b on the first alone, c on the second alone, d on neither.
kinds$cluster_binary <- list(packages = character(), answer = function(case) {
  given <- lapply(case$input, numbers)
  with(given, list(
    K = length(a), N = sum(a + b + c + d),
    obuchowski = chi_squared(obuchowski(b, c)), durkalski = chi_squared(durkalski(b, c, a + b + c + d)),
    yang = chi_squared(yang(b, c, a + b + c + d)), mcnemar = chi_squared(sum(b - c)^2 / sum(b + c)),
    rate1 = clustered_rate(a + b, a + b + c + d), rate2 = clustered_rate(a + c, a + b + c + d),
    difference = clustered_difference(b - c, a + b + c + d)))
})

chi_squared <- function(statistic) list(statistic = statistic, pValue = pchisq(statistic, 1, lower.tail = FALSE))

# Obuchowski 1998 Stat Med 17:1495.
obuchowski <- function(b, c) {
  k <- length(b)
  (k - 1) / k * sum(b - c)^2 / sum((b - c)^2)
}

# Durkalski, Palesch, Lipsitz & Rust 2003 Stat Med 22:2417.
durkalski <- function(b, c, n) sum((b - c) / n)^2 / sum(((b - c) / n)^2)

# Yang, Sun & Hardin 2010 Biom J 52:638: the mean of the variances with and without the hypothesis.
yang <- function(b, c, n) {
  k <- length(b)
  spread <- (b - c) - n * sum(b - c) / sum(n)
  (k - 1) / k * sum(b - c)^2 / (sum(spread^2 + (b - c)^2) / 2)
}

# Ratio estimator and design effect of Rao & Scott 1992 Biometrics 48:577. An effective size is at most N; of all or none
# seen it is N^2/sum n^2, as if a patient's lesions were all alike, and the limit the exact one-sided one.
clustered_rate <- function(x, n) {
  k <- length(x)
  p <- sum(x) / sum(n)
  variance <- k / (k - 1) * sum((x - p * n)^2) / sum(n)^2
  effect <- variance / (p * (1 - p) / sum(n))
  t <- qt(0.975, k - 1)
  logit_se <- sqrt(variance) / (p * (1 - p))
  alone <- p == 0 || p == 1
  size <- if (alone) sum(n)^2 / sum(n^2) else sum(n) / max(1, effect)
  limits <- if (p == 1) c(qbeta(0.05, size, 1), 1) else if (p == 0) c(0, qbeta(0.95, 1, size)) else wilson_interval(p, size)
  list(estimate = p, se = sqrt(variance), deff = effect, nEff = size,
       wilsonEff = limits, waldT = p + c(-1, 1) * t * sqrt(variance),
       logit = plogis(qlogis(p) + c(-1, 1) * t * logit_se))
}

clustered_difference <- function(difference, n) {
  k <- length(n)
  estimate <- sum(difference) / sum(n)
  se <- sqrt(k / (k - 1) * sum((difference - estimate * n)^2)) / sum(n)
  list(estimate = estimate, se = se, confInt = pmax(-1, pmin(1, estimate + c(-1, 1) * qt(0.975, k - 1) * se)))
}
