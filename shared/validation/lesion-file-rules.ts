import type { LesionRow } from '#shared/tables/lesions.ts';
import type { RowKey } from '#shared/tables/tables.ts';
import type { ExaminationSettings } from './examination-settings.ts';
import type { FileRows } from './file-rows.ts';
import { type Conflict, type OtherRows, withoutLastPart } from './identity-rules.ts';
import { isOfLesion } from './lesion-contradictions.ts';
import { largestMeasured } from './lesion-rules.ts';
import type { Problem } from './problem.ts';
import { lesionTooSmall, tooManyLesions } from './row-problems.ts';
import { sideChanges } from './warnings.ts';

/**
 * Lesions that no sequence shows large enough to measure. A number that an earlier pair of the patient has in this file may
 * be smaller, or gone (0): RECIST follows a lesion as far as it shrinks (Eisenhauer 2009, 4.3.2).
 */
export function* lesionsTooSmall(
  rows: FileRows,
  { smallestLesionMillimetres }: ExaminationSettings,
): Generator<Problem> {
  if (rows.table !== 'lesions') return;
  const firstPairs = new Map<string, number>();
  for (const { content } of rows.all) {
    if (content.table !== 'lesions') continue;
    const lesion = lesionOf(content.row);
    firstPairs.set(lesion, Math.min(content.row.pair, firstPairs.get(lesion) ?? content.row.pair));
  }
  for (const { content, at } of rows.all) {
    if (content.table !== 'lesions') continue;
    const { row } = content;
    const largest = largestMeasured(row);
    const isKnown = (firstPairs.get(lesionOf(row)) ?? row.pair) < row.pair;
    if (largest !== undefined && largest.diameter < smallestLesionMillimetres && !isKnown) {
      yield lesionTooSmall(at(largest.name), smallestLesionMillimetres);
    }
  }
}

const lesionOf = ({ patient_id, lesion }: Pick<LesionRow, 'patient_id' | 'lesion'>): string =>
  `${patient_id}#${lesion}`;

/** No more measured lesions than the study has of a pair and reader, in this file and over the centre's older files. */
export function lesionsTooMany(
  rows: FileRows,
  others: OtherRows,
  { mostLesionsMeasured }: ExaminationSettings,
): readonly Conflict[] {
  if (rows.table !== 'lesions') return [];
  const elsewhere = lesionsByPair(others);
  const seen = new Set<RowKey>();
  const measured = new Map<RowKey, number>();
  const tooMany: Conflict[] = [];
  for (const { key, at } of rows.all) {
    // A lesion that stands twice is refused for that; it is not one lesion more.
    if (seen.has(key) || others.lesions.get(key)?.older) continue;
    seen.add(key);
    const pair = withoutLastPart(key);
    const here = (measured.get(pair) ?? 0) + 1;
    measured.set(pair, here);
    const inOtherFiles = elsewhere.get(pair) ?? [];
    if (here + inOtherFiles.length <= mostLesionsMeasured) continue;
    tooMany.push({ problem: tooManyLesions(at('lesion'), mostLesionsMeasured), files: inOtherFiles });
  }
  return tooMany;
}

/** The older files of each lesion of a pair and reader, one entry a lesion. */
function lesionsByPair(others: OtherRows): ReadonlyMap<RowKey, readonly string[]> {
  const files = new Map<RowKey, string[]>();
  for (const [key, { file, older }] of others.lesions) {
    if (!older) continue;
    const pair = withoutLastPart(key);
    files.set(pair, [...(files.get(pair) ?? []), file]);
  }
  return files;
}

/**
 * A lesion number means the same lesion in every pair of the patient, so its side should not change. Where lesions are
 * listed, one reader's that changes it is refused.
 */
export function lesionsChangingSide(rows: FileRows): readonly Problem[] {
  if (rows.table !== 'lesions' && rows.table !== 'visibility') return [];
  const first = new Map<string, { readonly side: string; readonly line: number }>();
  return rows.all.flatMap(({ content, line, at }) => {
    if (!isOfLesion(content)) return [];
    const lesion = lesionOf(content.row);
    const known = first.get(lesion);
    if (known === undefined) first.set(lesion, { side: content.row.side, line });
    return known === undefined || known.side === content.row.side
      ? []
      : [sideChanges(at('side'), known.line)];
  });
}
