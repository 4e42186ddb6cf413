import { limitColumns, pColumns, type Scale, scaled, UNITLESS } from '#shared/publication/column-groups.ts';
import { type FigureGroup, figure } from '#shared/publication/figure-columns.ts';
import { type ClusterRobustMean, clusterRobustMean } from '#shared/statistics/cluster-robust-mean.ts';
import { type ClusteredLimits, clusteredLimits } from '#shared/statistics/clustered-limits.ts';
import { clusteredDifferences } from '#shared/statistics/clustered-sample.ts';
import {
  type ConcordanceCorrelation,
  concordanceCorrelation,
} from '#shared/statistics/concordance-correlation.ts';
import { isMissing, mapped } from '#shared/statistics/figure.ts';
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
  const { x, y } = completeColumns(first, second);
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

/** The rows that have both values, as two columns. */
function completeColumns(
  first: Sample,
  second: Sample,
): { readonly x: Float64Array; readonly y: Float64Array } {
  const complete = completePairs(first, second);
  return isMissing(complete) ? { x: new Float64Array(), y: new Float64Array() } : complete;
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

type Groups = readonly FigureGroup<AgreementFigures>[];

/** Bland and Altman's bias and limits, several differences a patient. */
export const limitsOfAgreementColumns = (scale: Scale): Groups => [
  {
    name: 'bias',
    label: BIAS,
    figures: [
      scaled(scale, 'bias', BIAS, ({ bias }) => bias.mean),
      ...limitColumns(scale, 'bias', BIAS, ({ bias }: AgreementFigures) => bias.interval),
    ],
  },
  {
    name: 'relative_bias',
    label: RELATIVE_BIAS,
    figures: [figure('relative_bias', RELATIVE_BIAS, ({ relativeBias }) => relativeBias.meanPercent, '%')],
  },
  {
    name: 'limits',
    label: LIMITS,
    figures: [
      scaled(
        scale,
        'limits_sd',
        {
          fr: 'écart type pour les limites, entre et dans les patients',
          en: 'standard deviation for the limits, between and within patients',
        },
        ({ limits }) => limits.standardDeviation,
      ),
      scaled(scale, 'lower_limit', LOWER, ({ limits }) => mapped(limits.limits, ({ lower }) => lower)),
      ...limitColumns(
        scale,
        'lower_limit',
        LOWER,
        ({ limits }: AgreementFigures) => limits.lowerLimitInterval,
      ),
      scaled(scale, 'upper_limit', UPPER, ({ limits }) => mapped(limits.limits, ({ upper }) => upper)),
      ...limitColumns(
        scale,
        'upper_limit',
        UPPER,
        ({ limits }: AgreementFigures) => limits.upperLimitInterval,
      ),
    ],
  },
];

/** Whether the difference grows with the size; rows are taken as independent. */
export const slopeColumns: Groups = [
  {
    name: 'slope',
    label: SLOPE,
    figures: [
      figure('slope', SLOPE, ({ slope }) => slope.slope),
      figure(
        'slope_standard_error',
        { fr: `${SLOPE.fr} : erreur type`, en: `${SLOPE.en}: standard error` },
        ({ slope }) => slope.standardError,
      ),
      ...pColumns('slope', SLOPE, ({ slope }: AgreementFigures) => slope.pValue),
    ],
  },
];

/** The two intraclass correlations of single measures; rows are taken as independent. */
export const intraclassColumns: Groups = [
  {
    name: 'icc_2_1',
    label: ICC_2_1,
    figures: [
      figure('icc_2_1', ICC_2_1, ({ agreement }) => agreement.estimate),
      ...limitColumns(UNITLESS, 'icc_2_1', ICC_2_1, ({ agreement }: AgreementFigures) => agreement.interval),
    ],
  },
  {
    name: 'icc_3_1',
    label: ICC_3_1,
    figures: [
      figure('icc_3_1', ICC_3_1, ({ consistency }) => consistency.estimate),
      ...limitColumns(
        UNITLESS,
        'icc_3_1',
        ICC_3_1,
        ({ consistency }: AgreementFigures) => consistency.interval,
      ),
    ],
  },
];

/** Lin's concordance; rows are taken as independent. */
export const concordanceColumns: Groups = [
  {
    name: 'ccc',
    label: CCC,
    figures: [
      figure('ccc', CCC, ({ concordance }) => concordance.concordance),
      ...limitColumns(UNITLESS, 'ccc', CCC, ({ concordance }: AgreementFigures) => concordance.interval),
    ],
  },
];
