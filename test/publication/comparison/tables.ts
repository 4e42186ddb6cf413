import type { ResultColumn, ResultTable, ResultValue } from '#shared/publication/result-table.ts';

const column = (name: string, type: ResultColumn['type']): ResultColumn => ({
  name,
  type,
  unit: null,
  title: { fr: name, en: name },
  vocabulary: null,
});

/** A table by hand: columns as `side:text`, `n:number`. */
export const tableOf = (
  name: string,
  columns: readonly string[],
  rows: readonly (readonly ResultValue[])[],
): ResultTable => ({
  name,
  title: { fr: name, en: name },
  columns: columns.map((written) => {
    const [columnName = '', type = ''] = written.split(':');
    return column(columnName, type === 'text' ? 'text' : 'number');
  }),
  rows,
});
