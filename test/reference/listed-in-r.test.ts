import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { visibilityTables } from '#shared/analyses/visibility/tables.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { listingRows } from '#test/analyses/visibility/listed-study.ts';
import { randomLists } from '#test/analyses/visibility/random-lists.ts';
import { randomRatings } from '#test/analyses/visibility/random-ratings.ts';
import { TWELVE_LESIONS } from '#test/analyses/visibility/twelve-lesions.ts';
import { cohortFiles } from '#test/made-cohorts/cohort-files.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { agrees, type RTables, readRTables, written } from './r-tables.ts';

const SCRIPT = join(import.meta.dirname, 'tables.R');
const TABLES = ['visibility', 'listed-protocols', 'lesion-tests', 'performance', 'froc'];
const COHORTS = [
  { name: 'twelve lesions', patients: TWELVE_LESIONS, fewest: 1 },
  { name: '9 random patients', patients: randomLists(3, 9), fewest: 5 },
  { name: '12 patients whom two readers rate', patients: randomRatings(2, 12, 2), fewest: 3 },
  { name: '30 patients whom three readers rate', patients: randomRatings(5, 30, 3), fewest: 5 },
  { name: '40 random patients', patients: randomLists(1, 40), fewest: 12 },
];

const folder = mkdtempSync(join(tmpdir(), 'listed-in-r-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What R makes of the same rows, read from CSV files; null where R is not installed. */
function tablesOfR(name: string, files: ReadonlyMap<string, string>, fewest: number): RTables | null {
  for (const [path, text] of files) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const answer = join(folder, `${name}.json`);
  const given = [SCRIPT, join(folder, name), answer, String(fewest), ...TABLES];
  const { error, status, stderr } = spawnSync('Rscript', given, { encoding: 'utf8' });
  if (error !== undefined) return null;
  expect(status, stderr).toBe(0);
  return readRTables(answer);
}

describe('R makes the same tables of listed lesions', () => {
  it.for(COHORTS)('of $name', { timeout: 120_000 }, ({ name, patients, fewest }, { skip }) => {
    const rows = listingRows(patients);
    const ofR = tablesOfR(name, cohortFiles(rows), fewest);
    if (ofR === null) skip('Rscript is not installed: apt-get install r-base-core');
    const settings = { ...SETTINGS, fewestPatientsShown: fewest };
    for (const table of visibilityTables(includedPatients(assembleStudy(rows), settings), settings)) {
      const other = ofR?.[table.name];
      if (other === undefined) {
        expect(TABLES).not.toContain(table.name);
        continue;
      }
      const keyed = (row: Readonly<Record<string, unknown>>) => other.key.map((column) => row[column]).join();
      const cellsOf = (row: (typeof table.rows)[number]) =>
        Object.fromEntries(table.columns.map((column, at) => [column.name, written(row[at])]));
      const theirs = new Map(
        other.rows.map((row) => [
          keyed(Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, written(cell)]))),
          row,
        ]),
      );
      expect(table.rows.map((row) => keyed(cellsOf(row))).toSorted()).toEqual([...theirs.keys()].toSorted());
      const wrong = table.rows.map(cellsOf).flatMap((row) => {
        const known = theirs.get(keyed(row)) ?? {};
        return Object.entries(row)
          .filter(([column]) => !/reason$/.test(column))
          .filter(([column, cell]) => !agrees(column, cell, known[column]))
          .map(
            ([column, cell]) =>
              `${table.name} ${keyed(row)} ${column}: ${cell}, R: ${written(known[column])}`,
          );
      });
      expect(wrong).toEqual([]);
    }
  });
});
