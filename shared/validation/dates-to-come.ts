import type { Column } from '#shared/tables/table.ts';
import { TABLES, type TableName } from '#shared/tables/tables.ts';
import type { Circumstances } from './circumstances.ts';
import type { FileRows } from './file-rows.ts';
import type { Problem } from './problem.ts';
import { rowByRow } from './row-by-row.ts';
import { dateToCome } from './row-problems.ts';

const dayColumnsOf = (table: TableName): readonly string[] =>
  (TABLES[table].columns satisfies readonly Column[]).flatMap(({ name, kind }) =>
    kind.form.is === 'day' ? [name] : [],
  );

/** Of each column: dates after the day on which the file was sent: nobody had been scanned or discussed then. */
export const datesToCome = (rows: FileRows, { day }: Circumstances): readonly Iterable<Problem>[] =>
  dayColumnsOf(rows.table).map((column) => {
    const toCome = rows.where(column, (date) => typeof date === 'string' && date > day);
    return rowByRow(toCome, ({ at }) => [dateToCome(at(column), day)]);
  });
