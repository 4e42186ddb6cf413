# The study's fixed words and their order (shared/protocol: sequences, sides, comparisons).

SEQUENCES <- c("mri_t2fs", "mri_diffusion", "mri_arterial", "mri_portal", "ct_arterial", "ct_portal")
SIDES <- c("right", "left")
REGIONS <- c("whole", SIDES)

modality_of <- function(name) sub("_.*", "", name)

# Whatever is counted: each modality's sequences, then its total, which counts the distinct lesions.
COUNTED <- c(SEQUENCES[1:4], "mri_total", SEQUENCES[5:6], "ct_total")

# The union that stands for all metastases (thesis, line 1139).
ALL_LESIONS <- "mri_total"

# All 15 comparisons, first before second; every difference is first - second.
COMPARISONS <- data.frame(
  first = rep(SEQUENCES, times = 5:0),
  second = unlist(lapply(1:5, function(i) SEQUENCES[(i + 1):6]))
)

# Where a figure needs patients enough for a large-sample law (statistics README, "Held back").
FEWEST_PATIENTS_LARGE_SAMPLE <- 6
FEWEST_PATIENTS <- 2
