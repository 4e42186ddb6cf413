import type { Column } from '#shared/tables/table.ts';
import { TABLES, type TableRow } from '#shared/tables/tables.ts';
import type { Circumstances } from './circumstances.ts';
import type { Problem } from './problem.ts';
import type { FileRow } from './read-row.ts';
import { dateToCome } from './row-problems.ts';

const dayColumnsOf = ({ table }: TableRow): readonly string[] =>
  (TABLES[table].columns satisfies readonly Column[]).flatMap(({ name, kind }) =>
    kind.form.is === 'day' ? [name] : [],
  );

/** Dates after the day on which the file was sent: nobody had been scanned or discussed then. */
export const datesToCome = ({ content, at }: FileRow, { day }: Circumstances): readonly Problem[] =>
  dayColumnsOf(content).flatMap((column) => {
    const date: unknown = Reflect.get(content.row, column);
    return typeof date === 'string' && date > day ? [dateToCome(at(column), day)] : [];
  });
