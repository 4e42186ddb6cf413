import type { Alternative, Reason, Warning } from '#shared/statistics/outcome.ts';

/** R's words for the project's codes, verbatim. */
export const rWarnings: Readonly<Record<Warning, string>> = {
  level_not_achievable: 'requested conf.level not achievable',
  no_interval_when_constant: 'cannot compute confidence interval when all observations are zero or tied',
  no_exact_p_with_ties: 'cannot compute exact p-value with ties',
  no_exact_interval_with_ties: 'cannot compute exact confidence interval with ties',
  no_exact_p_with_zeros: 'cannot compute exact p-value with zeroes',
  no_exact_interval_with_zeros: 'cannot compute exact confidence interval with zeroes',
};

export type RErrors = Readonly<Partial<Record<Reason, string>>>;

export const wilcoxonErrors: RErrors = {
  lengths_differ: "'x' and 'y' must have the same length",
  no_observation: "not enough (non-missing) 'x' observations",
  invalid_mu: "'mu' must be a single number",
  invalid_level: "'conf.level' must be a single number between 0 and 1",
};

export const tTestErrors: RErrors = {
  lengths_differ: 'not all arguments have the same length',
  too_few_observations: "not enough 'x' observations",
  no_variation: 'data are essentially constant',
  infinite_value: 'missing value where TRUE/FALSE needed',
  invalid_mu: "'mu' must be a single number",
  invalid_level: "'conf.level' must be a single number between 0 and 1",
};

export const alternatives: Readonly<Record<'two.sided' | 'less' | 'greater', Alternative>> = {
  'two.sided': 'two-sided',
  less: 'less',
  greater: 'greater',
};
