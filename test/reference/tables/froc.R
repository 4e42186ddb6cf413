# Alternative FROC: the confidence of readers in metastases and benign lesions, on MRI and CT. By the papers: every two of
# a case and a metastasis is compared, and each patient taken out in turn.

# 0 where the modality does not show it, NA where it is not rated.
rating_on <- function(rows, modality) {
  seen <- shown_on(rows, sequences_of(modality))
  ifelse(is.na(seen), NA, ifelse(seen, rows[[paste0("confidence_", modality)]], 0))
}

# The lesions of some readers' common pairs: one row for each, with its rating by each reader and modality, as
# `mri_1`, `ct_1`, `mri_2` …; `usable` where all of them rate it.
rated_together <- function(study, centre, readers) {
  lists <- study$visibility[study$visibility$centre %in% centre & study$visibility$reader %in% readers, ]
  counted <- paste(study$counted$patient, study$counted$pair)
  lists <- lists[paste(lists$patient, lists$pair) %in% counted, ]
  lists$case <- paste(lists$patient, lists$pair)
  lists$mri <- rating_on(lists, "mri")
  lists$ct <- rating_on(lists, "ct")
  pairs <- study$all_readings
  complete <- paste(pairs$patient, pairs$pair, pairs$reader)[pairs$lesions_listed %in% "all"]
  by_all <- names(which(tapply(lists$reader, lists$case, function(own) length(unique(own))) == length(readers)))
  lists <- lists[lists$case %in% by_all, ]
  verified <- lists[is_verified(lists), ]
  verified <- verified[order(verified$reader), ]
  truth <- verified[!duplicated(paste(verified$case, verified$lesion)), c("patient", "case", "lesion", "nature")]
  for (reader in readers) {
    own <- lists[lists$reader == reader, ]
    at <- match(paste(truth$case, truth$lesion), paste(own$case, own$lesion))
    unlisted <- ifelse(paste(truth$case, reader) %in% complete, 0, NA)
    for (modality in c("mri", "ct")) {
      truth[[paste(modality, reader, sep = "_")]] <- ifelse(is.na(at), unlisted, own[[modality]][at])
    }
  }
  truth$usable <- rowSums(is.na(truth[paste(rep(c("mri", "ct"), each = length(readers)), readers, sep = "_")])) == 0
  truth
}

# The area of some lesions, all of them rated.
afroc_area <- function(lesions, rating) {
  cases <- unique(lesions$case)
  false <- vapply(cases, function(case) {
    max(0, rating[lesions$case == case & lesions$nature == "benign"])
  }, 0)
  true <- rating[lesions$nature == "metastasis"]
  mean(outer(false, true, function(f, t) (t > f) + (t == f) / 2))
}

jackknifed_area <- function(lesions, rating) {
  patients <- unique(lesions$patient)
  list(
    area = afroc_area(lesions, rating),
    without = vapply(patients, function(patient) {
      kept <- lesions$patient != patient
      afroc_area(lesions[kept, ], rating[kept])
    }, 0)
  )
}

# Estimate, error and t limits, of an area on the logit scale; no limits of few patients, nor without an error or degrees of
# freedom.
limited <- function(estimate, variance, df, m, is_area) {
  found <- list(estimate = estimate, se = sqrt(max(0, variance)), df = NA, low = NA, high = NA)
  if (found$se < 1e-12) return(modifyList(found, list(se = 0)))
  if (m < FEWEST_PATIENTS_LARGE_SAMPLE || is.na(df)) return(found)
  reach <- c(-1, 1) * qt(0.975, df) * found$se
  limits <- if (is_area) {
    plogis(qlogis(estimate) + reach / (estimate * (1 - estimate)))
  } else {
    pmin(1, pmax(-1, estimate + reach))
  }
  modifyList(found, list(df = df, low = limits[1], high = limits[2]))
}

# Obuchowski & Rockette 1995 with Hillis 2007: `areas` and `without` are lists by modality, a column for each reader.
two_modalities <- function(areas, without, random) {
  J <- ncol(without$mri)
  m <- nrow(without$mri)
  covariance <- function(x, y) cov(x, y) * (m - 1)^2 / m
  off <- if (J > 1) row(diag(J)) != col(diag(J)) else matrix(FALSE, 1, 1)
  average <- function(matrix, at) if (any(at)) mean(matrix[at]) else 0
  own <- lapply(without, function(x) covariance(x, x))
  across <- covariance(without$mri, without$ct)
  var <- lapply(own, function(of) average(of, diag(J) == 1))
  cov2 <- lapply(own, function(of) average(of, off))
  Var <- mean(unlist(var))
  Cov1 <- average(across, diag(J) == 1)
  Cov2 <- mean(unlist(cov2))
  Cov3 <- average(across, off)
  one <- function(modality) {
    a <- areas[[modality]]
    if (!random) return(limited(mean(a), (var[[modality]] + (J - 1) * max(0, cov2[[modality]])) / J, m - 1, m, TRUE))
    ms <- var(a)
    den <- ms + J * max(0, cov2[[modality]])
    limited(mean(a), den / J, if (ms < 1e-24) NA else (J - 1) * den^2 / ms^2, m, TRUE)
  }
  d <- areas$mri - areas$ct
  difference <- if (random) {
    ms <- var(d) / 2
    den <- ms + J * max(0, Cov2 - Cov3)
    limited(mean(d), 2 * den / J, if (ms < 1e-24) NA else (J - 1) * den^2 / ms^2, m, FALSE)
  } else {
    limited(mean(d), 2 / J * (Var - Cov1 + (J - 1) * max(0, Cov2 - Cov3)), m - 1, m, FALSE)
  }
  list(mri = one("mri"), ct = one("ct"), difference = difference)
}

