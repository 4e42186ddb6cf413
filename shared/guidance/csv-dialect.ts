import type { CalendarDay } from '#shared/calendar.ts';
import type { CellForm } from '#shared/tables/cell-form.ts';
import type { CellValue } from '#shared/tables/column-kinds.ts';

/** One way of writing the tables, of the many that are read. */
export interface CsvDialect {
  readonly delimiter: ',' | ';';
  readonly lineEnd: '\n' | '\r\n';
  readonly byteOrderMark: boolean;
  readonly decimal: '.' | ',';
  /** As Table Schema and Python's `strptime` write it. */
  readonly day: '%Y-%m-%d' | '%d/%m/%Y';
  readonly yesNo: readonly [yes: string, no: string];
}

/** What Excel in French opens by a double click and saves again as it was. */
export const FRENCH_SPREADSHEET: CsvDialect = {
  delimiter: ';',
  lineEnd: '\r\n',
  byteOrderMark: true,
  decimal: ',',
  day: '%d/%m/%Y',
  yesNo: ['oui', 'non'],
};

/** What programs write. */
export const PLAIN: CsvDialect = {
  delimiter: ',',
  lineEnd: '\n',
  byteOrderMark: false,
  decimal: '.',
  day: '%Y-%m-%d',
  yesNo: ['yes', 'no'],
};

export const dayIn = ({ day }: CsvDialect, date: CalendarDay): string => {
  const [year = '', month = '', ofMonth = ''] = date.split('-');
  return day.replace('%Y', year).replace('%m', month).replace('%d', ofMonth);
};

/** A value of a column as a cell; a blank one where it is not known. */
export function cellIn(dialect: CsvDialect, form: CellForm, value: CellValue | null): string {
  if (value === null) return '';
  switch (form.is) {
    case 'text':
    case 'word':
      return String(value);
    case 'yes or no':
      return dialect.yesNo[value === true ? 0 : 1];
    case 'day':
      return dayIn(dialect, String(value));
    case 'number':
      return String(value).replace('.', dialect.decimal);
  }
}
