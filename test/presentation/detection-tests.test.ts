import { describe, expect, it } from 'vitest';
import { studyTables } from '#shared/analyses/study-tables.ts';
import { detectionTests, primaryComparison } from '#shared/presentation/detection-tests.ts';
import type { ReadableTable } from '#shared/presentation/readable-table.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';

const STUDY = assembleStudy(rowsOfCentres(cohortFiles('thesis')));
const TABLES = studyTables(STUDY, SETTINGS);
const WITHOUT_P = studyTables(STUDY, { ...SETTINGS, significanceShown: false });
const EMPTY = studyTables(assembleStudy([]), SETTINGS);

const inFrench = (table: ReadableTable | undefined) => table?.rows.map((cells) => cells.map(({ fr }) => fr));
const inEnglish = (table: ReadableTable | undefined) => table?.rows.map((cells) => cells.map(({ en }) => en));

const P_HEADINGS = ['by patient', 'Holm', 'Wilcoxon', 'Student'];
const headingsOf = (table: ReadableTable | undefined) => table?.headings.map(({ en }) => en);

describe('the primary comparison, printed', () => {
  it('is MRI against CT in the whole liver, then on each side, with limits by patient', () => {
    const table = primaryComparison(TABLES);
    expect(table?.title.en).toBe('Primary comparison. MRI total − CT total (57 pairs, 37 patients)');
    expect(headingsOf(table)).toEqual(['liver', 'per pair [95 %]', ...P_HEADINGS]);
    expect(inEnglish(table)).toEqual([
      ['whole liver', '9.6 [5.9; 13.4]', '< 0.001', '< 0.001', '< 0.001', '< 0.001'],
      ['right liver', '5.3 [2.5; 8.1]', '< 0.001', '< 0.001', '< 0.001', '< 0.001'],
      ['left liver', '4.3 [2.7; 6.0]', '< 0.001', '< 0.001', '< 0.001', '< 0.001'],
    ]);
    expect(inFrench(table)?.[0]?.[1]).toBe('9,6 [5,9 ; 13,4]');
  });

  it('has its differences alone where the study shows no p', () => {
    const table = primaryComparison(WITHOUT_P);
    expect(headingsOf(table)).toEqual(['liver', 'per pair [95 %]']);
    expect(inEnglish(table)?.[0]).toEqual(['whole liver', '9.6 [5.9; 13.4]']);
  });

  it('has dashes where there is no value, and is not there in the results of earlier releases', () => {
    expect(inFrench(primaryComparison(EMPTY))?.[0]).toEqual(['foie entier', '– [– ; –]', '–', '–', '–', '–']);
    expect(primaryComparison(TABLES.filter(({ name }) => name !== 'primary-comparison'))).toBeUndefined();
  });
});

describe('the tests of detection, printed', () => {
  it('are a table for the whole liver and one for each side, of every comparison of two sequences', () => {
    const tables = detectionTests(TABLES);
    expect(tables.map(({ title }) => title.fr.split(', ').at(-1))).toEqual([
      'foie entier',
      'foie droit',
      'foie gauche',
    ]);
    for (const table of tables) {
      expect(headingsOf(table)).toEqual(['comparison', ...P_HEADINGS]);
      expect(table.rows).toHaveLength(15);
    }
  });

  it('begin with the test by patient and Holm’s p of it; the thesis’s own stand after them', () => {
    const [whole, right, left] = detectionTests(TABLES).map((table) =>
      inFrench(table)?.find(([pair]) => pair === 'IRM T2 FS – IRM artériel'),
    );
    expect(whole?.slice(1)).toEqual(['0,07', '0,15', '0,10', '0,050']);
    expect(right?.slice(-2)).toEqual(['0,24', '0,08']);
    expect(left?.slice(-2)).toEqual(['0,69', '0,47']);
    const row = inEnglish(detectionTests(TABLES)[0])?.[0];
    expect(row).toEqual(['MRI T2 FS – MRI diffusion', ...P_HEADINGS.map(() => '< 0.001')]);
  });

  it('show dashes where there is no value', () => {
    const cells = detectionTests(EMPTY).flatMap((table) => inFrench(table)?.flatMap((row) => row.slice(1)));
    expect(new Set(cells)).toEqual(new Set(['–']));
  });
});
