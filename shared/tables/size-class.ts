import type { Bilingual, Titles } from '#shared/language.ts';
import { type ColumnKind, oneOf } from './column-kinds.ts';

/** How large a lesion is, by its greatest axial diameter on any sequence. */
export const SIZE_CLASSES = {
  under_5: { fr: 'moins de 5 mm', en: 'under 5 mm' },
  '5_9': { fr: 'de 5 à 9 mm', en: '5 to 9 mm' },
  '10_19': { fr: 'de 10 à 19 mm', en: '10 to 19 mm' },
  '20_or_more': { fr: '20 mm et plus', en: '20 mm or more' },
} as const satisfies Titles;
export type SizeClass = keyof typeof SIZE_CLASSES;

/** The class of a size in millimetres: 9.9 mm are under 10, 10.0 are not. */
export function sizeClassOf(millimetres: number): SizeClass {
  if (millimetres < 5) return 'under_5';
  if (millimetres < 10) return '5_9';
  return millimetres < 20 ? '10_19' : '20_or_more';
}

const CODES = oneOf(SIZE_CLASSES);
const DIGITS = /^\d+$/;

/** A class by its code or title; a measure is refused with the class to write. */
export const SIZE_CLASS: ColumnKind<SizeClass> = {
  ...CODES,
  // Digits alone are millimetres: without its underscore, 5_9 would be 59.
  read: (cell) => (DIGITS.test(cell) ? undefined : CODES.read(cell)),
  whyNot: (cell) => whyNoClass(cell) ?? CODES.whyNot(cell),
};

const MEASURE = /^(\d{1,3}(?:[.,]\d+)?)\s*(mm|cm)?$/i;
const LIMITS: readonly (readonly [RegExp, SizeClass])[] = [
  [/^<\s*(?:5\s*(?:mm)?|0[.,]5\s*cm)$/i, 'under_5'],
  [/^(?:>|≥|>=)\s*(?:20\s*(?:mm)?|2\s*cm)$/i, '20_or_more'],
];

function whyNoClass(cell: string): Bilingual | undefined {
  const [, number, unit] = MEASURE.exec(cell) ?? [];
  if (number !== undefined) return classOfMeasure(number, unit?.toLowerCase());
  const [, code] = LIMITS.find(([limit]) => limit.test(cell)) ?? [];
  return (
    code && {
      fr: `Une limite s’écrit ici par son code : ${code}`,
      en: `A limit is written here by its code: ${code}`,
    }
  );
}

/** Of a small number without its unit nobody knows whether it is one of centimetres. */
const MOST_CENTIMETRES = 5;

function classOfMeasure(number: string, unit: string | undefined): Bilingual {
  const value = Number(number.replace(',', '.'));
  const millimetres = { size: `${number} mm`, code: sizeClassOf(value) };
  const centimetres = { size: `${number} cm`, code: sizeClassOf(value * 10) };
  const either = value < MOST_CENTIMETRES ? [millimetres, centimetres] : [millimetres];
  const meant = unit === undefined ? either : [unit === 'cm' ? centimetres : millimetres];
  const [fr, en] = [
    meant.map(({ size, code }) => `pour ${size}, écrivez ${code}`),
    meant.map(({ size, code }) => `for ${size}, write ${code}`),
  ];
  return {
    fr: `La colonne dit une classe, pas une mesure : ${fr.join(' ; ')}`,
    en: `The column says a class, not a measure: ${en.join('; ')}`,
  };
}
