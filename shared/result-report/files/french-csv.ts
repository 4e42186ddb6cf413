import { harmless, quoted } from '#shared/publication/csv.ts';
import type { ResultTable, ResultValue } from '#shared/publication/result-table.ts';

/** How the file of a table for a French spreadsheet is named. */
export const frenchFile = (table: string): string => `${table}.fr.csv`;

/** What a French spreadsheet reads as yes and as no. */
export const FRENCH_YES_NO = ['VRAI', 'FAUX'] as const;

/**
 * A table as Excel in French opens it by a double click: semicolon, decimal comma, CRLF, a byte-order mark; names of
 * columns and codes as in the other files, every figure with all its digits.
 */
export function frenchCsv({ columns, rows }: ResultTable): string {
  const line = (cells: readonly string[]) => `${cells.map((cell) => quoted(cell, ';')).join(';')}\r\n`;
  return [
    BYTE_ORDER_MARK,
    line(columns.map(({ name }) => name)),
    ...rows.map((row) => line(row.map(frenchCell))),
  ].join('');
}

const BYTE_ORDER_MARK = '\uFEFF';

function frenchCell(value: ResultValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return FRENCH_YES_NO[value ? 0 : 1];
  return typeof value === 'number' ? withoutExponent(value).replace('.', ',') : asText(value);
}

/** Beyond this many zeros Excel may not read a decimal number; it reads an exponent there. */
const MOST_ZEROS = 100;

/**
 * The shortest decimal writing that reads back as the same double, without an exponent, which LibreOffice takes for a
 * text unless one ticks a box.
 */
function withoutExponent(value: number): string {
  const [, sign = '', whole = '', decimals = '', exponent = ''] =
    /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(String(value)) ?? [];
  const zeros = -Number(exponent) - whole.length;
  if (exponent === '' || zeros < 0 || zeros > MOST_ZEROS) return String(value);
  return `${sign}0.${'0'.repeat(zeros)}${whole}${decimals}`;
}

/** Digits with what a date, a time, a fraction, a percentage, an amount or an exponent has between and behind them. */
const NUMBER_OR_DATE = /^\d[\d\s.,:/%€e+-]*$/i;
/** A name of a month, or its beginning, with a day or year before or behind it. */
const MONTH =
  /^(?=.*\d)(?:\d+[\s./-]?)?(?:jan|f[eé]v|feb|mar|avr|apr|mai|may|juin|jun|juil|jul|ao[uû]|aug|sep|oct|nov|d[eé]c)[a-zéû]*\.?(?:[\s./-]?\d+){0,2}$/i;
const YES_NO = /^(?:vrai|faux|true|false)$/i;
/** A whole number stays what it is, whether it is read as a number or not. */
const WHOLE = /^(?:0|[1-9]\d{0,14})$/;

/** A text that stays one: an apostrophe before what a spreadsheet would run, or take for something else. */
const asText = (text: string): string =>
  !WHOLE.test(text) && [NUMBER_OR_DATE, MONTH, YES_NO].some((other) => other.test(text))
    ? `'${text}`
    : harmless(text);
