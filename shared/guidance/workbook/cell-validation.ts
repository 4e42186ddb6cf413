import { daysBetween } from '#shared/calendar.ts';
import type { CellForm } from '#shared/tables/cell-form.ts';
import { escaped } from './sheet-xml.ts';

/** The day 0 of a spreadsheet; it counts a 29 February 1900, so days are right from March 1900 on. */
const SHEET_EPOCH = '1899-12-30';

/** A day as the number that a spreadsheet keeps. */
export const sheetDay = (day: string): number => daysBetween(SHEET_EPOCH, day);

interface Validation {
  readonly form: CellForm;
  /** The cells, such as `B2:B2000`. */
  readonly cells: string;
  /** Where the words of a list stand, such as `dictionary!$D$5:$D$7`. */
  readonly words: string | undefined;
  /** What is said beside a cell that is chosen. */
  readonly title: string;
  readonly prompt: string;
  /** What is said of a cell that is something else; the spreadsheet asks itself whether to keep it. */
  readonly doubt: { readonly title: string; readonly text: string };
}

/** Limits that Excel sets. */
const LONGEST_TITLE = 32;
const LONGEST_PROMPT = 255;
const LONGEST_DOUBT = 225;
const cut = (text: string, most: number): string =>
  escaped(text.length > most ? `${text.slice(0, most - 1)}…` : text);

/**
 * What a cell may say, and what is told about it. It only warns: other spellings that the study reads may be typed too.
 * Source: ECMA-376, part 1, §18.3.1.32.
 */
export function validationXml({ form, cells, words, title, prompt, doubt }: Validation): string {
  const { type, formulas } = ruleOf(form, words);
  const told = `allowBlank="1" showInputMessage="1" showErrorMessage="${type === '' ? 0 : 1}" errorStyle="warning"`;
  const said = `promptTitle="${cut(title, LONGEST_TITLE)}" prompt="${cut(prompt, LONGEST_PROMPT)}"`;
  const doubted = `errorTitle="${cut(doubt.title, LONGEST_TITLE)}" error="${cut(doubt.text, LONGEST_DOUBT)}"`;
  const named = formulas.map((formula, at) => `<formula${at + 1}>${formula}</formula${at + 1}>`).join('');
  return `<dataValidation ${type} ${told} ${doubted} ${said} sqref="${cells}">${named}</dataValidation>`;
}

function ruleOf(form: CellForm, words: string | undefined): { type: string; formulas: readonly string[] } {
  if (words !== undefined) return { type: 'type="list"', formulas: [escaped(words)] };
  switch (form.is) {
    case 'day':
      return between('date', sheetDay(form.from), sheetDay(form.to));
    case 'number':
      return between(form.decimals === 0 ? 'whole' : 'decimal', form.from, form.to);
    case 'text':
    case 'word':
    case 'yes or no':
      return { type: '', formulas: [] };
  }
}

const between = (type: string, from: number, to: number) => ({
  type: `type="${type}" operator="between"`,
  formulas: [String(from), String(to)],
});
