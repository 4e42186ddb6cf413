# Makes the values of test/reference/r/*.json anew: reads each case's question (call, input, args) and writes R's answer
# (expect, warnings, error) beside it. Nothing else of a file is touched.
#
#   Rscript test/reference/r-values.R [--check | --packages] [--anew] [KIND…]
#
#   --check     writes nothing; lists the fields that differ beyond the case's tolerance, and exits 1 when there are any
#   --packages  only says which packages R lacks for the kinds and how to get them; like every run, exits 3 when one is missing
#   --anew      writes every digit that this R gives; without it a value that agrees with the one written stays as it is
#   KIND…       the kinds to make, as the files are named (t_test); all that have a file when none is named
#
# The environment variable R_FIXTURES names another folder of files, as for the tests.

# R's own words, whatever the language of the machine.
invisible(Sys.setlocale("LC_MESSAGES", "C"))
# Some packages ask for the time zone when they are loaded, and complain where the machine has no service to tell it.
if (Sys.getenv("TZ") == "") Sys.setenv(TZ = "UTC")

script <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
here <- dirname(normalizePath(script))
source_folder <- function(folder) {
  for (file in sort(list.files(file.path(here, folder), "[.]R$", full.names = TRUE))) source(file)
}

source(file.path(here, "r-values", "case-file", "packages.R"))
require_packages("jsonlite")
kinds <- list()
source_folder("r-values/case-file")
source_folder("r-values/methods")
source_folder("r-values")

given <- commandArgs(TRUE)
asked <- grep("^--", given, value = TRUE, invert = TRUE)
options_known <- c("--check", "--packages", "--anew")
unknown <- c(setdiff(given, c(asked, options_known)), setdiff(asked, names(kinds)))
if (length(unknown) > 0) {
  message("Not known: ", paste(unknown, collapse = ", "), ". Options: ", paste(options_known, collapse = " "),
          ". Kinds: ", paste(names(kinds), collapse = " "), ".")
  quit(status = 2)
}
folder <- Sys.getenv("R_FIXTURES", file.path(here, "r"))
file_of <- function(kind) file.path(folder, paste0(kind, ".json"))
if (length(asked) == 0) asked <- Filter(function(kind) file.exists(file_of(kind)), names(kinds))

require_packages(unique(unlist(lapply(kinds[asked], `[[`, "packages"))))
if ("--packages" %in% given) quit(status = 0)

differing <- 0
for (kind in asked) {
  load_packages(kinds[[kind]]$packages)
  started <- proc.time()[["elapsed"]]
  result <- answer_file(file_of(kind), kinds[[kind]]$answer,
                        write = !"--check" %in% given, anew = "--anew" %in% given)
  differing <- differing + length(result$differences)
  cat(sprintf("%-22s %3d cases, %d with other values, %.1f s\n", kind, result$cases,
              length(result$differences), proc.time()[["elapsed"]] - started))
  for (id in names(result$differences)) cat(paste0("  ", id, ": ", result$differences[[id]], "\n"), sep = "")
}
if ("--check" %in% given && differing > 0) quit(status = 1)
