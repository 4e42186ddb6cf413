# Stops with the command that installs what is missing; Debian names its packages after those of R.
require_packages <- function(packages) {
  has <- vapply(packages, requireNamespace, NA, quietly = TRUE)
  if (all(has)) return(invisible())
  message("R lacks ", paste(packages[!has], collapse = ", "), ": apt-get install ",
          paste0("r-cran-", tolower(packages[!has]), collapse = " "))
  quit(status = 2)
}
