import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Definitions, definitionsSchema } from './definitions.ts';

/** The definitions of all golden tables. */
export const GOLDEN_DEFINITIONS: Definitions = definitionsSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'definitions.json'), 'utf8')),
);

/** The golden tables of a cohort: all but those that its study does not have. */
export const goldenTables = (cohort: string): Definitions['tables'] =>
  GOLDEN_DEFINITIONS.tables.filter(({ name }) =>
    existsSync(join(import.meta.dirname, cohort, `${name}.csv`)),
  );

/**
 * The rows of a cohort's golden table, none of a table that it does not have; each with its cells as they are written and in the order of the columns; blank
 * where there is no value. No cell needs quotation marks: they are figures, codes and the names of centres.
 */
export function goldenRows(
  cohort: string,
  { name, columns }: Definitions['tables'][number],
): readonly (readonly string[])[] {
  const file = `${cohort}/${name}.csv`;
  if (!existsSync(join(import.meta.dirname, file))) return [];
  const [header, ...lines] = readFileSync(join(import.meta.dirname, file), 'utf8')
    .trimEnd()
    .split('\n');
  if (header !== columns.map((column) => column.name).join(',')) {
    throw new Error(`${file} has other columns than definitions.json`);
  }
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== columns.length) throw new Error(`${file}: not ${columns.length} cells: ${line}`);
    return cells;
  });
}
