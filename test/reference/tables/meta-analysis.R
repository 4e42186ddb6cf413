# Pools the effects of the centres: DerSimonian & Laird 1986, the interval of Hartung and Knapp (2003 Stat Med 22:2693)
# with a factor of 1 at least,
# Cochran's Q, I² = max(0, (Q − df)/Q), and, from five on, where a further centre would lie, on t with k − 2 degrees of freedom
# (Higgins 2009 JRSS-A 172:137).
meta_analysis <- function(effect, variance) {
  k <- length(effect)
  fixed <- 1 / variance
  q <- sum(fixed * (effect - sum(fixed * effect) / sum(fixed))^2)
  tau2 <- max(0, (q - (k - 1)) / (sum(fixed) - sum(fixed^2) / sum(fixed)))
  weight <- 1 / (variance + tau2)
  estimate <- sum(weight * effect) / sum(weight)
  se <- sqrt(1 / sum(weight))
  knapp <- sqrt(max(1, sum(weight * (effect - estimate)^2) / (k - 1)) / sum(weight))
  around <- function(reach) estimate + c(-1, 1) * reach
  list(
    estimate = estimate, standard_error = knapp, interval = around(qt(0.975, k - 1) * knapp),
    q = q, q_df = k - 1, q_p = pchisq(q, k - 1, lower.tail = FALSE),
    i_squared = if (q > 0) max(0, (q - (k - 1)) / q) else 0, tau_squared = tau2,
    normal = around(Z95 * se), prediction = if (k < 5) c(NA, NA) else around(qt(0.975, k - 2) * sqrt(tau2 + se^2))
  )
}
