import {
  limitColumns,
  pColumns,
  reasonColumn,
  type Scale,
  scaled,
  UNITLESS,
} from '#shared/publication/column-groups.ts';
import { type ColumnDefinition, number } from '#shared/publication/result-table.ts';
import { type ClusterRobustMean, clusterRobustMean } from '#shared/statistics/cluster-robust-mean.ts';
import { type ClusteredLimits, clusteredLimits } from '#shared/statistics/clustered-limits.ts';
import { clusteredDifferences } from '#shared/statistics/clustered-sample.ts';
import {
  type ConcordanceCorrelation,
  concordanceCorrelation,
} from '#shared/statistics/concordance-correlation.ts';
import {
  type IntraclassCorrelation,
  intraclassCorrelations,
} from '#shared/statistics/intraclass-correlation.ts';
import { type LinearRegression, linearRegression } from '#shared/statistics/linear-regression.ts';
import { type RelativeDifference, relativeDifference } from '#shared/statistics/relative-difference.ts';
import { completePairs, type Sample } from '#shared/statistics/sample.ts';

/** How well two columns of numbers of the same things agree. */
export interface AgreementFigures {
  readonly n: number;
  readonly patients: number;
  readonly bias: ClusterRobustMean;
  readonly relativeBias: RelativeDifference;
  readonly limits: ClusteredLimits;
  /** Of the difference on the mean of the two. */
  readonly slope: LinearRegression;
  readonly agreement: IntraclassCorrelation;
  readonly consistency: IntraclassCorrelation;
  readonly concordance: ConcordanceCorrelation;
}

/**
 * Differences are first − second; rows without one of the two are left out.
 *
 * @param patients the patient of each row, by any key.
 */
export function agreementOf(first: Sample, second: Sample, patients: ArrayLike<number>): AgreementFigures {
  const differences = clusteredDifferences(first, second, patients);
  const { x, y } = completePairs(first, second) ?? { x: new Float64Array(), y: new Float64Array() };
  const other = (row: number) => y[row] ?? Number.NaN;
  const icc = intraclassCorrelations(Array.from(x, (value, row) => [value, other(row)]));
  return {
    n: differences.values.length,
    patients: differences.patientCount,
    bias: clusterRobustMean(differences),
    relativeBias: relativeDifference(first, second),
    limits: clusteredLimits(differences),
    slope: linearRegression(
      x.map((value, row) => (value + other(row)) / 2),
      differences.values,
    ),
    agreement: icc.agreement,
    consistency: icc.consistency,
    concordance: concordanceCorrelation(x, y),
  };
}

const BIAS = { fr: 'biais (IC par patient, CR2)', en: 'bias (interval by patients, CR2)' };
const RELATIVE_BIAS = {
  fr: 'biais relatif à la moyenne des deux',
  en: 'bias relative to the mean of the two',
};
const LOWER = { fr: 'limite d’accord inférieure', en: 'lower limit of agreement' };
const UPPER = { fr: 'limite d’accord supérieure', en: 'upper limit of agreement' };
const LIMITS = { fr: 'limites d’accord', en: 'limits of agreement' };
// What takes rows for independent says so in its title, beside what does not.
const SLOPE = {
  fr: 'pente de la différence sur la moyenne (lignes indépendantes)',
  en: 'slope of difference on mean (independent rows)',
};
const ICC_2_1 = {
  fr: 'ICC(2,1), accord (lignes indépendantes)',
  en: 'ICC(2,1), agreement (independent rows)',
};
const ICC_3_1 = {
  fr: 'ICC(3,1), cohérence (lignes indépendantes)',
  en: 'ICC(3,1), consistency (independent rows)',
};
const CCC = {
  fr: 'concordance de Lin (lignes indépendantes)',
  en: 'Lin’s concordance (independent rows)',
};

type Columns = readonly ColumnDefinition<AgreementFigures>[];

/** Bland and Altman's bias and limits, several differences a patient. */
export const limitsOfAgreementColumns = (scale: Scale): Columns => [
  scaled(scale, 'bias', BIAS, ({ bias }) => bias.mean),
  ...limitColumns(scale, 'bias', BIAS, ({ bias }: AgreementFigures) => bias.interval),
  reasonColumn('bias', BIAS, ({ bias }) => bias),
  number('relative_bias', RELATIVE_BIAS, ({ relativeBias }) => relativeBias.meanPercent, '%'),
  reasonColumn('relative_bias', RELATIVE_BIAS, ({ relativeBias }) => relativeBias),
  scaled(
    scale,
    'limits_sd',
    {
      fr: 'écart type pour les limites, entre et dans les patients',
      en: 'standard deviation for the limits, between and within patients',
    },
    ({ limits }) => limits.standardDeviation,
  ),
  scaled(scale, 'lower_limit', LOWER, ({ limits }) => limits.limits?.lower ?? null),
  ...limitColumns(scale, 'lower_limit', LOWER, ({ limits }: AgreementFigures) => limits.lowerLimitInterval),
  scaled(scale, 'upper_limit', UPPER, ({ limits }) => limits.limits?.upper ?? null),
  ...limitColumns(scale, 'upper_limit', UPPER, ({ limits }: AgreementFigures) => limits.upperLimitInterval),
  reasonColumn('limits', LIMITS, ({ limits }) => limits),
];

/** Whether the difference grows with the size; rows are taken as independent. */
export const slopeColumns: Columns = [
  number('slope', SLOPE, ({ slope }) => slope.slope),
  number(
    'slope_standard_error',
    { fr: `${SLOPE.fr} : erreur type`, en: `${SLOPE.en}: standard error` },
    ({ slope }) => slope.standardError,
  ),
  ...pColumns('slope', SLOPE, ({ slope }: AgreementFigures) => slope),
  reasonColumn('slope', SLOPE, ({ slope }) => slope),
];

/** The two intraclass correlations of single measures; rows are taken as independent. */
export const intraclassColumns: Columns = [
  number('icc_2_1', ICC_2_1, ({ agreement }) => agreement.estimate),
  ...limitColumns(UNITLESS, 'icc_2_1', ICC_2_1, ({ agreement }: AgreementFigures) => agreement.interval),
  reasonColumn('icc_2_1', ICC_2_1, ({ agreement }) => agreement),
  number('icc_3_1', ICC_3_1, ({ consistency }) => consistency.estimate),
  ...limitColumns(UNITLESS, 'icc_3_1', ICC_3_1, ({ consistency }: AgreementFigures) => consistency.interval),
  reasonColumn('icc_3_1', ICC_3_1, ({ consistency }) => consistency),
];

/** Lin's concordance; rows are taken as independent. */
export const concordanceColumns: Columns = [
  number('ccc', CCC, ({ concordance }) => concordance.concordance),
  ...limitColumns(UNITLESS, 'ccc', CCC, ({ concordance }: AgreementFigures) => concordance.interval),
  reasonColumn('ccc', CCC, ({ concordance }) => concordance),
];
