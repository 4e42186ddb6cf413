import type { RowKey, TableName } from '#shared/tables/tables.ts';
import type { RowBefore } from './circumstances.ts';
import { idAlike, idAlikeBefore, idAlikeInOtherFile } from './id-problems.ts';
import type { Conflict, OtherRows, RowPlace } from './identity-rules.ts';
import type { Problem } from './problem.ts';
import type { FileRow } from './read-row.ts';

/** What is left of an id without all that a spreadsheet or a hand may change: equal for two ids that look alike. */
export const bareId = (id: string): string =>
  id
    .toLowerCase()
    .replace(/[-_]/g, '')
    // Also inside: NTE-1 is nobody else than NTE-01.
    .replace(/(?<!\d)0+(?=\d)|^0+(?=.)/g, '');

const patientIn = (key: RowKey): string => key.split('#', 1).join();
const patientOf = ({ content }: RowBefore): string => content.row.patient_id;

/** Ids of the file that differ from an earlier one of it only by zeros, case, `-` or `_`. */
export function idsAlikeInFile(rows: readonly FileRow[]): readonly Problem[] {
  const first = new Map<string, { readonly id: string; readonly line: number }>();
  return rows.flatMap((row) => {
    const id = patientOf(row);
    const bare = bareId(id);
    const known = first.get(bare);
    if (known === undefined) first.set(bare, { id, line: row.line });
    return known === undefined || known.id === id
      ? []
      : [idAlike(row.at('patient_id'), known.id, known.line)];
  });
}

/** Ids that differ only so from one of the version that the file replaces. */
export function* idsAlikeBefore(
  rows: readonly FileRow[],
  replaced: readonly RowBefore[],
): Generator<Problem> {
  const before = new Map(replaced.toReversed().map((row) => [bareId(patientOf(row)), row]));
  for (const row of rows) {
    const known = before.get(bareId(patientOf(row)));
    if (known === undefined || patientOf(known) === patientOf(row)) continue;
    yield idAlikeBefore(row.at('patient_id'), patientOf(known), known.line);
  }
}

/** Ids that differ only so from one of an older file of the centre. */
export function idsAlikeInOtherFiles(rows: readonly FileRow[], others: OtherRows): readonly Conflict[] {
  const spellings = olderSpellings(others, new Set(rows.map((row) => bareId(patientOf(row)))));
  return rows.flatMap((row) => {
    const known = spellings.get(bareId(patientOf(row)))?.find(({ id }) => id !== patientOf(row));
    if (known === undefined) return [];
    const { id, file, line } = known;
    return [{ problem: idAlikeInOtherFile(row.at('patient_id'), id, file, line), files: [file] }];
  });
}

interface Spelling {
  readonly id: string;
  readonly file: string;
  readonly line: number;
}

const TABLES_IN_ORDER: readonly TableName[] = ['patients', 'pairs', 'lesions'];

const placesOf = (others: OtherRows): readonly (readonly [string, RowPlace])[] =>
  TABLES_IN_ORDER.flatMap((table) =>
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
export function filesWithAlikeIds(rows: readonly FileRow[], others: OtherRows): ReadonlySet<string> {
  const ids = new Map(rows.map((row) => [bareId(patientOf(row)), patientOf(row)]));
  const files = new Set<string>();
  for (const [id, { file, older }] of placesOf(others)) {
    if (!older && (ids.get(bareId(id)) ?? id) !== id) files.add(file);
  }
  return files;
}