FROC_FIGURES <- c("", "_standard_error", "_df", "_low", "_high")
FROC_COLUMNS <- c(
  "n_cases", "metastases", "benign", "not_rated", outer(FROC_FIGURES, c("mri", "ct", "difference"), function(figure, of) {
    paste0(of, figure)
  }), "difference_p", "difference_log10_p"
)

froc_row <- function(study, about, lesions, readers, random = FALSE) {
  rated <- lesions[lesions$usable, ]
  m <- length(unique(rated$patient))
  row <- c(about, list(n_readers = length(readers), n_patients = m))
  if (m > 0 && m < study$settings$fewest_patients_shown) return(with_all(row, FROC_COLUMNS))
  row <- c(row, list(
    n_cases = length(unique(rated$case)), metastases = sum(rated$nature == "metastasis"),
    benign = sum(rated$nature == "benign"), not_rated = sum(!lesions$usable)
  ))
  ill <- unique(rated$patient[rated$nature == "metastasis"])
  if (length(ill) < 2) return(with_all(row, setdiff(FROC_COLUMNS, names(row))))
  read <- lapply(c(mri = "mri", ct = "ct"), function(modality) {
    lapply(readers, function(reader) jackknifed_area(rated, rated[[paste(modality, reader, sep = "_")]]))
  })
  areas <- lapply(read, function(own) vapply(own, function(one) one$area, 0))
  without <- lapply(read, function(own) matrix(unlist(lapply(own, function(one) one$without)), ncol = length(readers)))
  found <- two_modalities(areas, without, random)
  for (name in names(found)) row[paste0(name, FROC_FIGURES)] <- found[[name]][c("estimate", "se", "df", "low", "high")]
  if (!is.na(found$difference$df)) {
    t <- found$difference$estimate / found$difference$se
    row$difference_p <- 2 * pt(-abs(t), found$difference$df)
    row$difference_log10_p <- log10_two_sided(pt(-abs(t), found$difference$df, log.p = TRUE))
  }
  row
}

froc_table <- function(study) {
  if (!lists_lesions(study)) return(NULL)
  fewest <- study$settings$fewest_patients_shown
  first <- rated_together(study, unique(study$counted$centre), FIRST_READER)
  rows <- list(froc_row(study, list(group = "all", centre = NA, readers = "one", reader = 1), first, FIRST_READER))

  counted <- paste(study$counted$patient, study$counted$pair)
  lists <- study$visibility[paste(study$visibility$patient, study$visibility$pair) %in% counted, ]
  centres <- sort(unique(lists$centre), method = "radix")
  readers <- sapply(centres, function(centre) sort(unique(lists$reader[lists$centre == centre])), simplify = FALSE)
  centres <- centres[vapply(centres, function(centre) length(readers[[centre]]) > 1, NA)]
  together <- sapply(centres, function(centre) rated_together(study, centre, readers[[centre]]), simplify = FALSE)
  usable <- lapply(together, function(lesions) lesions[lesions$usable, ])
  sizes <- vapply(centres, function(centre) length(unique(usable[[centre]]$patient)), 0)
  shown <- sizes >= fewest
  whole <- first[first$usable, ]
  rest <- function() {
    inside <- unlist(lapply(usable[shown], function(lesions) lesions$case))
    length(unique(whole$patient[!whole$case %in% inside]))
  }
  while (any(shown) && rest() > 0 && rest() < fewest) {
    shown[max(which(shown & sizes == min(sizes[shown])))] <- FALSE
  }
  for (centre in centres[shown]) {
    own <- readers[[centre]]
    about <- function(readers, reader) list(group = "centre", centre = centre, readers = readers, reader = reader)
    for (reader in own) {
      rows <- c(rows, list(froc_row(study, about("one", reader), together[[centre]], reader)))
    }
    rows <- c(rows, list(
      froc_row(study, about("fixed", NA), together[[centre]], own),
      froc_row(study, about("random", NA), together[[centre]], own, random = TRUE)
    ))
  }
  list(key = c("group", "centre", "readers", "reader"), rows = bind_rows(rows))
}
