import { isExamplePatient } from '#shared/tables/example-patients.ts';
import { hasExampleReaders, isExampleReader } from '#shared/tables/example-readers.ts';
import { ofEachTable, type RowKey, TABLES, type TableName, type TableRow } from '#shared/tables/tables.ts';
import type { FileRow } from './file-row.ts';
import type { FileRows } from './file-rows.ts';
import type { Problem } from './problem.ts';
import { repeatedRow, rowInOtherFile } from './row-problems.ts';
import { exampleRow, pairNotSent, patientNotSent } from './warnings.ts';

/** Where an accepted row of the centre stands. */
export interface RowPlace {
  readonly file: string;
  readonly line: number;
  /** Whether its file comes before the one that is examined: then its row counts, and not the same one there. */
  readonly older: boolean;
  /** What it says, for the rules that lay rows of several tables side by side; absent where only its place is known. */
  readonly content?: TableRow;
}

/** The rows of the centre's other accepted files, by table and key. */
export type OtherRows = Readonly<Record<TableName, ReadonlyMap<RowKey, RowPlace>>>;

export const NO_OTHER_ROWS: OtherRows = ofEachTable(() => new Map());

/** A problem and the centre's other files that cause it, if any: when one of them changes, this file is examined again. */
export interface Conflict {
  readonly problem: Problem;
  readonly files: readonly string[];
}

/** The cell that says first whom or what a row is about. */
function identifiedBy(table: TableName, { at }: FileRow) {
  const [column = ''] = TABLES[table].keyColumns;
  return at(column);
}

/** Rows that stand twice in the file. */
export function* repeatedRows(rows: FileRows): Generator<Problem> {
  for (const { row, first } of rows.repeated()) yield repeatedRow(identifiedBy(rows.table, row), first.line);
}

/** Rows that stand in an older accepted file of the centre. */
export function rowsInOtherFiles(rows: FileRows, others: OtherRows): readonly Conflict[] {
  const known = others[rows.table];
  if (known.size === 0) return [];
  return rows.all.flatMap((row) => {
    const other = known.get(row.key);
    if (other === undefined || !other.older) return [];
    const problem = rowInOtherFile(identifiedBy(rows.table, row), other.file, other.line);
    return [{ problem, files: [other.file] }];
  });
}

/** Rows that another file is to explain, which may follow: they are accepted. */
export interface Orphans {
  readonly rows: Iterable<FileRow>;
  readonly notSent: typeof patientNotSent;
}

/** Pairs without their patient, or lesions without their pair. */
export function orphans(rows: FileRows, others: OtherRows): Orphans {
  switch (rows.table) {
    case 'patients':
    case 'readers':
      return { rows: [], notSent: patientNotSent };
    case 'pairs':
      return { rows: rows.ofPatients((id) => !others.patients.has(id)), notSent: patientNotSent };
    case 'lesions':
    case 'visibility': {
      const alone = rows.all.filter(({ key }) => !others.pairs.has(withoutLastPart(key)));
      return { rows: alone, notSent: pairNotSent };
    }
  }
}

/** Rows of the template that were left among the centre's own: accepted, so that a template as it is can be tried. */
export function examplesLeft(rows: FileRows): readonly Problem[] {
  const examples = rows.table === 'readers' ? exampleReaders(rows.all) : rows.ofPatients(isExamplePatient);
  return Array.from(examples, (row) => exampleRow(identifiedBy(rows.table, row)));
}

function exampleReaders(rows: readonly FileRow[]): readonly FileRow[] {
  const readers = rows.flatMap(({ content }) => (content.table === 'readers' ? [content.row] : []));
  if (!hasExampleReaders(readers)) return [];
  return rows.filter(({ content }) => content.table === 'readers' && isExampleReader(content.row));
}

/** The key of the row that a row belongs to: a lesion's pair and reader, a pair and reader's pair. */
export const withoutLastPart = (key: RowKey): RowKey => key.slice(0, key.lastIndexOf('#'));
