import { limitColumns, pColumns, type Scale, scaled } from '#shared/publication/column-groups.ts';
import {
  codedFigure,
  explained,
  figure,
  flagFigure,
  wholeFigure,
  withReason,
} from '#shared/publication/figure-columns.ts';
import { type ColumnDefinition, codedList } from '#shared/publication/result-table.ts';
import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { type Figure, isMissing, mapped, missing } from '#shared/statistics/figure.ts';
import type { Interval } from '#shared/statistics/outcome.ts';
import { WARNING_TITLES } from '#shared/statistics/reason-titles.ts';
import type { SignedRankTestWithInterval } from '#shared/statistics/signed-rank-test-with-interval.ts';
import type { TTest } from '#shared/statistics/t-test.ts';
import { LAWS } from './laws.ts';

const WARNINGS = vocabulary('warning', entriesOf(WARNING_TITLES));

type WithSignedRank = { readonly signedRank: SignedRankTestWithInterval };
const WILCOXON = { fr: 'Wilcoxon', en: 'Wilcoxon' };
const HODGES_LEHMANN = { fr: 'Hodges–Lehmann', en: 'Hodges–Lehmann' };

/** Wilcoxon's signed rank test as R 4.2's `wilcox.test(first, second, paired = TRUE, conf.int = TRUE)` gives it. */
export function signedRankColumns(scale: Scale): readonly ColumnDefinition<WithSignedRank>[] {
  const location = hodgesLehmann(scale);
  return [
    ...test.figures,
    ...location.figures,
    location.reason,
    test.reason,
    codedList(
      'wilcoxon_warnings',
      { fr: 'Wilcoxon : avertissements de R', en: 'Wilcoxon: R’s warnings' },
      WARNINGS,
      // R warns of how p and limits are made; where there is no p there is nothing to warn of.
      ({ signedRank }) => (isMissing(signedRank.pValue) ? [] : signedRank.warnings),
    ),
  ];
}

/** The law of a p; missing, for its reason, where there is none. */
const whereTested = <T>({ pValue }: SignedRankTestWithInterval, law: Figure<T>): Figure<T> =>
  isMissing(pValue) ? pValue : law;

/** Of one difference R's interval is that difference, at the level 0: none. */
const attained = ({ interval }: SignedRankTestWithInterval): Figure<Interval> =>
  !isMissing(interval) && interval.level === 0 ? missing('too_few_observations') : interval;

const test = explained<WithSignedRank>('wilcoxon', WILCOXON, [
  figure(
    'wilcoxon_v',
    { fr: 'Wilcoxon : V, somme des rangs positifs', en: 'Wilcoxon: V, sum of the positive ranks' },
    ({ signedRank }) => signedRank.statistic,
  ),
  wholeFigure(
    'wilcoxon_n_used',
    { fr: 'Wilcoxon : différences non nulles', en: 'Wilcoxon: differences that are not zero' },
    ({ signedRank }) => signedRank.used,
  ),
  wholeFigure(
    'wilcoxon_zeros',
    { fr: 'Wilcoxon : différences nulles, écartées', en: 'Wilcoxon: zero differences, dropped' },
    ({ signedRank }) => signedRank.zeros,
  ),
  flagFigure(
    'wilcoxon_ties',
    { fr: 'Wilcoxon : y a-t-il des ex æquo', en: 'Wilcoxon: whether there are ties' },
    (row) => row.signedRank.ties,
  ),
  codedFigure('wilcoxon_method', { fr: 'Wilcoxon : loi', en: 'Wilcoxon: law' }, LAWS, ({ signedRank }) =>
    whereTested(signedRank, signedRank.method),
  ),
  ...pColumns('wilcoxon', WILCOXON, ({ signedRank }: WithSignedRank) => signedRank.pValue),
]);

/** R gives no interval where all differences are equal; its p stands all the same. */
const hodgesLehmann = (scale: Scale) =>
  explained<WithSignedRank>('hodges_lehmann', HODGES_LEHMANN, [
    scaled(
      scale,
      'hodges_lehmann',
      {
        fr: 'Hodges–Lehmann : pseudo-médiane des différences',
        en: 'Hodges–Lehmann: pseudomedian of the differences',
      },
      ({ signedRank }) => signedRank.estimate,
    ),
    ...limitColumns(scale, 'hodges_lehmann', HODGES_LEHMANN, ({ signedRank }: WithSignedRank) =>
      attained(signedRank),
    ),
    figure(
      'hodges_lehmann_level',
      {
        fr: 'Hodges–Lehmann : niveau de confiance atteint (de 0 à 1)',
        en: 'Hodges–Lehmann: confidence level attained (0 to 1)',
      },
      ({ signedRank }) => mapped(attained(signedRank), ({ level }) => level),
    ),
  ]);

type WithT = { readonly t: TTest };
const STUDENT = { fr: 'Student', en: 'Student' };
const MEAN = { fr: 'Student, différence moyenne', en: 'Student, mean difference' };

/** Student's paired t test as R's `t.test(first, second, paired = TRUE)` gives it. */
export const tTestColumns = (scale: Scale): readonly ColumnDefinition<WithT>[] =>
  withReason<WithT>('t', STUDENT, [
    figure('t', { fr: 'Student : t', en: 'Student: t' }, ({ t }) => t.statistic),
    figure(
      't_df',
      { fr: 'Student : degrés de liberté', en: 'Student: degrees of freedom' },
      ({ t }) => t.degreesOfFreedom,
    ),
    ...pColumns('t', STUDENT, ({ t }: WithT) => t.pValue),
    ...limitColumns(scale, 't', MEAN, ({ t }: WithT) => t.interval),
  ]);
