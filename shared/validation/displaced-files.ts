import type { RowKey } from '#shared/tables/tables.ts';
import { filesWithAlikeIds } from './alike-ids.ts';
import type { ExaminationSettings } from './examination-settings.ts';
import type { FileRow } from './file-row.ts';
import { type OtherRows, type RowPlace, withoutLastPart } from './identity-rules.ts';
import { filesSayingOtherwise } from './listed-lesion-rules.ts';

/**
 * The younger files of the centre that no longer fit beside a file that was accepted: they hold a row of it, write an id of
 * it otherwise, say otherwise where one of its lesions is or how large, or have, with it, more lesions of a pair than are
 * measured. A file that goes leaves its place to those younger still.
 *
 * @param others - the rows of the centre's other files in force, the oldest file first
 */
export function displacedFiles(
  rows: Iterable<FileRow>,
  others: OtherRows,
  { mostLesionsMeasured }: ExaminationSettings,
): readonly string[] {
  const displaced = new Set([...filesWithAlikeIds(rows, others), ...filesSayingOtherwise(rows, others)]);
  for (const { content, key } of rows) {
    const place = others[content.table].get(key);
    if (place !== undefined && !place.older) displaced.add(place.file);
  }
  const measured = new Map<RowKey, number>();
  const add = (pair: RowKey, lesions: number) => measured.set(pair, (measured.get(pair) ?? 0) + lesions);
  for (const { content, key } of rows) if (content.table === 'lesions') add(withoutLastPart(key), 1);
  const touched = new Set(measured.keys());
  for (const [file, { older, lesions }] of lesionsByFile(others.lesions, touched)) {
    if (displaced.has(file)) continue;
    const fits = [...lesions].every(
      ([pair, count]) => (measured.get(pair) ?? 0) + count <= mostLesionsMeasured,
    );
    if (!older && !fits) displaced.add(file);
    else for (const [pair, count] of lesions) add(pair, count);
  }
  return [...displaced];
}

/** How many lesions of these pairs each file holds, in the order in which the files come. */
function lesionsByFile(
  places: ReadonlyMap<RowKey, RowPlace>,
  pairs: ReadonlySet<RowKey>,
): ReadonlyMap<string, { readonly older: boolean; readonly lesions: Map<RowKey, number> }> {
  const files = new Map<string, { readonly older: boolean; readonly lesions: Map<RowKey, number> }>();
  for (const [key, { file, older }] of places) {
    const pair = withoutLastPart(key);
    if (!pairs.has(pair)) continue;
    const { lesions } = files.get(file) ?? { lesions: new Map<RowKey, number>() };
    files.set(file, { older, lesions: lesions.set(pair, (lesions.get(pair) ?? 0) + 1) });
  }
  return files;
}
