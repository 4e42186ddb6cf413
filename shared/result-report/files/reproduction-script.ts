import { hasPoints } from '#shared/result-report/published-points.ts';
import { type PublishedResult, rowsOf } from '#shared/result-report/published-result.ts';
import { TESTS_IN_R } from './tests-in-r.ts';

export const REPRODUCTION_SCRIPT = 'reproduce.R';

/** The tables whose p-values follow from the points, and the kind of point that each is made of. */
const TESTED = {
  'primary-comparison': 'count',
  'count-tests': 'count',
  'side-tests': 'count',
  'measure-tests': 'diameter',
} as const;

/**
 * A program in base R that computes every p-value of the tests of counts and diameters once more, from `points.csv` beside
 * it, and compares it with the published one. Undefined where the result has no points or no p.
 */
export function reproductionScript(result: PublishedResult): string | undefined {
  const reproduced = Object.entries(TESTED).filter(
    ([table, kind]) =>
      hasPoints(result, [kind]) && rowsOf(result, table).some((row) => row.figure('wilcoxon_p') !== null),
  );
  if (reproduced.length === 0) return undefined;
  const tables = reproduced.map(([table]) => `"${table}"`).join(', ');
  return `${head(result)}\n\nTABLES <- c(${tables})\n${PROGRAM}`;
}

const head = ({ manifest: { id, codeVersion, rVersion } }: PublishedResult): string => `\
# FR - Recalcule chaque p des tests de ce résultat à partir de points.csv, et le compare au p publié.
# EN - Computes every p of this result's tests once more from points.csv, and compares it with the published one.
#
#   Rscript ${REPRODUCTION_SCRIPT} [FOLDER]
#
# FOLDER : où sont points.csv et les autres tableaux en CSV ; sans lui, le dossier de ce programme.
# FOLDER: where points.csv and the other tables are as CSV; without it, this program's own folder.
#
# R seul suffit, sans paquet. Code de sortie 1 : un p diffère de plus de 1e-9 (écart relatif).
# R alone is needed, no package. Exit code 1: a p differs by more than 1e-9, relatively.
# Result ${id}, code ${codeVersion}; checked with R ${rVersion}.`;

const PROGRAM = String.raw`TOLERANCE <- 1e-9
MRI_TOTAL <- "mri_total" # stands for all metastases
FEWEST_PATIENTS <- 6 # of a large-sample law

here <- function() {
  given <- commandArgs(trailingOnly = TRUE)
  if (length(given) > 0) return(given[1])
  script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
  if (length(script) == 1) dirname(script) else "."
}
read_table <- function(name) {
  path <- file.path(here(), paste0(name, ".csv"))
  if (!file.exists(path)) {
    message(path, " : introuvable / not found. Rscript ${REPRODUCTION_SCRIPT} FOLDER")
    quit(status = 2)
  }
  read.csv(path, stringsAsFactors = FALSE)
}

points <- read_table("points")
pairs_on <- function(side) points[points$kind == "count" & !is.na(points$point) & points$side %in% side, ]
lesions <- points[points$kind == "diameter" & !is.na(points$point), ]

${TESTS_IN_R}

# --- The rows of each table --------------------------------------------------------------------------------------

count_row <- function(row) {
  own <- pairs_on(row$side)
  by_patient <- function(name) totals_by(own[[name]], own$patient)
  c(
    paired_p(own[[row$first]], own[[row$second]], own$patient, row$cluster_method),
    rate_ratio_p = rate_ratio_p(by_patient(row$first), by_patient(row$second)),
    mcnemar_p = mcnemar_p(by_patient(row$first), by_patient(row$second), by_patient(MRI_TOTAL))
  )
}
side_row <- function(row) {
  right <- pairs_on("right")
  left <- pairs_on("left")
  left <- left[match(right$point, left$point), ]
  paired_p(right[[row$sequence]], left[[row$sequence]], right$patient, row$cluster_method)
}
# Whole tenths of a millimetre, so that equal differences are equal.
lesion_row <- function(row) {
  tenths <- function(name) round(10 * lesions[[name]])
  paired_p(tenths(row$first), tenths(row$second), lesions$patient, row$cluster_method)
}

# Holm's and Benjamini and Hochberg's p of each family.
in_families <- function(found, family) {
  for (test in c("wilcoxon", "t", "cluster")) for (method in c("holm", "BH")) {
    name <- paste0(test, "_p_", tolower(method))
    found[[name]] <- ave(found[[paste0(test, "_p")]], family, FUN = function(p) p.adjust(p, method))
  }
  found
}

compute <- function(name) {
  published <- read_table(name)
  row_of <- switch(name, "side-tests" = side_row, "measure-tests" = lesion_row, count_row)
  rows <- lapply(seq_len(nrow(published)), function(row) row_of(as.list(published[row, ])))
  found <- as.data.frame(do.call(rbind, rows))
  if (name != "side-tests") {
    # A family of the sides is one of the primary comparison, and one a region of the 15 others.
    family <- if (name == "count-tests") published$side else rep("one", nrow(published))
    found <- in_families(found, family)
  }
  key <- do.call(paste, published[intersect(c("side", "first", "second", "sequence"), names(published))])
  do.call(rbind, lapply(names(found), function(test) {
    data.frame(table = name, row = key, test = test, reproduced = found[[test]], published = published[[test]])
  }))
}

all_p <- do.call(rbind, lapply(TABLES, compute))
# A p that was not published is blank, for the reason beside it.
all_p <- all_p[!is.na(all_p$published), ]
all_p$difference <- ifelse(
  all_p$reproduced == all_p$published, 0, abs(all_p$reproduced - all_p$published) / abs(all_p$published)
)
options(width = 200)
print(format(all_p, digits = 10), row.names = FALSE, max = 1e7)
wrong <- is.na(all_p$difference) | all_p$difference > TOLERANCE
cat(sprintf(
  "\n%d p, plus grand \u00e9cart relatif / largest relative difference: %.2g; diff\u00e9rents / different: %d\n",
  nrow(all_p), max(0, all_p$difference, na.rm = TRUE), sum(wrong)
))
if (any(wrong)) {
  print(format(all_p[wrong, ], digits = 15), row.names = FALSE)
  quit(status = 1)
}
`;
