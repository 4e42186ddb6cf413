import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCohort } from '#cdk/commands/files.ts';
import { studyTables } from '#shared/analyses/study-tables.ts';
import { parseTables, recordsOf, type TableRecord } from '#shared/presentation/read-table.ts';
import { TABLES_FILE, tableFiles } from '#shared/publication/table-files.ts';
import { acceptedRows, examineCohort } from '#shared/study/cohort.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { AT_THE_END, SETTINGS } from '#test/study/settings.ts';
import { agreesWithPrint, COHORT_NAMES, COHORTS_FOLDER, FIGURES } from './expected-figures.ts';
import { type Place, placeOf } from './figure-places.ts';

const PRECISION = 1e-9;
/** `value` of a p in the counts comes from a normal law of some seven digits; R's own has them all. */
const PRECISION_OF_NORMAL_LAW = 1e-6;

/** The tables of a cohort's files, as `ctmri compute` writes them. */
async function publishedTables(cohort: string) {
  const files = examineCohort(await readCohort(join(COHORTS_FOLDER, cohort)), SETTINGS, AT_THE_END);
  const study = assembleStudy(acceptedRows(files));
  const refused = files.filter(({ examination }) => examination.verdict === 'refused');
  return {
    refused: refused.map(({ centre, name }) => `${centre}/${name}`),
    tables: parseTables(tableFiles(studyTables(study, SETTINGS)).get(TABLES_FILE) ?? ''),
  };
}

function recordAt(tables: ReturnType<typeof parseTables>, { table, row }: Place): TableRecord {
  const found = recordsOf(tables, table).filter((record) =>
    Object.entries(row).every(([column, value]) => record.text(column) === value),
  );
  const [record, ...others] = found;
  if (record === undefined || others.length > 0) {
    throw new Error(`${table} has ${found.length} rows with ${JSON.stringify(row)}`);
  }
  return record;
}

function figureAt(tables: ReturnType<typeof parseTables>, place: Place, column = place.column): number {
  const figure = recordAt(tables, place).figure(column);
  if (figure === null) throw new Error(`${place.table} has no figure in ${column}`);
  return place.opposite === true ? -figure : figure;
}

function expectSame(figure: number, expected: number, precision = PRECISION): void {
  expect(Math.abs(figure - expected), `${figure} is not ${expected}`).toBeLessThanOrEqual(
    precision * Math.abs(expected),
  );
}

describe.each(COHORT_NAMES)('of the cohort %s', async (cohort) => {
  const { refused, tables } = await publishedTables(cohort);

  it('no file is refused', () => {
    expect(refused).toEqual([]);
  });

  for (const figure of FIGURES) {
    const expected = figure.cohorts[cohort];
    if (expected === undefined) continue;
    it(`${figure.id} is published (thesis, line ${figure.line}: ${figure.published})`, () => {
      const place = placeOf(figure.id);
      const published = figureAt(tables, place);
      expect(agreesWithPrint(published, figure)).toBe(expected.matched);
      if (place.p?.same === 'as_r' && expected.r_wilcoxon !== undefined) {
        expectSame(published, expected.r_wilcoxon);
        expectSame(published, expected.value, PRECISION_OF_NORMAL_LAW);
      } else {
        expectSame(published, expected.value);
      }
      if (place.p !== undefined && expected.r_paired_t !== undefined) {
        expectSame(figureAt(tables, place, place.p.student), expected.r_paired_t);
      }
    });
  }
});
