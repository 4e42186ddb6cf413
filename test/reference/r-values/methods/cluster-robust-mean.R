# Mean of differences that come in patients, with cluster-robust variances. clubSandwich gives the same CR2.

# CR1: V = m/(m−1) · Σᵢ eᵢ.² / N² (Liang & Zeger 1986 Biometrika 73:13), t on m − 1 degrees of freedom.
cr1_mean <- function(d, id) {
  residuals <- as.vector(rowsum(d - mean(d), id, reorder = FALSE))
  m <- length(residuals)
  se <- sqrt(m / (m - 1) * sum(residuals^2)) / length(d)
  inference <- student_t(mean(d), se, m - 1)
  list(se = se, t = inference$t, df = m - 1, pValue = inference$pValue, confInt = inference$confInt)
}

# CR2: V = Σᵢ eᵢ.² / (1 − nᵢ/N) / N² (Bell & McCaffrey 2002 Surv Methodol 28:169), Satterthwaite's degrees of freedom
# (Pustejovsky & Tipton 2018 J Bus Econ Stat 36:672); for an intercept alone both have this closed form.
cr2_mean <- function(d, id) {
  residuals <- as.vector(rowsum(d - mean(d), id, reorder = FALSE))
  sizes <- as.vector(rowsum(rep(1, length(d)), id, reorder = FALSE))
  left <- 1 - sizes / length(d)
  se <- sqrt(sum(residuals^2 / left)) / length(d)
  scaled <- sizes / sqrt(left)
  products <- diag(sizes / left, length(sizes)) - outer(scaled, scaled) / length(d)
  df <- sum(diag(products))^2 / sum(products^2)
  inference <- student_t(mean(d), se, df)
  list(se = se, t = inference$t, df = df, pValue = inference$pValue, confInt = inference$confInt)
}
