# All pairs of columns, the first before the second, in lexicographic order.
column_pairs <- function(matrix) asplit(combn(ncol(matrix), 2), 2)

# Paired p-values of every pair of columns; a test that R refuses has none. What R warns of is the cases' own matter.
pairwise_p <- function(matrix, test, ...) {
  vapply(column_pairs(matrix), function(pair) {
    or_na(suppressWarnings(test(matrix[, pair[1]], matrix[, pair[2]], paired = TRUE, ...)$p.value))
  }, 0)
}
