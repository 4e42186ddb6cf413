import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Definitions } from '#test/golden/definitions.ts';
import { GOLDEN_DEFINITIONS, goldenRows } from '#test/golden/golden-files.ts';
import { REFERENCE_COHORTS } from './reference-cohorts.ts';
import tolerances from './tolerances.json' with { type: 'json' };

/*
 * Every published cell against the tables that R computes from the same CSV files and the published definitions alone
 * (`tables.R`). The golden tables hold the cells; so a figure that changes needs R's consent as well as a reader's.
 */

type Column = Definitions['tables'][number]['columns'][number];

/** Why a column of words is not computed once more in R. A column of figures always is. */
const WITHOUT_ORACLE: readonly (readonly [RegExp, string])[] = [
  [/(?:^|_)reason$/, 'a word for why there is no figure; that there is none is compared'],
  [/_warnings$/, 'R’s own warnings, compared case by case in r-values.test.ts'],
];
const isCompared = ({ name, type }: Column): boolean =>
  type !== 'text' || !WITHOUT_ORACLE.some(([names]) => names.test(name));

/** Columns compared by relative error alone, so that a deep tail counts as much as 0.5. */
const PROBABILITY = /_(?<!log10_)p(?:_holm|_bh)?$/;

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const rTablesSchema = z.record(
  z.string(),
  z.object({ key: z.array(z.string()).nonempty(), rows: z.array(z.record(z.string(), cell)) }),
);
type Row = Readonly<Record<string, z.infer<typeof cell>>>;

const written = (value: Row[string] | undefined): string =>
  value === null || value === undefined ? '' : String(value);
const keyOf = (row: Row, key: readonly string[]) => key.map((name) => written(row[name])).join(' ');

/** Whether a published cell is what R computes. */
function agrees(column: string, published: string, ofR: Row[string] | undefined): boolean {
  if (typeof ofR !== 'number') return published === written(ofR);
  const margin = tolerances.relative * Math.abs(ofR) + (PROBABILITY.test(column) ? 0 : tolerances.absolute);
  return published !== '' && Math.abs(Number(published) - ofR) <= margin;
}

describe.each(REFERENCE_COHORTS)('the tables of %s', (cohort) => {
  const file = join(import.meta.dirname, 'tables/values', `${cohort}.json`);
  if (!existsSync(file)) throw new Error(`R has made no tables of ${cohort}: npm run reference`);
  const ofR = rTablesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

  it('are the same as R’s, by name', () => {
    expect(Object.keys(ofR).toSorted()).toEqual(GOLDEN_DEFINITIONS.tables.map(({ name }) => name).toSorted());
  });

  it.each(GOLDEN_DEFINITIONS.tables)('$name: every cell is R’s', (table) => {
    const { columns } = table;
    const { [table.name]: tableOfR } = ofR;
    if (tableOfR === undefined) throw new Error(`R has made no table ${table.name}: npm run reference`);
    const { key, rows } = tableOfR;
    const published = goldenRows(cohort, table).map((cells) =>
      Object.fromEntries(columns.map(({ name }, position) => [name, cells[position] ?? ''])),
    );
    const rowsOfR = new Map(rows.map((row) => [keyOf(row, key), row]));
    expect(rowsOfR.size, 'a key names one row').toBe(rows.length);
    expect(published.map((row) => keyOf(row, key)).toSorted()).toEqual([...rowsOfR.keys()].toSorted());
    const wrong = published.flatMap((row) => {
      const other = rowsOfR.get(keyOf(row, key)) ?? {};
      return columns
        .filter(isCompared)
        .filter(({ name }) => !(Object.hasOwn(other, name) && agrees(name, row[name] ?? '', other[name])))
        .map(({ name }) => `${keyOf(row, key)} ${name}: ${row[name]}, R: ${written(other[name])}`);
    });
    expect(wrong).toEqual([]);
  });
});
