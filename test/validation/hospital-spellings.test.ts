import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPECTED_TABLES } from '#shared/tables/tables.ts';
import { hospitalFile } from '#test/hospital-files/hospital-file.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { problemsOf, rowsOf } from './examined.ts';

const rowsIn = (...path: readonly string[]) => rowsOf(Uint8Array.from(readFileSync(join(...path))));

const FILES = ['caen', 'rouen'].flatMap((centre) => EXPECTED_TABLES.map((table) => ({ centre, table })));

// Two centres of the sample cohort as pandas writes them (`to_csv` with `float_format="%.2f"`): yes/no as True and
// False, numbers with zeros at the end.
describe('a file that went through pandas', () => {
  it.each(FILES)('$centre-$table.csv has the rows of the sample cohort', ({ centre, table }) => {
    const original = rowsIn(SAMPLE_COHORTS_FOLDER, 'thesis', centre, `${table}.csv`);
    expect(rowsOf(hospitalFile(`pandas/${centre}-${table}`))).toEqual(original);
  });
});

describe('a file with what nobody sees', () => {
  it('is read, where it is a byte-order mark that was encoded twice', () => {
    expect(rowsOf(hospitalFile('byte-order-mark-encoded-twice'))).toHaveLength(1);
  });

  it('is refused, where it is in an id, which is named with its place', () => {
    const problems = problemsOf(hospitalFile('invisible-character-in-id'));
    expect(problems.map(({ column }) => column)).toEqual(['patient_id']);
    expect(problems[0]?.message.fr).toMatch(/espace sans chasse, U\+200B\) est en \d+e position/);
  });
});
