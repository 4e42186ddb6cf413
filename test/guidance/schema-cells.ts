import { addDays } from '#shared/calendar.ts';
import { type CsvDialect, dayIn } from '#shared/guidance/csv-dialect.ts';
import type { CellForm } from '#shared/tables/cell-form.ts';
import type { Column } from '#shared/tables/table.ts';

/** Cells at and just beyond the bounds of what a column may say. */
export interface Cells {
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
}

export function cellsOf({ kind, blank }: Column, dialect: CsvDialect): Cells {
  const { valid, invalid } = cellsOfForm(kind.form, dialect);
  const notKnown = ['', 'NA', 'NC'];
  return blank === undefined
    ? { valid, invalid: [...invalid, ...notKnown] }
    : { valid: [...valid, ...notKnown], invalid };
}

function cellsOfForm(form: CellForm, dialect: CsvDialect): Cells {
  switch (form.is) {
    case 'text':
      return {
        valid: ['0012', 'a_B-9', 'x'.repeat(32)],
        invalid: ['x'.repeat(33), 'Jeanne D', 'André', 'a/b'],
      };
    case 'word':
      return { valid: form.words, invalid: ['nonsense', '?'] };
    case 'yes or no':
      return { valid: [...form.yes, ...form.no, 'OUI', 'Non', 'VRAI', 'False'], invalid: ['perhaps', '2'] };
    case 'day':
      return {
        valid: [form.from, '2020-02-29', form.to].map((day) => dayIn(dialect, day)),
        invalid: [addDays(form.from, -1), addDays(form.to, 1), '2019-02-29', '2019-04-31', '2019-13-01']
          .map((day) => dayIn(dialect, day))
          .concat('12/31/2019', '43619', '2019'),
      };
    case 'number':
      return numbers(form, dialect);
  }
}

function numbers(
  { decimals, from, to }: Extract<CellForm, { is: 'number' }>,
  { decimal }: CsvDialect,
): Cells {
  const whole = {
    valid: [from, from + 1, to].map(String),
    invalid: ['-1', `${to + 1}`, '<5', '5-6', 'cinq'],
  };
  return decimals === 0
    ? { ...whole, invalid: [...whole.invalid, `${from + 1}${decimal}5`] }
    : { ...whole, valid: [...whole.valid, `${from + 1}${decimal}5`] };
}
