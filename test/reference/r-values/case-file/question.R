# The vectors of a question: written out, or given by their generator.

# For a question that cannot be put to R, as an error of R is an answer.
wrong_question <- function(...) stop(errorCondition(paste0(...), class = "wrong_question"))

named_numbers <- c("NaN" = NaN, "Inf" = Inf, "-Inf" = -Inf)

number_of <- function(value) {
  if (is.null(value)) return(NA_real_)
  if (is.character(value)) return(named_numbers[[value]])
  as.numeric(value)
}

numbers <- function(values) {
  if (is.null(values)) wrong_question("the input lacks a vector")
  if (!is.null(names(values))) return(lehmer_vector(values$gen, values$check))
  vapply(values, number_of, 0)
}

# Rows of a matrix.
number_rows <- function(rows) do.call(rbind, lapply(rows, numbers))

# Arguments for a function of R: null is NULL, and words stay words.
arguments <- function(args) {
  lapply(args, function(value) if (is.character(value) && value %in% names(named_numbers)) number_of(value) else value)
}

# Park and Miller's generator with multiplier 48271; its products are exact in doubles.
lehmer_uniforms <- function(seed, n) {
  state <- seed
  uniforms <- numeric(n)
  for (index in seq_len(n)) {
    state <- (48271 * state) %% 2147483647
    uniforms[index] <- state / 2147483647
  }
  uniforms
}

# A long vector by its recipe; `check` has four of its figures.
lehmer_vector <- function(gen, check) {
  values <- switch(
    gen$form,
    uniform = gen$lo + (gen$hi - gen$lo) * lehmer_uniforms(gen$seed, gen$n),
    floor = floor(lehmer_uniforms(gen$seed, gen$n) * gen$k) + gen$offset,
    irwin12 = {
      twelve <- matrix(lehmer_uniforms(gen$seed, 12 * gen$n), nrow = 12)
      # Left to right and in doubles: colSums() accumulates in longer numbers.
      total <- twelve[1, ]
      for (row in 2:12) total <- total + twelve[row, ]
      gen$mean + gen$sd * (total - 6)
    },
    wrong_question("unknown form of generator: ", gen$form))
  followed <- values[1] == check$first && values[2] == check$second && values[gen$n] == check$last &&
    abs(sum(values) - check$sum) <= 1e-9 * abs(check$sum)
  if (!followed) wrong_question("the generated vector of seed ", gen$seed, " differs from its check")
  values
}
