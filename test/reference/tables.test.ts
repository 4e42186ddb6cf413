import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Definitions } from '#test/golden/definitions.ts';
import { goldenRows, goldenTables } from '#test/golden/golden-files.ts';
import { agrees, committedTables, type RCell, readRTables, written } from './r-tables.ts';
import { REFERENCE_COHORTS } from './reference-cohorts.ts';

/*
 * Every published cell against the tables that R computes from the same CSV files and the published definitions alone
 * (`tables.R`). The golden tables hold the cells; so a figure that changes needs R's consent as well as a reader's.
 */

type Column = Definitions['tables'][number]['columns'][number];

/** Why a column of words is not computed once more in R, by its vocabulary. A column of figures always is. */
const WITHOUT_ORACLE: Readonly<Record<string, string>> = {
  reason: 'a word for why there is no figure; that there is none is compared',
  warning: 'R’s own warnings, compared case by case in r-values.test.ts',
};
const isCompared = ({ type, vocabulary }: Column): boolean =>
  type !== 'text' || !Object.hasOwn(WITHOUT_ORACLE, vocabulary ?? '');

const keyOf = (row: Readonly<Record<string, RCell>>, key: readonly string[]) =>
  key.map((name) => written(row[name])).join(' ');

describe.each(REFERENCE_COHORTS)('the tables of %s', (cohort) => {
  const file = committedTables(cohort);
  if (!existsSync(file)) throw new Error(`R has made no tables of ${cohort}: npm run reference`);
  const ofR = readRTables(file);

  it('are the same as R’s, by name', () => {
    expect(Object.keys(ofR).toSorted()).toEqual(
      goldenTables(cohort)
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it.each(goldenTables(cohort))('$name: every cell is R’s', (table) => {
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
