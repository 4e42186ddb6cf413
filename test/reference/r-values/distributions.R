# Distribution functions, asked for by the call that the case names.
kinds$distributions <- list(packages = character(), answer = function(case) {
  ask <- distribution_calls[[case$call]]
  if (is.null(ask)) wrong_question("unknown call: ", case$call)
  ask(lapply(case$input, function(values) if (is.list(values)) numbers(values) else values))
})

distribution_calls <- list(
  "2*pt(-|t|,df)" = function(given) with(given, list(
    pTwoSided = I(2 * pt(-abs(t), df)), log10P = I((log(2) + pt(-abs(t), df, log.p = TRUE)) / log(10)))),
  "2*pnorm(-z)" = function(given) with(given, list(
    pTwoSided = I(2 * pnorm(-z)), log10P = I((log(2) + pnorm(-z, log.p = TRUE)) / log(10)))),
  "qnorm(p)" = function(given) with(given, list(q = I(qnorm(p)))),
  "qt(p,df)" = function(given) with(given, list(q = I(qt(p, df)))),
  "pchisq(x,df,lower=FALSE)" = function(given) with(given, list(
    upper = I(pchisq(x, df, lower.tail = FALSE)),
    log10Upper = I(pchisq(x, df, lower.tail = FALSE, log.p = TRUE) / log(10)))),
  "pf(x,df1,df2,lower=FALSE)" = function(given) with(given, list(upper = I(pf(x, df1, df2, lower.tail = FALSE)))),
  "qf(p,df1,df2)" = function(given) with(given, list(q = I(qf(p, df1, df2)))),
  "psignrank(q,n), upper tail, qsignrank" = function(given) with(given, list(
    lower = I(psignrank(q, n)), upper = I(psignrank(q, n, lower.tail = FALSE)),
    quantiles025 = qsignrank(0.025, n), quantiles005 = qsignrank(0.005, n), quantiles05 = qsignrank(0.05, n))),
  "lgamma(x)" = function(given) with(given, list(value = I(lgamma(x)))))
