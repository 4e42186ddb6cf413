# The WHO 2019 class from differentiation, Ki67 and mitoses (Digestive System Tumours, 5th edition): G1 Ki67 < 3 % and
# mitoses < 2 per 2 mm2, G2 3-20 or 2-20, G3 above 20; the worse index decides. Poorly differentiated: a carcinoma.

index_grade <- function(value, second) ifelse(value < second, 1, ifelse(value <= 20, 2, 3))

indices_grade <- function(patients) {
  pmax(index_grade(patients$ki67_percent, 3), index_grade(patients$mitoses_per_10_hpf, 2), na.rm = TRUE)
}

who_2019_class <- function(patients) {
  grade <- indices_grade(patients)
  well <- patients$differentiation %in% "well"
  class <- c("net_g1", "net_g2", "g3_net_or_nec")[grade]
  class[grade %in% 3 & well] <- "net_g3"
  class[patients$differentiation %in% "poor"] <- "nec_g3"
  class
}

who_2019_grade <- function(patients) {
  unname(c(net_g1 = 1, net_g2 = 2, net_g3 = 3, nec_g3 = 3, g3_net_or_nec = 3)[who_2019_class(patients)])
}
declared_grade <- function(patients) match(patients$grade, c("G1", "G2", "G3"))
