import { type Bilingual, sameInBoth } from '#shared/language.ts';
import type { TitleOf } from '#shared/presentation/read-table.ts';
import { bilingual } from '#shared/result-report/page/bilingual-text.ts';
import { type Content, element } from '#shared/result-report/page/html.ts';

/** A letter for each code, in order: what is said a hundred times in a table is written once under it. */
export type Marks = ReadonlyMap<string, string>;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** `a` … `z`, `aa` … */
const letters = (position: number): string =>
  (position < LETTERS.length ? '' : letters(Math.floor(position / LETTERS.length) - 1)) +
  LETTERS.charAt(position % LETTERS.length);

export const marksOf = (codes: Iterable<string>): Marks =>
  new Map([...new Set(codes)].map((code, position) => [code, letters(position)]));

/** What the letters mean, under a table. */
export const legend = (marks: Marks, titleOf: (code: string) => Bilingual | undefined): Content =>
  marks.size === 0
    ? null
    : element(
        'p',
        { class: 'legend' },
        [...marks].map(([code, mark]) =>
          element(
            'span',
            null,
            element('sup', null, mark),
            ' ',
            bilingual(titleOf(code) ?? sameInBoth(code)),
            ' ',
          ),
        ),
      );

/** The vocabulary of the columns that say why a cell is blank. */
export const REASON = 'reason';

export const reasonLegend = (marks: Marks, titleOf: TitleOf): Content =>
  legend(marks, (code) => titleOf(REASON, code));
