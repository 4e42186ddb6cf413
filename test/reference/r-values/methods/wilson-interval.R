# Wilson 1927 J Am Stat Assoc 22:209, for any (also fractional) number of trials.
wilson_interval <- function(p, n, z = qnorm(0.975)) {
  centre <- (p + z^2 / (2 * n)) / (1 + z^2 / n)
  half <- z / (1 + z^2 / n) * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))
  centre + c(-1, 1) * half
}
