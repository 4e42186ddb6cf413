import { describe, expect, it } from 'vitest';
import { studyTables } from '#shared/analyses/study-tables.ts';
import { recordsOf } from '#shared/presentation/read-table.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { ComputedTable } from '#shared/publication/result-table.ts';
import { assembleStudy, type CentreRow } from '#shared/study/study.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';
import { cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { counted } from '#test/study/written-patient.ts';

const tablesOf = (rows: readonly CentreRow[], settings: Partial<StudySettings>) =>
  studyTables(assembleStudy(rows), { ...SETTINGS, ...settings });
const rowsOf = (stories: readonly PatientStory[]) =>
  stories.flatMap((story, position) => rowsOfPatient({ id: `P${position}`, ...story }));

/** Patients and pairs of one row of the flow chart. */
function headcount(tables: readonly ComputedTable[], step: string, reason = '') {
  const row = recordsOf(tables, 'flow').find(
    (record) => record.text('step') === step && record.text('reason') === reason,
  );
  return [row?.figure('patients'), row?.figure('pairs')];
}

describe('a patient of 2024', () => {
  const rows = rowsOf([{}, { patient: { board_date: '2024-03-14' } }]);

  it('is left out by the thesis’s period, and the flow chart says why', () => {
    const tables = tablesOf(rows, {});
    expect(headcount(tables, 'excluded', 'board_date_outside_period')).toEqual([1, 1]);
    expect(headcount(tables, 'counted')).toEqual([1, 1]);
  });

  it('enters by a period that goes on', () => {
    const tables = tablesOf(rows, { boardPeriod: { from: '2016-01-01', to: null } });
    expect(headcount(tables, 'excluded', 'board_date_outside_period')).toEqual([0, 0]);
    expect(headcount(tables, 'counted')).toEqual([2, 2]);
  });
});

describe('the longest interval', () => {
  const rows = rowsOf([
    { pairs: [{ ct_date: '2019-01-15', mri_date: '2019-06-20' }] },
    { pairs: [{ ct_date: '2019-01-15', mri_date: '2019-07-14' }] },
  ]);
  const nearLimit = (tables: readonly ComputedTable[]) =>
    recordsOf(tables, 'quality')
      .filter((record) => record.text('check') === 'interval_near_limit' && record.text('group') === 'all')
      .map((record) => [record.text('detail'), record.figure('n')]);

  it('leaves out pairs, and says which are near it', () => {
    const tables = tablesOf(rows, { longestIntervalMonths: 6 });
    expect(headcount(tables, 'counted')).toEqual([2, 2]);
    expect(nearLimit(tables)).toEqual([
      ['under_limit', 1],
      ['limit_or_over', 0],
    ]);
  });

  it('of the thesis leaves out both', () => {
    const tables = tablesOf(rows, {});
    expect(headcount(tables, 'excluded', 'interval_of_three_months_or_more')).toEqual([2, 2]);
    expect(nearLimit(tables)).toEqual([
      ['under_limit', 0],
      ['limit_or_over', 0],
    ]);
  });

  it('stands in the titles of the rules', () => {
    const titles = tablesOf(rows, { longestIntervalMonths: 6 })
      .flatMap(({ vocabularies }) => vocabularies)
      .filter(({ name }) => name === 'rule' || name === 'quality_detail')
      .map(({ titles }) => titles.get('interval_of_three_months_or_more')?.fr);
    expect(titles).toEqual(['intervalle de six mois ou plus', 'intervalle de six mois ou plus']);
  });
});

it('where as many others are measured as may be, RECIST cannot evaluate a target without a diameter', () => {
  const rows = rowsOf([
    {
      pairs: [
        { ct_date: '2018-03-01', mri_date: '2018-03-05' },
        { pair: 2, ct_date: '2019-03-01', mri_date: '2019-03-05', ...counted(3, 0) },
      ],
      lesions: [{ lesion: 1 }, { lesion: 2 }, { pair: 2, lesion: 1 }],
    },
  ]);
  const tooSmallAndSums = (mostLesionsMeasured: number) =>
    recordsOf(tablesOf(rows, { mostLesionsMeasured }), 'recist')
      .filter((record) => record.text('method') === 'mri' && record.text('time_point') === 'all')
      .flatMap((record) => [record.figure('target_too_small'), record.figure('n_sums')]);
  expect(tooSmallAndSums(2)).toEqual([1, 1]);
  expect(tooSmallAndSums(1)).toEqual([0, 0]);
});

describe('the fewest centres pooled', () => {
  const pooled = (fewestCentresPooled: number) =>
    recordsOf(
      tablesOf(
        ['caen', 'rouen'].flatMap((centre) =>
          [1, 2, 3, 4, 5, 6].flatMap((n) =>
            rowsOfPatient({
              id: `${centre}${n}`,
              centre,
              pairs: [
                { mri_diffusion_right: centre === 'caen' ? n % 3 : n, mri_t2fs_right: 1, mri_total_right: 7 },
              ],
            }),
          ),
        ),
        { fewestCentresPooled },
      ),
      'centres',
    ).find(
      (record) =>
        record.text('group') === 'pooled' &&
        record.text('effect') === 'count_difference' &&
        record.text('first') === 'mri_t2fs' &&
        record.text('second') === 'mri_diffusion',
    );

  it('are not reached by two of the thesis’s three: the row says so', () => {
    expect(pooled(3)?.figure('estimate')).toBeNull();
    expect(pooled(3)?.text('estimate_reason')).toBe('too_few_centres');
  });

  it('may be two', () => {
    expect(pooled(2)?.figure('estimate')).toBeTypeOf('number');
    expect(pooled(2)?.text('estimate_reason')).toBe('');
  });
});

describe('a study that shows no significance', () => {
  const rows = rowsOfCentres(cohortFiles('thesis'));
  const shown = tablesOf(rows, {});
  const hidden = tablesOf(rows, { significanceShown: false });
  const IS_P = /(^|_)p(_|$)/;
  const cells = (tables: readonly ComputedTable[], isWanted: (name: string) => boolean) =>
    tables.flatMap(({ name: table, columns, rows: all }) =>
      columns.flatMap(({ name }, position) =>
        isWanted(name) ? all.map((row, line) => [table, name, line, row[position]]) : [],
      ),
    );

  it('has no p-value of any test, plain, adjusted or as a logarithm', () => {
    const values = (tables: readonly ComputedTable[]) =>
      cells(tables, (name) => IS_P.test(name)).filter(([, , , value]) => value !== null);
    expect(values(shown).length).toBeGreaterThan(1_000);
    expect(values(hidden)).toEqual([]);
  });

  it('has every other figure', () => {
    const others = (name: string) => !(IS_P.test(name) || name.endsWith('reason'));
    expect(cells(hidden, others)).toEqual(cells(shown, others));
  });

  it('says why each p is blank that would stand there, and keeps the reasons of the others', () => {
    const reasons = (name: string) => name.endsWith('reason');
    const before = cells(shown, reasons);
    const after = cells(hidden, reasons);
    const changed = after.filter((cell, position) => cell[3] !== before[position]?.[3]);
    expect(changed.length).toBeGreaterThan(500);
    expect(new Set(changed.map(([, , , reason]) => reason))).toEqual(new Set(['significance_not_shown']));
    const kept = before.filter(
      ([, , , reason], position) => reason !== null && after[position]?.[3] === reason,
    );
    expect(kept).toEqual(before.filter(([, , , reason]) => reason !== null));
  });

  it('explains the reason, which the tables of the thesis do not have', () => {
    const titles = (tables: readonly ComputedTable[]) =>
      new Set(
        tables
          .flatMap(({ vocabularies }) => vocabularies)
          .filter(({ name }) => name === 'reason')
          .map((vocabulary) => vocabulary.titles.get('significance_not_shown')?.fr),
      );
    expect(titles(hidden)).toEqual(new Set(['p non publié, par un réglage de l’étude']));
    expect(titles(shown)).toEqual(new Set([undefined]));
  });
});
