import { type Bilingual, withDetail } from '#shared/language.ts';
import { type Figure, mapped, missing } from '#shared/statistics/figure.ts';
import type { Interval, PValue } from '#shared/statistics/outcome.ts';
import { type FigureColumn, figure } from './figure-columns.ts';
import type { ReasonCode } from './reasons.ts';

/** How a table gives figures that were computed on whole numbers: in `unit`, `parts` of the whole numbers each. */
export interface Scale {
  readonly unit: string | null;
  readonly parts: number;
}

/** A ratio, an effect size. */
export const UNITLESS: Scale = { unit: null, parts: 1 };
export const METASTASES: Scale = { unit: 'metastases', parts: 1 };
/** Of tenths of a millimetre. */
export const MILLIMETRES: Scale = { unit: 'mm', parts: 10 };
/** Of proportions. */
export const PERCENT: Scale = { unit: '%', parts: 0.01 };
/** Of differences and errors of proportions. */
export const PERCENTAGE_POINTS: Scale = { unit: 'percentage points', parts: 0.01 };

/** A share in per cent; of nothing there is none. */
export const percentage = (part: number, whole: number): Figure =>
  whole === 0 ? missing('no_observation') : (100 * part) / whole;

/** A figure in the unit of a scale. */
export const scaled = <S>(
  { unit, parts }: Scale,
  name: string,
  title: Bilingual,
  read: (subject: S) => Figure<number, ReasonCode>,
): FigureColumn<S> => figure(name, title, (subject) => mapped(read(subject), (value) => value / parts), unit);

const LOWER_LIMIT = { fr: 'borne basse à 95 %', en: 'lower 95 % limit' };
const UPPER_LIMIT = { fr: 'borne haute à 95 %', en: 'upper 95 % limit' };

/** `<name>_low` and `<name>_high`. */
export const limitColumns = <S>(
  scale: Scale,
  name: string,
  label: Bilingual,
  interval: (subject: S) => Figure<Pick<Interval, 'lower' | 'upper'>, ReasonCode>,
): readonly FigureColumn<S>[] => [
  scaled(scale, `${name}_low`, withDetail(label, LOWER_LIMIT), (subject) =>
    mapped(interval(subject), ({ lower }) => lower),
  ),
  scaled(scale, `${name}_high`, withDetail(label, UPPER_LIMIT), (subject) =>
    mapped(interval(subject), ({ upper }) => upper),
  ),
];

/** A p-value, or what is made of one. */
export const significance = <S>(
  name: string,
  title: Bilingual,
  read: (subject: S) => Figure<number, ReasonCode>,
): FigureColumn<S> => ({ ...figure(name, title, read), significance: true });

/** `<name>_p` and its decimal logarithm, which tells apart what underflows to 0. */
export const pColumns = <S>(
  name: string,
  label: Bilingual,
  pValue: (subject: S) => Figure<PValue, ReasonCode>,
): readonly FigureColumn<S>[] => [
  significance(`${name}_p`, withDetail(label, { fr: 'p', en: 'p' }), (subject) =>
    mapped(pValue(subject), ({ p }) => p),
  ),
  significance(`${name}_log10_p`, withDetail(label, { fr: 'log10 p', en: 'log10 p' }), (subject) =>
    mapped(pValue(subject), ({ log10P }) => log10P),
  ),
];
