# Clustered signed rank test of Rosner, Glynn & Lee 2006 Biometrics 62:185; checked against the package clusrank (CRAN),
# which Debian lacks. The zeros are dropped and the rest is ranked over all patients.
signed_ranks <- function(d, id) {
  used <- d != 0
  d <- d[used]
  data.frame(rank = sign(d) * rank(abs(d)), patient = match(id[used], unique(id[used])))
}

# Large sample: T = Σ wᵢ S̄ᵢ over patients, Z = T / √Σ (wᵢ S̄ᵢ)².
rosner_glynn_lee <- function(d, id) {
  ranks <- signed_ranks(d, id)
  if (nrow(ranks) == 0) return(list(nObs = 0, nClusters = 0, T = NaN, varT = NaN, Z = NaN, pValue = NaN))
  sums <- as.vector(rowsum(ranks$rank, ranks$patient))
  sizes <- as.vector(table(ranks$patient))
  balanced <- all(sizes == sizes[1])
  # With equal sizes the weights cancel.
  correlation <- if (balanced) NULL else signed_rank_correlation(ranks, sizes)
  terms <- if (balanced) sums
           else sums / (correlation$varS * (1 + (sizes - 1) * correlation$rhoCorrected))
  z <- sum(terms) / sqrt(sum(terms^2))
  c(list(nObs = nrow(ranks), nClusters = length(sums), T = sum(terms), varT = sum(terms^2), Z = z,
         pValue = normal_p(z), pLess = pnorm(z), pGreater = pnorm(z, lower.tail = FALSE), balanced = balanced),
    correlation)
}

# Intraclass correlation of the signed ranks by one-way analysis of variance, not below 0, with the correction for the
# number of patients that the paper gives.
signed_rank_correlation <- function(ranks, sizes) {
  n <- nrow(ranks)
  m <- length(sizes)
  means <- as.vector(rowsum(ranks$rank, ranks$patient)) / sizes
  within <- sum((ranks$rank - means[ranks$patient])^2) / (n - m)
  between <- sum(sizes * (means - mean(ranks$rank))^2) / (m - 1)
  typical <- (n - sum(sizes^2) / n) / (m - 1)
  variance <- (between - within) / typical
  rho <- max(0, variance / (variance + within))
  list(rho = rho, rhoCorrected = rho * (1 + (1 - rho^2) / (m - 2.5)), varS = var(ranks$rank))
}

# Exact: each patient's sum of signed ranks keeps or changes its sign.
rosner_glynn_lee_exact <- function(d, id) {
  ranks <- signed_ranks(d, id)
  if (nrow(ranks) == 0) return(list(pValue = NaN))
  sums <- as.vector(rowsum(ranks$rank, ranks$patient))
  p <- sign_flip_p(round(2 * sums))
  list(T = sum(sums), pValue = p$two.sided, pLess = p$less, pGreater = p$greater)
}
