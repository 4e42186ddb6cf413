import type { Bilingual } from '#shared/language.ts';
import { writtenDay } from './days.ts';

const MONTH = '(?:jan|f[ée]v|feb|mar|avr|apr|mai|may|jui|ju[nl]|ao[uû]|aug|sep|oct|nov|d[ée]c)\\p{L}*\\.?';
/** `05-sept`, `oct-19`, `5 mai 2026`: how a spreadsheet shows a date that nobody meant. */
const IN_LETTERS = new RegExp(
  String.raw`^(?:\d{1,2}[-/. ]${MONTH}(?:[-/. ]\d{2,4})?|${MONTH}[-/. ]\d{2,4})$`,
  'iu',
);

/** Whether a cell is a date in letters or figures, as a spreadsheet makes one of a typed `5-9`, `10/19` or `4/5`. */
export const isSpreadsheetDate = (cell: string): boolean =>
  IN_LETTERS.test(cell) || writtenDay(cell) !== undefined;

/** Why a date is no value of a column of numbers or codes: a sentence without its full stop; else undefined. */
export const whyNoDate = (cell: string): Bilingual | undefined =>
  isSpreadsheetDate(cell)
    ? {
        fr: 'C’est une date, que le tableur a sans doute faite de ce qui était écrit : donnez à la colonne le format Texte, puis écrivez de nouveau la valeur',
        en: 'This is a date, which the spreadsheet has probably made of what was written: give the column the format Text, then write the value again',
      }
    : undefined;
