import type { Titles } from '#shared/language.ts';
import type { Reason, Warning } from './outcome.ts';

/** Why a figure does not exist. */
export const REASON_TITLES: Titles<Reason> = {
  lengths_differ: {
    fr: 'les deux séries n’ont pas le même nombre de valeurs',
    en: 'the two series do not have the same number of values',
  },
  no_observation: { fr: 'aucune valeur, ou un total nul', en: 'no value, or a total of 0' },
  too_few_observations: { fr: 'trop peu d’observations', en: 'too few observations' },
  all_zero: { fr: 'toutes les différences sont nulles', en: 'all differences are zero' },
  no_variation: { fr: 'les valeurs ne varient pas', en: 'the values do not vary' },
  infinite_value: { fr: 'une valeur est infinie', en: 'a value is infinite' },
  invalid_mu: {
    fr: 'la valeur de référence n’est pas un nombre fini',
    en: 'the reference value is not a finite number',
  },
  invalid_level: {
    fr: 'le niveau de confiance n’est pas entre 0 et 1',
    en: 'the confidence level is not between 0 and 1',
  },
  exact_law_too_large: {
    fr: 'trop d’observations pour la loi exacte',
    en: 'too many observations for the exact law',
  },
  too_few_patients: { fr: 'trop peu de patients', en: 'too few patients' },
  too_few_centres: { fr: 'trop peu de centres', en: 'too few centres' },
  sums_all_zero: {
    fr: 'chez chaque patient, la somme des différences est nulle',
    en: 'each patient’s differences add up to zero',
  },
  perfect_agreement: { fr: 'les deux séries sont identiques', en: 'the two series are identical' },
  constant_difference: {
    fr: 'les deux séries diffèrent partout d’autant',
    en: 'the two series differ by the same amount throughout',
  },
  perfect_fit: { fr: 'les points sont alignés', en: 'the points lie on a line' },
  limits_beside_estimate: {
    fr: 'les bornes approchées ne contiennent pas l’estimation',
    en: 'the approximate limits do not contain the estimate',
  },
};

/** What limits a figure that is given nevertheless. */
export const WARNING_TITLES: Titles<Warning> = {
  level_not_achievable: {
    fr: 'le niveau de confiance demandé ne peut pas être atteint ; le niveau atteint est indiqué',
    en: 'the requested confidence level cannot be attained; the level attained is given',
  },
  no_interval_when_constant: {
    fr: 'pas d’intervalle de confiance : toutes les différences sont égales',
    en: 'no confidence interval: all differences are equal',
  },
  no_exact_p_with_ties: {
    fr: 'p approchée (loi normale) : des différences sont ex æquo',
    en: 'approximate p (normal law): some differences are tied',
  },
  no_exact_interval_with_ties: {
    fr: 'intervalle approché (loi normale) : des différences sont ex æquo',
    en: 'approximate interval (normal law): some differences are tied',
  },
  no_exact_p_with_zeros: {
    fr: 'p approchée (loi normale) : des différences sont nulles',
    en: 'approximate p (normal law): some differences are zero',
  },
  no_exact_interval_with_zeros: {
    fr: 'intervalle approché (loi normale) : des différences sont nulles',
    en: 'approximate interval (normal law): some differences are zero',
  },
};
