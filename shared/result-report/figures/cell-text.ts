import { NO_VALUE } from '#shared/presentation/figures.ts';
import { shownFigure } from '#shared/presentation/shown-figure.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import type { FigureLanguage } from './figure.ts';

/** A figure of a row, as the page shows it. */
export function cellText(row: PublishedRow, column: string, language: FigureLanguage): string {
  const cell = row.cell(column);
  return shownFigure(cell.value, cell.column, language);
}

/** The columns of an estimate and of its limits. */
export interface EstimateColumns {
  readonly estimate: string;
  readonly low: string;
  readonly high: string;
}

/** An estimate and its limits, each null where it is blank. */
export const estimateOf = (row: PublishedRow, { estimate, low, high }: EstimateColumns) => ({
  estimate: row.figure(estimate),
  low: row.figure(low),
  high: row.figure(high),
});

/** `9,6 [5,9 ; 13,4]`; without limits, the figure alone; without a figure, a dash. */
export function withLimits(row: PublishedRow, columns: EstimateColumns, language: FigureLanguage): string {
  const { estimate, low, high } = estimateOf(row, columns);
  if (estimate === null) return NO_VALUE;
  const shown = cellText(row, columns.estimate, language);
  if (low === null || high === null) return shown;
  const separator = language === 'fr' ? '\u00a0; ' : '; ';
  const limits = [columns.low, columns.high].map((column) => cellText(row, column, language));
  return `${shown} [${limits.join(separator)}]`;
}

/** What the code of a cell stands for, beginning with a capital letter where a label does; the code where nobody says. */
export function titleOfCell(
  { titleOf }: PublishedResult,
  row: PublishedRow,
  column: string,
  language: FigureLanguage,
): string {
  const code = row.text(column);
  const { vocabulary } = row.cell(column).column;
  return (vocabulary === null ? undefined : titleOf(vocabulary, code)?.[language]) ?? code;
}

/** `first − second`, as every difference of the study is. */
export const comparisonText = (result: PublishedResult, row: PublishedRow, language: FigureLanguage) =>
  ['first', 'second'].map((column) => titleOfCell(result, row, column, language)).join(' − ');

/** Why figures of some rows are not there, each reason once, for the foot of a figure. */
export const reasonsOf = (
  result: PublishedResult,
  rows: readonly PublishedRow[],
  column: string,
  language: FigureLanguage,
): readonly string[] => [
  ...new Set(
    rows.filter((row) => row.text(column) !== '').map((row) => titleOfCell(result, row, column, language)),
  ),
];
