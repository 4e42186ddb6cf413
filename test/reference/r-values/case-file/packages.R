# Stops with the command that installs what is missing; Debian names its packages after those of R.
require_packages <- function(packages) {
  has <- nzchar(vapply(packages, function(package) system.file(package = package), ""))
  if (all(has)) return(invisible())
  message("R lacks ", paste(packages[!has], collapse = ", "), ": apt-get install ",
          paste0("r-cran-", tolower(packages[!has]), collapse = " "))
  quit(status = 3)
}

# Without what some say at loading about methods of one another that they replace.
load_packages <- function(packages) {
  for (package in packages) suppressMessages(loadNamespace(package))
}
