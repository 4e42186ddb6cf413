import type { Bilingual } from '#shared/language.ts';
import type { Interval } from '#shared/statistics/outcome.ts';
import { REASONS, type ReasonCode } from './reasons.ts';
import { type ColumnDefinition, coded, number } from './result-table.ts';

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

/** A share in per cent; null of nothing. */
export const percentage = (part: number, whole: number): number | null =>
  whole === 0 ? null : (100 * part) / whole;

/** A figure in the unit of a scale. */
export const scaled = <S>(
  { unit, parts }: Scale,
  name: string,
  title: Bilingual,
  value: (subject: S) => number | null,
): ColumnDefinition<S> =>
  number(
    name,
    title,
    (subject) => {
      const figure = value(subject);
      return figure === null ? null : figure / parts;
    },
    unit,
  );

/** `label: what`, in both languages. */
const of = (label: Bilingual, fr: string, en: string): Bilingual => ({
  fr: `${label.fr} : ${fr}`,
  en: `${label.en}: ${en}`,
});

/** `<name>_low` and `<name>_high`. */
export const limitColumns = <S>(
  scale: Scale,
  name: string,
  label: Bilingual,
  interval: (subject: S) => Interval | null,
): readonly ColumnDefinition<S>[] => [
  scaled(
    scale,
    `${name}_low`,
    of(label, 'borne basse à 95 %', 'lower 95 % limit'),
    (subject) => interval(subject)?.lower ?? null,
  ),
  scaled(
    scale,
    `${name}_high`,
    of(label, 'borne haute à 95 %', 'upper 95 % limit'),
    (subject) => interval(subject)?.upper ?? null,
  ),
];

/** `<name>_p` and its decimal logarithm, which tells apart what underflows to 0. */
export const pColumns = <S>(
  name: string,
  label: Bilingual,
  test: (subject: S) => { readonly p: number | null; readonly log10P: number | null },
): readonly ColumnDefinition<S>[] => [
  number(`${name}_p`, of(label, 'p', 'p'), (subject) => test(subject).p),
  number(`${name}_log10_p`, of(label, 'log10 p', 'log10 p'), (subject) => test(subject).log10P),
];

/** `<name>_reason`: the code of why figures of the group are blank. */
export const reasonColumn = <S>(
  name: string,
  label: Bilingual,
  group: (subject: S) => { readonly reason: ReasonCode | null },
): ColumnDefinition<S> =>
  coded(
    `${name}_reason`,
    of(label, 'pourquoi vide', 'why blank'),
    REASONS,
    (subject) => group(subject).reason,
  );
