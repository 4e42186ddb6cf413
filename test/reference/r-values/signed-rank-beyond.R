# What stands beside the signed rank test of R 4: the exact law with ties, Pratt's zeros, and the sign test.
kinds$signed_rank_beyond <- list(packages = c("exactRankTests", "coin"), answer = function(case) {
  x <- numbers(case$input$x)
  y <- numbers(case$input$y)
  d <- x - y
  exact <- exact_signed_rank(d)
  # The package warns that it is no longer worked on.
  by_package <- suppressWarnings(vapply(names(exact), function(alternative) {
    exactRankTests::wilcox.exact(x, y, paired = TRUE, exact = TRUE, alternative = alternative)$p.value
  }, 0))
  # The package's own p-value is 0 beyond |z| = 8.3.
  z_of <- function(zeros) {
    test <- coin::wilcoxsign_test(x ~ y, distribution = "asymptotic", zero.method = zeros)
    as.numeric(coin::statistic(test, "standardized"))
  }
  pratt <- z_of("Pratt")
  wilcoxon <- z_of("Wilcoxon")
  sign_test <- binom.test(sum(d > 0), sum(d != 0))
  list(exactConditional = exact, crosscheckAbs = max(abs(by_package - unlist(exact))),
       coin = list(prattZ = pratt, prattP = normal_p(pratt), wilcoxonZ = wilcoxon, wilcoxonP = normal_p(wilcoxon)),
       signTest = list(nPositive = sum(d > 0), nNonzero = sum(d != 0), pValue = sign_test$p.value,
                       estimate = sign_test$estimate[[1]], confInt = as.numeric(sign_test$conf.int)))
})
