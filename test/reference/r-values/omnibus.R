# Friedman's test over the sequences, and the paired tests of all pairs of sequences with their adjustments.
kinds$omnibus <- list(packages = character(), answer = function(case) {
  matrix <- number_rows(case$input$matrix)
  if (!"pairwise" %in% case$tags && startsWith(case$call, "friedman.test")) {
    test <- friedman.test(matrix)
    return(list(statistic = test$statistic[[1]], df = test$parameter[[1]], pValue = test$p.value,
                kendallW = test$statistic[[1]] / (nrow(matrix) * (ncol(matrix) - 1))))
  }
  wilcoxon <- pairwise_p(matrix, wilcox.test)
  t <- pairwise_p(matrix, t.test)
  list(wilcoxonP = I(wilcoxon), wilcoxonHolm = I(p.adjust(wilcoxon, "holm")), wilcoxonBH = I(p.adjust(wilcoxon, "BH")),
       tP = I(t), tHolm = I(p.adjust(t, "holm")))
})
