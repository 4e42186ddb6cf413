import type { Bilingual } from '#shared/language.ts';
import type { ResultColumn, ResultValue } from '#shared/publication/result-table.ts';
import type { TitleOf } from './read-table.ts';
import { figureCell, nameCell, type ReadableCell } from './readable-table.ts';
import { shownCell } from './shown-cell.ts';

const FEWEST_DIGITS = 4;
const MOST_DIGITS = 17;

/** Of a table that the other result does not have. */
const UNKNOWN_COLUMN: ResultColumn = {
  name: '',
  type: 'text',
  unit: null,
  title: { fr: '', en: '' },
  vocabulary: null,
};

/** A cell of a published table before and after, rounded to as many digits as show that it moved, four at least. */
export function movedCells(
  before: ResultValue,
  after: ResultValue,
  column: ResultColumn | undefined,
  titleOf: TitleOf,
): readonly [ReadableCell, ReadableCell] {
  const digits = digitsThatDiffer(before, after);
  const cell = (value: ResultValue) => valueCell(value, digits, column, titleOf);
  return [cell(before), cell(after)];
}

/** What names a row: the titles of its labels, in their order; labels that say nothing are left out. */
export function rowName(
  labels: readonly ResultValue[],
  columns: readonly (ResultColumn | undefined)[],
  titleOf: TitleOf,
): ReadableCell {
  const cells = labels.flatMap((label, position) =>
    label === null ? [] : [valueCell(label, FEWEST_DIGITS, columns[position], titleOf)],
  );
  const joined = (language: keyof Bilingual) => cells.map((cell) => cell[language]).join(' · ');
  return nameCell({ fr: joined('fr'), en: joined('en') });
}

function valueCell(
  value: ResultValue,
  digits: number,
  column: ResultColumn | undefined,
  titleOf: TitleOf,
): ReadableCell {
  if (typeof value === 'number') return figureCell(figureText(value, digits));
  return nameCell(shownCell(value, column ?? UNKNOWN_COLUMN, titleOf));
}

const figureText = (value: number, digits: number): string =>
  (Number.isInteger(value) ? String(value) : value.toPrecision(digits)).replace('.', ',').replace('-', '−');

function digitsThatDiffer(before: ResultValue, after: ResultValue): number {
  if (typeof before !== 'number' || typeof after !== 'number') return FEWEST_DIGITS;
  for (let digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
    if (before.toPrecision(digits) !== after.toPrecision(digits)) return digits;
  }
  return MOST_DIGITS;
}
