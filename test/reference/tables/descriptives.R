# Figures that do not exist are NA: of nobody no share and no mean, of one value no standard deviation.

figure <- function(value) if (length(value) == 1 && is.finite(value)) value else NA_real_
percent_of <- function(n, denominator) ifelse(denominator > 0, 100 * n / denominator, NA_real_)
mean_of <- function(x) if (length(x) > 0) mean(x) else NA_real_
median_of <- function(x) if (length(x) > 0) median(x) else NA_real_
sd_of <- function(x) if (length(x) > 1) sd(x) else NA_real_
least <- function(x) if (length(x) > 0) min(x) else NA_real_
greatest <- function(x) if (length(x) > 0) max(x) else NA_real_
