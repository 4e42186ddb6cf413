import type { Bilingual } from '#shared/language.ts';
import type { ResultTable } from '#shared/publication/result-table.ts';
import { bilingual } from '#shared/result-report/page/bilingual-text.ts';
import { type Content, element } from '#shared/result-report/page/html.ts';
import { dataOf } from '#shared/result-report/page/shown-data.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { titledColumn } from './column-heading.ts';
import { REASON } from './reason-marks.ts';
import type { TableLayout } from './table-layout.ts';

const SAME: Bilingual = { fr: 'Identique à chaque ligne :', en: 'The same in every row:' };
const BLANK: Bilingual = { fr: 'Vide à chaque ligne :', en: 'Blank in every row:' };

/** The columns of a table that hold one value, or nothing, in all rows. */
export function saidOnce(
  { titleOf }: PublishedResult,
  { name }: ResultTable,
  { constant, blank }: TableLayout,
): Content {
  return [
    constant.length === 0
      ? null
      : element(
          'p',
          { class: 'once' },
          bilingual(SAME),
          ' ',
          constant.map((laid, position) => [
            position === 0 ? null : ' · ',
            titledColumn(laid.column),
            ' = ',
            dataOf({ table: name, row: 0, column: laid.column, value: laid.values[0] ?? null }, titleOf),
          ]),
        ),
    blank.length === 0
      ? null
      : element(
          'p',
          { class: 'once' },
          bilingual(BLANK),
          ' ',
          blank.map((laid, position) => [
            position === 0 ? null : ' · ',
            laid.column.vocabulary === REASON
              ? element('code', null, laid.column.name)
              : titledColumn(laid.column),
          ]),
        ),
  ];
}
