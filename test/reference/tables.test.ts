import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { definitionsSchema } from '#test/golden/cohort-tables.ts';
import { referenceCohorts } from './reference-cohorts.ts';
import tolerances from './tolerances.json' with { type: 'json' };

/*
 * Every published cell against the tables that R computes from the same CSV files and the published definitions alone
 * (`tables.R`). The golden tables hold the cells; so a figure that changes needs R's consent as well as a reader's.
 */

/** Why a column is not computed once more in R, by its name, or by its table and name. */
const WITHOUT_ORACLE: readonly (readonly [RegExp, string])[] = [
  [/(?:^|_)reason$/, 'a word for why there is no figure; that there is none is compared'],
  [/_warnings$/, 'R’s own warnings, compared case by case in r-values.test.ts'],
];

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const rTablesSchema = z.record(
  z.string(),
  z.object({ key: z.array(z.string()), rows: z.array(z.record(z.string(), cell)) }),
);
type Row = Readonly<Record<string, z.infer<typeof cell>>>;

const GOLDEN = join(import.meta.dirname, '../golden');
const { tables } = definitionsSchema.parse(
  JSON.parse(readFileSync(join(GOLDEN, 'definitions.json'), 'utf8')),
);

/** The rows of a golden table by their column. No cell of it needs quotation marks. */
function goldenRows(cohort: string, table: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = readFileSync(join(GOLDEN, cohort, `${table}.csv`), 'utf8')
    .trimEnd()
    .split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== names.length)
      throw new Error(`${cohort}/${table}.csv: not ${names.length} cells: ${line}`);
    return Object.fromEntries(names.map((name, position) => [name, cells[position] ?? '']));
  });
}

const written = (value: Row[string] | undefined): string =>
  value === null || value === undefined ? '' : String(value);
const keyOf = (row: Row, key: readonly string[]) => key.map((name) => written(row[name])).join(' ');

/** Whether a published cell is what R computes. */
function agrees(published: string, ofR: Row[string] | undefined): boolean {
  if (typeof ofR !== 'number') return published === written(ofR).toLowerCase() || published === written(ofR);
  const difference = Math.abs(Number(published) - ofR);
  return published !== '' && difference <= tolerances.relative * Math.abs(ofR) + tolerances.absolute;
}

describe.each(referenceCohorts)('the tables of $name', ({ name: cohort }) => {
  const file = join(import.meta.dirname, 'tables/values', `${cohort}.json`);
  if (!existsSync(file)) throw new Error(`R has made no tables of ${cohort}: npm run reference`);
  const ofR = rTablesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

  it('are the same as R’s, by name', () => {
    expect(Object.keys(ofR).toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
  });

  it.each(tables)('$name: every cell is R’s', ({ name, columns }) => {
    const { key, rows } = ofR[name] ?? { key: [], rows: [] };
    const published = goldenRows(cohort, name);
    const rowsOfR = new Map(rows.map((row) => [keyOf(row, key), row]));
    expect(published.map((row) => keyOf(row, key)).toSorted()).toEqual([...rowsOfR.keys()].toSorted());
    const compared = columns.filter(
      ({ name: column }) => !WITHOUT_ORACLE.some(([names]) => names.test(column)),
    );
    const wrong = published.flatMap((row) => {
      const other = rowsOfR.get(keyOf(row, key)) ?? {};
      return compared
        .filter(
          ({ name: column }) => !(Object.hasOwn(other, column) && agrees(row[column] ?? '', other[column])),
        )
        .map(
          ({ name: column }) => `${keyOf(row, key)} ${column}: ${row[column]}, R: ${written(other[column])}`,
        );
    });
    expect(wrong).toEqual([]);
  });
});
