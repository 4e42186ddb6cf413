import {
  limitColumns,
  pColumns,
  reasonColumn,
  type Scale,
  scaled,
} from '#shared/publication/column-groups.ts';
import {
  type ColumnDefinition,
  coded,
  codedList,
  flag,
  integer,
  number,
} from '#shared/publication/result-table.ts';
import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import type { Reason } from '#shared/statistics/outcome.ts';
import { WARNING_TITLES } from '#shared/statistics/reason-titles.ts';
import type { SignedRankTest } from '#shared/statistics/signed-rank-test.ts';
import type { TTest } from '#shared/statistics/t-test.ts';
import { LAWS } from './laws.ts';

const WARNINGS = vocabulary('warning', entriesOf(WARNING_TITLES));

type WithSignedRank = { readonly signedRank: SignedRankTest };
const WILCOXON = { fr: 'Wilcoxon', en: 'Wilcoxon' };
const HODGES_LEHMANN = { fr: 'Hodges–Lehmann', en: 'Hodges–Lehmann' };

/** Wilcoxon's signed rank test as R 4.2's `wilcox.test(first, second, paired = TRUE, conf.int = TRUE)` gives it. */
export const signedRankColumns = (scale: Scale): readonly ColumnDefinition<WithSignedRank>[] => [
  number('wilcoxon_v', { fr: 'Wilcoxon : V', en: 'Wilcoxon: V' }, (row) => row.signedRank.statistic),
  integer(
    'wilcoxon_n_used',
    { fr: 'Wilcoxon : différences non nulles', en: 'Wilcoxon: differences that are not zero' },
    (row) => row.signedRank.used,
  ),
  integer(
    'wilcoxon_zeros',
    { fr: 'Wilcoxon : différences nulles, écartées', en: 'Wilcoxon: zero differences, dropped' },
    (row) => row.signedRank.zeros,
  ),
  flag('wilcoxon_ties', { fr: 'Wilcoxon : ex æquo', en: 'Wilcoxon: ties' }, (row) => row.signedRank.ties),
  coded(
    'wilcoxon_method',
    { fr: 'Wilcoxon : loi', en: 'Wilcoxon: law' },
    LAWS,
    (row) => row.signedRank.method,
  ),
  ...pColumns('wilcoxon', WILCOXON, (row: WithSignedRank) => row.signedRank),
  scaled(
    scale,
    'hodges_lehmann',
    { fr: 'Hodges–Lehmann : différence', en: 'Hodges–Lehmann: difference' },
    (row) => row.signedRank.estimate,
  ),
  ...limitColumns(scale, 'hodges_lehmann', HODGES_LEHMANN, (row: WithSignedRank) => row.signedRank.interval),
  number(
    'hodges_lehmann_level',
    { fr: 'Hodges–Lehmann : niveau atteint', en: 'Hodges–Lehmann: level attained' },
    (row) => row.signedRank.interval?.level ?? null,
  ),
  reasonColumn('hodges_lehmann', HODGES_LEHMANN, ({ signedRank }) => ({
    reason: intervalReason(signedRank),
  })),
  reasonColumn('wilcoxon', WILCOXON, (row) => row.signedRank),
  codedList(
    'wilcoxon_warnings',
    { fr: 'Wilcoxon : avertissements de R', en: 'Wilcoxon: R’s warnings' },
    WARNINGS,
    (row) => row.signedRank.warnings,
  ),
];

/** R warns that there is no interval where all differences are equal; its p stands all the same. */
const intervalReason = ({ reason, interval, warnings }: SignedRankTest): Reason | null =>
  interval === null && warnings.includes('no_interval_when_constant') ? 'no_variation' : reason;

type WithT = { readonly t: TTest };
const STUDENT = { fr: 'Student', en: 'Student' };

/** Student's paired t test as R's `t.test(first, second, paired = TRUE)` gives it. */
export const tTestColumns = (scale: Scale): readonly ColumnDefinition<WithT>[] => [
  number('t', { fr: 'Student : t', en: 'Student: t' }, (row) => row.t.statistic),
  number(
    't_df',
    { fr: 'Student : degrés de liberté', en: 'Student: degrees of freedom' },
    (row) => row.t.degreesOfFreedom,
  ),
  ...pColumns('t', STUDENT, (row: WithT) => row.t),
  ...limitColumns(scale, 't', STUDENT, (row: WithT) => row.t.interval),
  reasonColumn('t', STUDENT, (row) => row.t),
];
