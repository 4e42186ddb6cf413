import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TABLE_NAMES } from '#shared/tables/tables.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { rowsOf } from './examined.ts';

const rowsIn = (...path: readonly string[]) => rowsOf(Uint8Array.from(readFileSync(join(...path))));

const FILES = ['caen', 'rouen'].flatMap((centre) => TABLE_NAMES.map((table) => ({ centre, table })));

// Two centres of the sample cohort as pandas writes them (`to_csv` with `float_format="%.2f"`): yes/no as True and
// False, numbers with zeros at the end.
describe('a file that went through pandas', () => {
  it.each(FILES)('$centre-$table.csv has the rows of the sample cohort', ({ centre, table }) => {
    const original = rowsIn(SAMPLE_COHORTS_FOLDER, 'thesis', centre, `${table}.csv`);
    expect(rowsIn(import.meta.dirname, 'pandas', `${centre}-${table}.csv`)).toEqual(original);
  });
});
