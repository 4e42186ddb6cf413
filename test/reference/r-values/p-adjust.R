# stats::p.adjust.
kinds$p_adjust <- list(packages = character(), answer = function(case) {
  I(do.call(p.adjust, c(list(numbers(case$input$p)), arguments(case$args))))
})
