import { patientOf, type RowKey, TABLES_OF_PATIENTS } from '#shared/tables/tables.ts';
import type { RowBefore } from './circumstances.ts';
import type { FileRow } from './file-row.ts';
import type { FileRows } from './file-rows.ts';
import { idAlike, idAlikeBefore, idAlikeInOtherFile } from './id-problems.ts';
import type { Conflict, OtherRows, RowPlace } from './identity-rules.ts';
import type { Problem } from './problem.ts';

/** What is left of an id without all that a spreadsheet or a hand may change: equal for two ids that look alike. */
export const bareId = (id: string): string =>
  id
    .toLowerCase()
    .replace(/[-_]/g, '')
    // Also inside: NTE-1 is nobody else than NTE-01.
    .replace(/(?<!\d)0+(?=\d)|^0+(?=.)/g, '');

const patientIn = (key: RowKey): string => key.split('#', 1).join();

/** The rows that are a patient's, with him. */
function* withPatients<Row extends RowBefore>(
  rows: Iterable<Row>,
): Generator<{ readonly row: Row; readonly id: string }> {
  for (const row of rows) {
    const id = patientOf(row.content);
    if (id !== undefined) yield { row, id };
  }
}

/** Ids of the file that differ from an earlier one of it only by zeros, case, `-` or `_`. */
export function* idsAlikeInFile(rows: FileRows): Generator<Problem> {
  const byBareId = Map.groupBy(rows.patientIds(), bareId);
  const alike = new Set([...byBareId.values()].filter((ids) => ids.length > 1).flat());
  const first = new Map<string, { readonly id: string; readonly line: number }>();
  for (const { row, id } of withPatients(rows.ofPatients((id) => alike.has(id)))) {
    const bare = bareId(id);
    const known = first.get(bare);
    if (known === undefined) first.set(bare, { id, line: row.line });
    else if (known.id !== id) yield idAlike(row.at('patient_id'), known.id, known.line);
  }
}

/** Ids that differ only so from one of the version that the file replaces. */
export function* idsAlikeBefore(rows: FileRows, replaced: readonly RowBefore[]): Generator<Problem> {
  if (replaced.length === 0) return;
  const before = new Map([...withPatients(replaced.toReversed())].map((known) => [bareId(known.id), known]));
  const otherwise = (id: string) => {
    const known = before.get(bareId(id));
    return known?.id === id ? undefined : known;
  };
  for (const { row, id } of withPatients(rows.ofPatients((id) => otherwise(id) !== undefined))) {
    const known = otherwise(id);
    if (known !== undefined) yield idAlikeBefore(row.at('patient_id'), known.id, known.row.line);
  }
}

/** Ids that differ only so from one of an older file of the centre. */
export function idsAlikeInOtherFiles(rows: FileRows, others: OtherRows): readonly Conflict[] {
  if (TABLES_OF_PATIENTS.every((table) => others[table].size === 0)) return [];
  const spellings = olderSpellings(others, new Set(rows.patientIds().map(bareId)));
  const otherwise = (id: string) => spellings.get(bareId(id))?.find((spelling) => spelling.id !== id);
  const alike = rows.ofPatients((id) => otherwise(id) !== undefined);
  return [...withPatients(alike)].flatMap(({ row, id }) => {
    const known = otherwise(id);
    if (known === undefined) return [];
    const { file, line } = known;
    return [{ problem: idAlikeInOtherFile(row.at('patient_id'), known.id, file, line), files: [file] }];
  });
}

interface Spelling {
  readonly id: string;
  readonly file: string;
  readonly line: number;
}

const placesOf = (others: OtherRows): readonly (readonly [string, RowPlace])[] =>
  TABLES_OF_PATIENTS.flatMap((table) =>
    [...others[table]].map(([key, place]) => [patientIn(key), place] as const),
  );

/** How the older files write the ids that look like these: each spelling with the first of its lines. */
function olderSpellings(
  others: OtherRows,
  meant: ReadonlySet<string>,
): ReadonlyMap<string, readonly Spelling[]> {
  const spellings = new Map<string, Spelling[]>();
  for (const [id, { file, line, older }] of placesOf(others)) {
    const bare = bareId(id);
    if (!older || !meant.has(bare)) continue;
    const known = spellings.get(bare) ?? [];
    const same = known.findIndex((spelling) => spelling.id === id && spelling.file === file);
    const before = known[same];
    if (before === undefined) known.push({ id, file, line });
    else if (line < before.line) known[same] = { id, file, line };
    spellings.set(bare, known);
  }
  return spellings;
}

/** The younger files of the centre that write an id of these rows otherwise. */
export function filesWithAlikeIds(rows: Iterable<FileRow>, others: OtherRows): ReadonlySet<string> {
  const ids = new Map([...withPatients(rows)].map(({ id }) => [bareId(id), id]));
  const files = new Set<string>();
  for (const [id, { file, older }] of placesOf(others)) {
    if (!older && (ids.get(bareId(id)) ?? id) !== id) files.add(file);
  }
  return files;
}
