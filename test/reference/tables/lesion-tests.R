# Two sequences, or two protocols, compared lesion by lesion. b: on the first alone, c: on the second alone, of each
# patient's n lesions that can be judged on both.

# Obuchowski 1998 Stat Med 17:1495; Durkalski et al. 2003 Stat Med 22:2417; Yang, Sun & Hardin 2010 Biom J 52:638.
clustered_tests <- function(b, c, n) {
  m <- length(n)
  g <- b - c
  tests <- list(obuchowski = NA, durkalski = NA, yang = NA)
  if (m >= FEWEST_PATIENTS_LARGE_SAMPLE && any(g != 0)) {
    around <- g - n * sum(g) / sum(n)
    tests <- list(
      obuchowski = (m - 1) / m * sum(g)^2 / sum(g^2),
      durkalski = sum(g / n)^2 / sum((g / n)^2),
      yang = (m - 1) / m * sum(g)^2 / (sum(g^2 + around^2) / 2)
    )
  }
  unlist(lapply(names(tests), function(test) {
    chi2 <- tests[[test]]
    figures <- list(
      chi2, pchisq(chi2, 1, lower.tail = FALSE), pchisq(chi2, 1, lower.tail = FALSE, log.p = TRUE) / log(10)
    )
    setNames(figures, paste0(test, c("_chi2", "_p", "_log10_p")))
  }), recursive = FALSE)
}

lesion_test_row <- function(group, family, first, second) {
  key <- list(group = group$code, family = family, first = first, second = second)
  figures <- c("n_patients", "lesions", "not_assessable", "both", "only_first", "only_second", "neither", "rate_first",
    "rate_second", "difference", "difference_low", "difference_high")
  if (group$withheld) return(c(key, setNames(as.list(rep(NA, length(figures))), figures), clustered_tests(0, 0, 0)))
  ways <- sapply(c("both", "only_first", "only_second", "neither"), function(way) {
    judged_lesions(group$lesions, seen_in_way(group$lesions, way, first, second))
  }, simplify = FALSE)
  n <- ways$both$n
  counts <- lapply(ways, function(way) sum(way$x))
  b <- ways$only_first$x
  c2 <- ways$only_second$x
  m <- length(n)
  N <- sum(n)
  found <- setNames(as.list(rep(NA_real_, length(figures))), figures)
  found[c("n_patients", "lesions", "not_assessable")] <- c(m, N, ways$both$lost)
  found[names(counts)] <- counts
  if (N > 0) {
    found$rate_first <- 100 * (counts$both + counts$only_first) / N
    found$rate_second <- 100 * (counts$both + counts$only_second) / N
    difference <- sum(b - c2) / N
    found$difference <- 100 * difference
    if (m >= FEWEST_PATIENTS_LARGE_SAMPLE && !in_proportion(b - c2, n)) {
      ratio <- cr2_ratio(b - c2, n)
      found$difference_low <- 100 * max(-1, difference - qt(0.975, ratio$df) * ratio$se)
      found$difference_high <- 100 * min(1, difference + qt(0.975, ratio$df) * ratio$se)
    }
  }
  c(key, found, clustered_tests(b, c2, n))
}

adjust_obuchowski <- function(rows) {
  p <- as.numeric(rows$obuchowski_p)
  rows$obuchowski_family_size <- sum(!is.na(p))
  rows$obuchowski_p_holm <- p.adjust(p, "holm")
  rows$obuchowski_p_bh <- p.adjust(p, "BH")
  rows
}

# Each two protocols of several acquisitions, unless one is part of the other, or they are all of MRI and all of CT.
protocol_comparisons <- function() {
  several <- names(Filter(function(members) length(members) > 1, PROTOCOLS))
  pairs <- t(combn(several, 2))
  keep <- apply(pairs, 1, function(pair) {
    a <- PROTOCOLS[[pair[1]]]
    b <- PROTOCOLS[[pair[2]]]
    !all(a %in% b) && !all(b %in% a) && !setequal(pair, c("full_mri", "full_ct"))
  })
  data.frame(first = pairs[keep, 1], second = pairs[keep, 2])
}

lesion_tests_table <- function(study) {
  if (!lists_lesions(study)) return(NULL)
  lesions <- listed_metastases(study)
  family <- function(groups, name, pairs) {
    rows <- lapply(groups, function(group) lapply(seq_len(nrow(pairs)), function(i) {
      lesion_test_row(group, name, pairs$first[i], pairs$second[i])
    }))
    adjust_obuchowski(bind_rows(unlist(rows, recursive = FALSE)))
  }
  divisions <- list(side_groups(lesions), size_groups(study, lesions))
  rows <- lapply(Filter(length, divisions), function(groups) rbind(
    family(groups, "modalities", data.frame(first = "full_mri", second = "full_ct")),
    do.call(rbind, lapply(groups, function(group) rbind(
      family(list(group), "sequences", COMPARISONS), family(list(group), "protocols", protocol_comparisons())
    )))
  ))
  list(key = c("group", "family", "first", "second"), rows = do.call(rbind, rows))
}
