# The law of a sum whose terms each keep or change their sign with probability one half, exactly (Streitberg & Röhmel
# 1986 Stat Softw Newsl 12:10). The terms are doubled midranks, or sums of them: whole numbers.
sign_flip_p <- function(terms) {
  largest <- sum(abs(terms))
  law <- 1
  for (size in abs(terms)) {
    # From the sums −reach … reach to those of one more term.
    law <- 0.5 * (c(law, numeric(2 * size)) + c(numeric(2 * size), law))
  }
  observed <- sum(terms) + largest + 1
  less <- sum(law[seq_len(observed)])
  greater <- sum(rev(law[observed:length(law)]))
  list(two.sided = min(1, 2 * min(less, greater)), less = less, greater = greater)
}

# Streitberg & Röhmel: the signed rank test given the observed midranks, the zeros dropped.
exact_signed_rank <- function(d) {
  d <- d[d != 0]
  sign_flip_p(sign(d) * round(2 * rank(abs(d))))
}
