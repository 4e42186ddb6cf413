# metafor::rma: common effect, DerSimonian-Laird, Knapp-Hartung with a factor of 1 at least, REML.
kinds$heterogeneity <- list(packages = "metafor", answer = function(case) {
  yi <- numbers(case$input$yi)
  vi <- numbers(case$input$vi)
  common <- metafor::rma(yi, vi, method = "FE")
  dl <- metafor::rma(yi, vi, method = "DL")
  hksj <- metafor::rma(yi, vi, method = "DL", test = "adhoc")
  reml <- metafor::rma(yi, vi, method = "REML", control = list(threshold = 1e-10, maxiter = 1000))
  k <- length(yi)
  df <- k - 1
  q <- common$QE
  pooled <- function(fit) list(estimate = fit$b[[1]], se = fit$se, confInt = c(fit$ci.lb, fit$ci.ub), pValue = fit$pval)
  interval <- predict(dl)
  by_dl <- pooled(dl)
  list(fixed = pooled(common), Q = q, df = df, pQ = common$QEp, I2 = if (q == 0) q / df else max(0, (q - df) / q),
       H2 = q / df,
       dl = c(by_dl[c("estimate", "se")], list(tau2 = dl$tau2), by_dl[c("confInt", "pValue")],
              # Higgins, Thompson & Spiegelhalter 2009 J R Stat Soc A 172:137; from five centres on.
              if (k > 2) list(piHiggins = if (k < 5) c(NA, NA) else dl$b[[1]] + c(-1, 1) * qt(0.975, k - 2) * sqrt(dl$tau2 + dl$se^2)),
              list(piMetafor = c(interval$pi.lb, interval$pi.ub))),
       hksj = list(se = hksj$se, t = hksj$zval, confInt = c(hksj$ci.lb, hksj$ci.ub), pValue = hksj$pval),
       reml = list(estimate = reml$b[[1]], se = reml$se, tau2 = reml$tau2))
})
