import { type PublishedResult, type PublishedRow, rowsOf } from '#shared/result-report/published-result.ts';
import { reasonsOf } from './cell-text.ts';
import type { FigureLanguage } from './figure.ts';

/** Above this many points a figure shows limits alone: it would be a cloud, and a large file. */
const MOST_POINTS = 1000;
const TEXTS = {
  fr: { without: 'Sans les points un à un', tooMany: 'trop nombreux pour un graphique' },
  en: { without: 'Without single points', tooMany: 'too many for a plot' },
};

const rowsOfKind = (result: PublishedResult, kind: string) =>
  rowsOf(result, 'points').filter((row) => row.text('kind') === kind);
const isPoint = (row: PublishedRow) => row.figure('point') !== null;

/**
 * The single pairs, lesions or patients of a result, where it publishes them; none where it does not, and of a release
 * that had no such table.
 *
 * @param times - how often the figure draws each of them
 */
export function pointsOf(result: PublishedResult, kind: string, times: number): readonly PublishedRow[] {
  const points = rowsOfKind(result, kind).filter(isPoint);
  return points.length * times > MOST_POINTS ? [] : points;
}

/** Why a figure shows no single points although the result has such a table; nothing to say where it shows them. */
export function whyNoPoints(
  result: PublishedResult,
  kind: string,
  times: number,
  language: FigureLanguage,
): readonly string[] {
  const rows = rowsOfKind(result, kind);
  if (rows.length === 0 || pointsOf(result, kind, times).length > 0) return [];
  const { without, tooMany } = TEXTS[language];
  const withheld = rows.filter((row) => !isPoint(row));
  const reasons = withheld.length > 0 ? reasonsOf(result, withheld, 'reason', language) : [tooMany];
  return reasons.map((reason) => `${without}${language === 'fr' ? '\u00a0' : ''}: ${reason}.`);
}

/** `first − second` of a lesion, where both are measured. */
export function differenceOf(point: PublishedRow, first: string, second: string): number | null {
  const [a, b] = [point.figure(first), point.figure(second)];
  return a === null || b === null ? null : a - b;
}
