import type { Comparison } from '#shared/protocol/comparisons.ts';
import type { SignedRankTest } from '#shared/statistics/signed-rank-test.ts';
import type { TTest } from '#shared/statistics/t-test.ts';
import { type ColumnDefinition, flag, integer, number, text } from './result-table.ts';

/** Which two sequences a row compares: every difference is first − second. */
export const comparisonColumns: readonly ColumnDefinition<Comparison>[] = [
  text('first', { fr: 'première séquence', en: 'first sequence' }, ({ first }) => first.name),
  text('second', { fr: 'seconde séquence', en: 'second sequence' }, ({ second }) => second.name),
];

type WithSignedRank = { readonly signedRank: SignedRankTest };

/** Wilcoxon's signed rank test as R 4.2's `wilcox.test(first, second, paired = TRUE, conf.int = TRUE)` gives it. */
export const signedRankColumns: readonly ColumnDefinition<WithSignedRank>[] = [
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
  text('wilcoxon_method', { fr: 'Wilcoxon : loi', en: 'Wilcoxon: law' }, (row) => row.signedRank.method),
  number('wilcoxon_p', { fr: 'Wilcoxon : p', en: 'Wilcoxon: p' }, (row) => row.signedRank.p),
  number(
    'wilcoxon_log10_p',
    { fr: 'Wilcoxon : log10 p', en: 'Wilcoxon: log10 p' },
    (row) => row.signedRank.log10P,
  ),
  number(
    'hodges_lehmann',
    { fr: 'Hodges–Lehmann : différence', en: 'Hodges–Lehmann: difference' },
    (row) => row.signedRank.estimate,
  ),
  number(
    'hodges_lehmann_low',
    { fr: 'Hodges–Lehmann : borne basse', en: 'Hodges–Lehmann: lower limit' },
    (row) => row.signedRank.interval?.lower ?? null,
  ),
  number(
    'hodges_lehmann_high',
    { fr: 'Hodges–Lehmann : borne haute', en: 'Hodges–Lehmann: upper limit' },
    (row) => row.signedRank.interval?.upper ?? null,
  ),
  number(
    'hodges_lehmann_level',
    { fr: 'Hodges–Lehmann : niveau atteint', en: 'Hodges–Lehmann: level attained' },
    (row) => row.signedRank.interval?.level ?? null,
  ),
  text(
    'wilcoxon_reason',
    { fr: 'Wilcoxon : pourquoi vide', en: 'Wilcoxon: why blank' },
    (row) => row.signedRank.reason,
  ),
  text(
    'wilcoxon_warnings',
    { fr: 'Wilcoxon : avertissements de R', en: 'Wilcoxon: R’s warnings' },
    (row) => row.signedRank.warnings.join(' ') || null,
  ),
];

type WithT = { readonly t: TTest };

/** Student's paired t test as R's `t.test(first, second, paired = TRUE)` gives it. */
export const tTestColumns: readonly ColumnDefinition<WithT>[] = [
  number('t', { fr: 'Student : t', en: 'Student: t' }, (row) => row.t.statistic),
  number(
    't_df',
    { fr: 'Student : degrés de liberté', en: 'Student: degrees of freedom' },
    (row) => row.t.degreesOfFreedom,
  ),
  number('t_p', { fr: 'Student : p', en: 'Student: p' }, (row) => row.t.p),
  number('t_log10_p', { fr: 'Student : log10 p', en: 'Student: log10 p' }, (row) => row.t.log10P),
  number(
    't_low',
    { fr: 'Student : borne basse', en: 'Student: lower limit' },
    (row) => row.t.interval?.lower ?? null,
  ),
  number(
    't_high',
    { fr: 'Student : borne haute', en: 'Student: upper limit' },
    (row) => row.t.interval?.upper ?? null,
  ),
  text('t_reason', { fr: 'Student : pourquoi vide', en: 'Student: why blank' }, (row) => row.t.reason),
];
