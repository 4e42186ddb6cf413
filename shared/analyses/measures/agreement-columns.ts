import { withDetail } from '#shared/language.ts';
import { limitColumns, pColumns, type Scale, scaled, UNITLESS } from '#shared/publication/column-groups.ts';
import { type FigureGroup, figure } from '#shared/publication/figure-columns.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import type { Limits } from '#shared/statistics/bland-altman-repeated.ts';
import { type Figure, mapped } from '#shared/statistics/figure.ts';
import type { Interval } from '#shared/statistics/outcome.ts';
import type { AgreementFigures } from './agreement-figures.ts';

const BIAS = {
  fr: 'biais : première − seconde en moyenne (IC par patient, CR2)',
  en: 'bias: first − second on average (interval by patients, CR2)',
};
const RELATIVE_BIAS = {
  fr: 'biais relatif à la moyenne des deux',
  en: 'bias relative to the mean of the two',
};
const LOWER = { fr: 'limite d’accord inférieure', en: 'lower limit of agreement' };
const UPPER = { fr: 'limite d’accord supérieure', en: 'upper limit of agreement' };
const LIMITS = { fr: 'limites d’accord', en: 'limits of agreement' };
// Figures that take the rows as independent say so in their titles: others of the same table do not.
const SLOPE = {
  fr: 'pente de la différence sur la moyenne (par patient, CR2)',
  en: 'slope of difference on mean (by patients, CR2)',
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

/** What the limits of agreement show; of several pairs of readers most of it is missing. */
export interface LimitsOfAgreement {
  readonly bias: { readonly mean: Shown; readonly interval: Shown<Interval> };
  readonly relativeBias: { readonly meanPercent: Shown };
  readonly limits: {
    readonly standardDeviation: Shown;
    readonly limits: Shown<Limits>;
    readonly lowerLimitInterval: Shown<Interval>;
    readonly upperLimitInterval: Shown<Interval>;
  };
}
type Shown<T = number> = Figure<T, ReasonCode>;

export type Intraclass = Pick<AgreementFigures, 'agreement' | 'consistency'>;

/** Bland and Altman's bias and limits, several differences a patient. */
export const limitsOfAgreementColumns = (scale: Scale): readonly FigureGroup<LimitsOfAgreement>[] => [
  {
    name: 'bias',
    label: BIAS,
    figures: [
      scaled(scale, 'bias', BIAS, ({ bias }) => bias.mean),
      ...limitColumns(scale, 'bias', BIAS, ({ bias }: LimitsOfAgreement) => bias.interval),
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
        ({ limits }: LimitsOfAgreement) => limits.lowerLimitInterval,
      ),
      scaled(scale, 'upper_limit', UPPER, ({ limits }) => mapped(limits.limits, ({ upper }) => upper)),
      ...limitColumns(
        scale,
        'upper_limit',
        UPPER,
        ({ limits }: LimitsOfAgreement) => limits.upperLimitInterval,
      ),
    ],
  },
];

/** Whether the difference grows with the size, tested by patients. */
export const slopeColumns: Groups = [
  {
    name: 'slope',
    label: SLOPE,
    figures: [
      figure('slope', SLOPE, ({ slope }) => slope.slope),
      figure(
        'slope_standard_error',
        withDetail(SLOPE, { fr: 'erreur type', en: 'standard error' }),
        ({ slope }) => slope.standardError,
      ),
      figure(
        'slope_df',
        withDetail(SLOPE, { fr: 'degrés de liberté', en: 'degrees of freedom' }),
        ({ slope }) => slope.degreesOfFreedom,
      ),
      ...pColumns('slope', SLOPE, ({ slope }: AgreementFigures) => slope.pValue),
    ],
  },
];

/** The two intraclass correlations of single measures; rows are taken as independent. */
export const intraclassColumns: readonly FigureGroup<Intraclass>[] = [
  {
    name: 'icc_2_1',
    label: ICC_2_1,
    figures: [
      figure('icc_2_1', ICC_2_1, ({ agreement }) => agreement.estimate),
      ...limitColumns(UNITLESS, 'icc_2_1', ICC_2_1, ({ agreement }: Intraclass) => agreement.interval),
    ],
  },
  {
    name: 'icc_3_1',
    label: ICC_3_1,
    figures: [
      figure('icc_3_1', ICC_3_1, ({ consistency }) => consistency.estimate),
      ...limitColumns(UNITLESS, 'icc_3_1', ICC_3_1, ({ consistency }: Intraclass) => consistency.interval),
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
