import { figure, interval } from '#shared/result-report/page/tables/reading-columns.ts';

/**
 * A mean difference with its limits by patient, the primary test, which knows that pairs are of patients, and the
 * thesis's own tests after it.
 */
export const DIFFERENCE_COLUMNS = [
  figure('mean_difference', { fr: 'différence moyenne', en: 'mean difference' }),
  interval('cr2_low', 'cr2_high', 'cr2_reason', {
    fr: 'IC à 95 %, par patient',
    en: '95% CI, by patient',
  }),
  figure('cluster_p', { fr: 'p principal, par patient', en: 'primary p, by patient' }, 'cluster_reason'),
  figure('cluster_p_holm', { fr: 'p, Holm', en: 'p, Holm' }, 'cluster_reason'),
  figure('wilcoxon_p', { fr: 'p Wilcoxon', en: 'p Wilcoxon' }, 'wilcoxon_reason'),
  figure('t_p', { fr: 'p Student', en: 'p Student' }, 't_reason'),
];
