# Rate ratio of two lesion counts over patients: the closed form of a Poisson model with independence working
# correlation and sandwich errors (Liang & Zeger 1986 Biometrika 73:13), beside geepack's fit.
kinds$count_models <- list(packages = "geepack", answer = function(case) {
  x <- numbers(case$input$x)
  y <- numbers(case$input$y)
  id <- unlist(case$input$id)
  a <- as.vector(rowsum(x, id, reorder = FALSE))
  b <- as.vector(rowsum(y, id, reorder = FALSE))
  m <- length(a)
  log_ratio <- log(sum(a) / sum(b))
  se <- sqrt(sum((a / sum(a) - b / sum(b))^2))
  se_small <- se * sqrt(m / (m - 1))
  fit <- poisson_gee(x, y, id)
  list(rateRatio = exp(log_ratio), seLog = se, confInt = exp(log_ratio + c(-1, 1) * qnorm(0.975) * se),
       zP = normal_p(log_ratio / se), confIntT = exp(log_ratio + c(-1, 1) * qt(0.975, m - 1) * se_small),
       seLogT = se_small, tP = 2 * pt(-abs(log_ratio / se_small), m - 1),
       naivePoissonSeLog = sqrt(1 / sum(a) + 1 / sum(b)), geepack = fit, crosscheckAbs = abs(fit$se - se))
})

poisson_gee <- function(x, y, id) {
  long <- data.frame(count = c(x, y), first = rep(1:0, each = length(x)), patient = c(id, id))
  # geepack takes neighbouring rows of one patient as one patient.
  long <- long[order(match(long$patient, unique(id))), ]
  fit <- geepack::geeglm(count ~ first, id = patient, data = long, family = poisson, corstr = "independence")
  list(logRR = coef(fit)[["first"]], se = summary(fit)$coefficients["first", "Std.err"])
}
