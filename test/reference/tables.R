# An oracle for the published tables: every figure computed once more, in R, from a cohort's CSV files and the
# published definitions alone (the dictionary, the documented rules, the papers), never from the project's code.
#
#   Rscript test/reference/tables.R COHORT OUT.json [FEWEST_PATIENTS_SHOWN [TABLE ...]]
#
# COHORT holds one folder for each centre, with plain CSV files (comma, decimal point). OUT.json holds for each table
# the columns that name a row and the rows: see the README beside this file. With table names, only these are made.

command <- commandArgs(trailingOnly = FALSE)
here <- dirname(sub("^--file=", "", grep("^--file=", command, value = TRUE)))
source(file.path(here, "tables", "sequences.R"))
for (file in list.files(file.path(here, "tables"), pattern = "[.]R$", full.names = TRUE)) source(file)

TABLES <- c(
  "flow", "population", "population-sets", "missing", "dose", "subgroups", "counts",
  "not-on-diffusion", "primary-comparison", "count-tests", "side-tests",
  "detection-rates", "protocols", "omnibus",
  "measures", "measure-histograms", "measure-tests", "sensitivity", "agreement", "recist", "recist-agreement",
  "recist-readers", "readers", "reader-characteristics", "centres", "quality", "points",
  "visibility", "listed-protocols", "lesion-tests", "performance", "froc"
)

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) < 2) stop("usage: Rscript tables.R COHORT OUT.json [FEWEST_PATIENTS_SHOWN [TABLE ...]]")
settings <- list(fewest_patients_shown = if (length(arguments) > 2) as.integer(arguments[3]) else 5L)
wanted <- if (length(arguments) > 3) arguments[-(1:3)] else TABLES

study <- read_study(arguments[1], settings)
# The table "count-tests" is what the function count_tests_table makes of the study.
tables <- sapply(wanted, function(name) {
  make <- get0(paste0(gsub("-", "_", name), "_table"), mode = "function")
  if (is.null(make)) stop("no function makes the table ", name)
  make(study)
}, simplify = FALSE)
# A study that lists no lesion one by one has no tables of them.
write_tables(Filter(Negate(is.null), tables), arguments[2])
