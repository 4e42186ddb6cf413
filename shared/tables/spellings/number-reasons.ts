import type { Bilingual } from '#shared/language.ts';
import { whyNoValue } from './any-cell-reasons.ts';
import { type NumberForm, numberReader } from './numbers.ts';
import { whyNoDate } from './spreadsheet-dates.ts';

export interface NumberRange {
  readonly from: number;
  readonly to?: number;
}

const NUMBER = String.raw`\d+(?:[.,]\d+)?`;
const CENTRE_DECIDES: Bilingual = {
  fr: 'quel nombre écrire, c’est au protocole du centre de le dire',
  en: 'which number to write is for the centre’s protocol to say',
};

const NUMBER_ALONE: Bilingual = {
  fr: 'Écrivez le nombre seul, sans unité ni mot',
  en: 'Write the number alone, without a unit or word',
};

type Shape = readonly [RegExp, (form: NumberForm) => Bilingual];

/** What is more than one number; between two of them any dash may stand. */
const SEVERAL: readonly Shape[] = [
  [
    /^(?:[<>≤≥~≈±]|(?:inf|sup|moins|plus|env|less|more|about|under|over)\p{L}*\.?\s)/iu,
    () => ({
      fr: `Une limite n’est pas un nombre : ${CENTRE_DECIDES.fr}`,
      en: `A limit is not a number: ${CENTRE_DECIDES.en}`,
    }),
  ],
  [
    new RegExp(String.raw`^${NUMBER}\s*(?:[-‐‑–—/]|à|a|et|ou|to|and|or|\.\.+)\s*${NUMBER}\D*$`, 'iu'),
    () => ({
      fr: `Un intervalle n’est pas un nombre : ${CENTRE_DECIDES.fr}`,
      en: `A range is not a number: ${CENTRE_DECIDES.en}`,
    }),
  ],
  [
    new RegExp(String.raw`^${NUMBER}\s*(?:mm)?\s*[x×*]\s*${NUMBER}.*$`, 'iu'),
    ({ unit }) =>
      unit === 'mm'
        ? {
            fr: 'Il y a plusieurs diamètres : écrivez le plus grand, axial, seul',
            en: 'There are several diameters: write the greatest axial one alone',
          }
        : {
            fr: 'Il y a plusieurs nombres : écrivez-en un seul',
            en: 'There are several numbers: write a single one',
          },
  ],
];

/** What may be a number, but for how it is written. */
const MISWRITTEN: readonly Shape[] = [
  [
    /\d\s+\d/,
    () => ({
      fr: 'Une espace coupe ce nombre, entre des milliers ou à la place d’une virgule : supprimez-la, ou remplacez-la',
      en: 'A space cuts this number, between thousands or in place of a decimal point: delete it, or replace it',
    }),
  ],
  [
    /\d[.,']\d+[.,']\d/,
    () => ({
      fr: 'Il y a deux séparateurs dans ce nombre : écrivez-le sans séparateur de milliers, avec une seule virgule',
      en: 'There are two separators in this number: write it without one between thousands, with a single decimal sign',
    }),
  ],
  [
    /^[+-]?\d+(?:[.,]\d*)?e[+-]?\d+$/i,
    () => ({ fr: 'Écrivez ce nombre sans exposant', en: 'Write this number without an exponent' }),
  ],
  [new RegExp(String.raw`^(?:\p{L}+\.?|n[°º]|#)\s*${NUMBER}$`, 'iu'), () => NUMBER_ALONE],
  [
    new RegExp(String.raw`^${NUMBER}\s*(?:%|\p{L}[\p{L}\s./²³]*)$`, 'u'),
    ({ unit }) =>
      unit === undefined
        ? NUMBER_ALONE
        : {
            fr: `L’unité de la colonne est ${unit} : convertissez, et écrivez le nombre seul`,
            en: `The column’s unit is ${unit}: convert, and write the number alone`,
          },
  ],
  [
    /^-\s*[\d.,]/,
    () => ({ fr: 'Le nombre est négatif : vérifiez-le', en: 'The number is negative: check it' }),
  ],
  [/^\+\s*[\d.,]/, () => ({ fr: 'Écrivez le nombre sans signe', en: 'Write the number without a sign' })],
  [
    /^\d+[.,]$/,
    () => ({
      fr: 'Il manque une décimale après la virgule : ajoutez-la, ou supprimez la virgule',
      en: 'There is no decimal after the point: add it, or delete the point',
    }),
  ],
];

/** Why a cell is no number of that form and range: a sentence without its full stop; undefined where none is known. */
export function numberReasons(form: NumberForm, { from, to }: NumberRange) {
  const read = numberReader(form);
  const finer = numberReader({ ...form, decimals: FINEST });
  return (cell: string): Bilingual | undefined => {
    const value = read(cell);
    if (value !== undefined && value < from)
      return { fr: `Ce nombre est inférieur à ${from}`, en: `This number is under ${from}` };
    if (value !== undefined && to !== undefined && value > to) return over(to);
    if (finer(cell) !== undefined) return tooFine(form.decimals);
    if (to !== undefined && /^\d+$/.test(cell)) return over(to);
    const like = (shapes: readonly Shape[]) => shapes.find(([shape]) => shape.test(cell))?.[1](form);
    return like(SEVERAL) ?? whyNoValue(cell) ?? whyNoDate(cell) ?? like(MISWRITTEN);
  };
}

const over = (to: number): Bilingual => ({
  fr: `Ce nombre est supérieur à ${to}`,
  en: `This number is over ${to}`,
});

const FINEST = 30;

function tooFine(decimals: number): Bilingual {
  return decimals === 0
    ? { fr: 'Ce n’est pas un nombre entier', en: 'This is not a whole number' }
    : {
        fr:
          decimals === 1
            ? 'Ce nombre a plus d’une décimale : arrondissez'
            : `Ce nombre a plus de ${decimals} décimales : arrondissez`,
        en:
          decimals === 1
            ? 'This number has more than one decimal: round it'
            : `This number has more than ${decimals} decimals: round it`,
      };
}
