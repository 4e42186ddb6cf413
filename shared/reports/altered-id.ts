import { pseudonym } from '#shared/tables/column-kinds.ts';

/** Beginnings of the months' names in English and French: `SEPT2` and `1-mai` are dates to a spreadsheet. */
const MONTH = '(?:jan|f[eé]v|feb|mar|apr|avr|ma[iy]|jui?n|jui?l|aug|ao[uû]|sep|oct|nov|d[eé]c)[a-zéû]*';

/** What a spreadsheet takes for something else than a name, and so writes back differently. */
const TAKEN_FOR_ANOTHER: readonly RegExp[] = [
  /^0\d+$/, // 001 becomes 1
  /^\d{12,}$/, // 123456789012 becomes 1.23457E+11
  /^\d+e-?\d+$/i, // 12E5 becomes 1200000
  /^\d+-\d+(?:-\d+)?$/, // 1-2 becomes a day
  new RegExp(`^(?:\\d+[-_]?)?${MONTH}(?:[-_]?\\d+)?$`, 'i'),
  /^(?:true|false|vrai|faux)$/i,
  /^-/, // -A1 is run as a formula
];

/** Whether a cell is a pseudonym of the study which a spreadsheet would alter, unless it is told that it is text. */
export const wouldBeAltered = (cell: string): boolean =>
  pseudonym.read(cell) !== undefined && TAKEN_FOR_ANOTHER.some((pattern) => pattern.test(cell));
