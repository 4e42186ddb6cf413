# Paired differences of patients with several pairs each: every test and interval that keeps patients together.
kinds$cluster_paired <- list(packages = c("clubSandwich", "lme4", "lmerTest"), answer = function(case) {
  d <- numbers(case$input$d)
  id <- unlist(case$input$id)
  id <- match(id, unique(id))
  cr2 <- cr2_mean(d, id)
  list(nPairs = length(d), nPatients = length(unique(id)), rgl = rosner_glynn_lee(d, id),
       rglExact = rosner_glynn_lee_exact(d, id), ds = datta_satten(d, id),
       clusterT = list(mean = mean(d), cr1 = cr1_mean(d, id), cr2 = cr2),
       patientMeans = patient_means(d, id), signFlip = mean_sign_flips(d, id),
       bootstrap = patient_bootstrap(d, id, case$args$bootSeed, case$args$bootB),
       naive = list(tP = or_na(t.test(d)$p.value), wilcoxonP = quiet_wilcoxon(d)$p.value),
       crosscheck = cr2_by_package(d, id, cr2), lmer = random_intercept(d, id))
})

quiet_wilcoxon <- function(values) suppressWarnings(wilcox.test(values))

patient_means <- function(d, id) {
  means <- vapply(split(d, id), mean, 0)
  t <- tryCatch(t.test(means), error = function(condition) NULL)
  inference <- if (!is.null(t) && !is.nan(t$statistic)) {
    list(statistic = t$statistic[[1]], df = t$parameter[[1]], pValue = t$p.value, confInt = as.numeric(t$conf.int))
  }
  list(mean = mean(means), t = inference, wilcoxonP = quiet_wilcoxon(means)$p.value)
}

# All 2^m flips of the patients' sums of d, for m up to 14; a sum counts as reached within 1e-12 of its size.
mean_sign_flips <- function(d, id) {
  sums <- as.vector(rowsum(d, id))
  if (length(sums) > 14) return(NULL)
  flips <- as.matrix(expand.grid(rep(list(c(-1, 1)), length(sums)))) %*% sums
  observed <- sum(sums)
  guard <- 1e-12 * max(1, sum(abs(sums)))
  list(statistic = observed, pValue = mean(abs(flips) >= abs(observed) - guard),
       pGreater = mean(flips >= observed - guard), pLess = mean(flips <= observed + guard))
}

# Percentiles of the mean over patients drawn with replacement (Field & Welsh 2007 J R Stat Soc B 69:369).
patient_bootstrap <- function(d, id, seed, draws) {
  sums <- as.vector(rowsum(d, id))
  sizes <- as.vector(table(id))
  m <- length(sums)
  drawn <- matrix(floor(lehmer_uniforms(seed, m * draws) * m) + 1, nrow = m)
  means <- colSums(matrix(sums[drawn], nrow = m)) / colSums(matrix(sizes[drawn], nrow = m))
  list(seed = seed, B = draws, se = sd(means), confInt = unname(quantile(means, c(0.025, 0.975))), mean = mean(means))
}

cr2_by_package <- function(d, id, ours) {
  fit <- tryCatch(
    suppressWarnings(clubSandwich::coef_test(lm(d ~ 1), vcov = "CR2", cluster = id, test = "Satterthwaite")),
    error = function(condition) NULL)
  if (is.null(fit)) return(NULL)
  list(clubSandwichSE = fit$SE, clubSandwichDf = fit$df,
       maxRel = max(abs(c(fit$SE / ours$se, fit$df / ours$df) - 1)))
}

# d ~ 1 + (1 | patient), Satterthwaite's degrees of freedom (Laird & Ware 1982 Biometrics 38:963). By default the search
# for the variances ends too early to give the same degrees of freedom whatever the order of the rows.
random_intercept <- function(d, id) {
  to_the_end <- lme4::lmerControl(optCtrl = list(ftol_abs = 1e-14, xtol_abs = 1e-12))
  fit <- tryCatch(
    suppressMessages(suppressWarnings(lmerTest::lmer(d ~ 1 + (1 | id), control = to_the_end))),
    error = function(condition) NULL)
  if (is.null(fit)) return(NULL)
  row <- coef(summary(fit))[1, ]
  variances <- as.data.frame(lme4::VarCorr(fit))$vcov
  list(estimate = row[["Estimate"]], se = row[["Std. Error"]], df = row[["df"]], pValue = row[["Pr(>|t|)"]],
       varPatient = variances[1], varResidual = variances[2], icc = variances[1] / sum(variances),
       singular = lme4::isSingular(fit))
}
