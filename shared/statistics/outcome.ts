/** Why a figure does not exist. The texts of the codes, French and English, are in `reason-titles.ts`. */
export type Reason =
  | 'lengths_differ'
  | 'no_observation'
  | 'too_few_observations'
  | 'all_zero'
  | 'no_variation'
  | 'infinite_value'
  | 'invalid_mu'
  | 'invalid_level'
  | 'exact_law_too_large'
  | 'too_few_patients'
  | 'too_few_centres'
  | 'sums_all_zero'
  | 'perfect_agreement'
  | 'constant_difference'
  | 'perfect_fit'
  | 'limits_beside_estimate';

/** What R would have warned about while still giving a figure. */
export type Warning =
  | 'level_not_achievable'
  | 'no_interval_when_constant'
  | 'no_exact_p_with_ties'
  | 'no_exact_interval_with_ties'
  | 'no_exact_p_with_zeros'
  | 'no_exact_interval_with_zeros';

/** The alternative hypothesis, about the location of x − y against μ. */
export type Alternative = 'two-sided' | 'less' | 'greater';

/** A p-value with its decimal logarithm, which stays finite where `p` underflows to 0. */
export interface PValue {
  readonly p: number;
  readonly log10P: number;
}

/** `level` is the level attained. A one-sided interval has an infinite limit on its open side. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}
