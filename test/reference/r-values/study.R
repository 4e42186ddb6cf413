# A whole study: tables 4 to 7 of the thesis and all their comparisons, from lesions given one by one.
kinds$study <- list(packages = character(), answer = function(case) {
  input <- case$input
  lesions <- lesion_table(input$lesions)
  patients <- unlist(input$patientOfPair)
  whole <- detection(lesions, patients)
  list(right = detection(lesions[lesions$side == 0, ], patients), left = detection(lesions[lesions$side == 1, ], patients),
       whole = whole, ctShareOfAll = whole$totalTDM / whole$totalAll, dwiShareOfAll = whole$totals[2] / whole$totalAll,
       measures = measures(lesions, patients))
})

# Each lesion is [pair from 0, side, seen as "010111", diameters or null].
lesion_table <- function(lesions) {
  table <- data.frame(pair = vapply(lesions, function(lesion) lesion[[1]] + 1, 0),
                      side = vapply(lesions, function(lesion) as.numeric(lesion[[2]]), 0))
  table$seen <- do.call(rbind, lapply(lesions, function(lesion) strsplit(lesion[[3]], "")[[1]] == "1"))
  table$diameters <- do.call(rbind, lapply(lesions, function(lesion) {
    if (is.null(lesion[[4]])) rep(NA_real_, ncol(table$seen)) else numbers(lesion[[4]])
  }))
  table
}

mri <- 1:4
ct <- 5:6

# Counts by pair, those without a lesion included.
detection <- function(lesions, patients) {
  pairs <- length(patients)
  on <- function(sequences) tabulate(lesions$pair[rowSums(lesions$seen[, sequences, drop = FALSE]) > 0], pairs)
  counts <- vapply(c(mri, ct), on, numeric(pairs))
  wilcoxon <- pairwise_p(counts, wilcox.test)
  by_pairs <- function(figure) vapply(column_pairs(counts), function(pair) figure(counts[, pair[1]] - counts[, pair[2]]), 0)
  list(totals = colSums(counts), totalIRM = sum(on(mri)), totalTDM = sum(on(ct)), totalAll = sum(on(c(mri, ct))),
       meanPerPair = colMeans(counts), meanTotalIRM = sum(on(mri)) / pairs, meanTotalTDM = sum(on(ct)) / pairs,
       medianPerPair = apply(counts, 2, median), meanDiff = by_pairs(mean), wilcoxonP = wilcoxon,
       wilcoxonHolm = p.adjust(wilcoxon, "holm"), tP = pairwise_p(counts, t.test),
       clusterCr2P = by_pairs(function(d) cr2_mean(d, patients)$pValue),
       clusterRglExactP = by_pairs(function(d) rosner_glynn_lee_exact(d, patients)$pValue))
}

# Lesions measured on all six sequences: by lesion, by patient (mean of a patient's lesions), by pair.
measures <- function(lesions, patients) {
  measured <- lesions[complete.cases(lesions$diameters), ]
  diameters <- measured$diameters
  patient <- patients[measured$pair]
  described <- function(values) list(mean = colMeans(values), median = apply(values, 2, median))
  means_by <- function(group) rowsum(diameters, group) / as.vector(table(group))
  list(nLesions = nrow(measured), nPairs = length(unique(measured$pair)), nPatients = length(unique(patient)),
       byLesion = described(diameters), byPatient = described(means_by(patient)),
       byPair = described(means_by(measured$pair)), wilcoxonP = pairwise_p(diameters, wilcox.test),
       wilcoxonDigits7P = pairwise_p(diameters, wilcox.test, digits.rank = 7), tP = pairwise_p(diameters, t.test))
}
