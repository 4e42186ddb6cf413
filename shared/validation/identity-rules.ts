import { isExamplePatient } from '#shared/tables/example-patients.ts';
import { hasExampleReaders, isExampleReader } from '#shared/tables/example-readers.ts';
import { ofEachTable, type RowKey, TABLES, type TableName, type TableRow } from '#shared/tables/tables.ts';
import type { Problem } from './problem.ts';
import type { FileRow } from './read-row.ts';
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
function identifiedBy({ content, at }: FileRow) {
  const [column = ''] = TABLES[content.table].keyColumns;
  return at(column);
}

/** Rows that stand twice in the file. */
export function repeatedRows(rows: readonly FileRow[]): readonly Problem[] {
  const firstLines = new Map<RowKey, number>();
  return rows.flatMap((row) => {
    const firstLine = firstLines.get(row.key);
    if (firstLine !== undefined) return [repeatedRow(identifiedBy(row), firstLine)];
    firstLines.set(row.key, row.line);
    return [];
  });
}

/** Rows that stand in an older accepted file of the centre. */
export function rowsInOtherFiles(rows: readonly FileRow[], others: OtherRows): readonly Conflict[] {
  return rows.flatMap((row) => {
    const other = others[row.content.table].get(row.key);
    if (other === undefined || !other.older) return [];
    return [{ problem: rowInOtherFile(identifiedBy(row), other.file, other.line), files: [other.file] }];
  });
}

/** Pairs without their patient and lesions without their pair: accepted, for the other file may follow. */
export function orphans(rows: readonly FileRow[], others: OtherRows): readonly Problem[] {
  return rows.flatMap(({ content, key, at }) => {
    if (content.table === 'pairs' && !others.patients.has(content.row.patient_id)) {
      return [patientNotSent(at('patient_id'))];
    }
    if (
      (content.table === 'lesions' || content.table === 'visibility') &&
      !others.pairs.has(withoutLastPart(key))
    ) {
      return [pairNotSent(at('patient_id'))];
    }
    return [];
  });
}

/** Rows of the template that were left among the centre's own: accepted, so that a template as it is can be tried. */
export function examplesLeft(rows: readonly FileRow[]): readonly Problem[] {
  const readers = rows.flatMap(({ content }) => (content.table === 'readers' ? [content.row] : []));
  const withReaders = hasExampleReaders(readers);
  const isExample = ({ content }: FileRow) =>
    content.table === 'readers'
      ? withReaders && isExampleReader(content.row)
      : isExamplePatient(content.row.patient_id);
  return rows.filter(isExample).map((row) => exampleRow(identifiedBy(row)));
}

/** The key of the row that a row belongs to: a lesion's pair and reader, a pair and reader's pair. */
export const withoutLastPart = (key: RowKey): RowKey => key.slice(0, key.lastIndexOf('#'));
