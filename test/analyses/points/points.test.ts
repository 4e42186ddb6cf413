import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCohort } from '#cdk/commands/files.ts';
import { studyTables } from '#shared/analyses/study-tables.ts';
import { recordsOf } from '#shared/presentation/read-table.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { assembleStudy, type CentreRow } from '#shared/study/study.ts';
import type { TableRow } from '#shared/tables/tables.ts';
import { matching } from '#test/analyses/study-records.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { counted } from '#test/study/written-patient.ts';

const pointsOf = (rows: readonly CentreRow[], settings: Partial<StudySettings> = {}) =>
  recordsOf(studyTables(assembleStudy(rows), { ...SETTINGS, ...settings }), 'points');
const cellsOf = (rows: readonly CentreRow[], settings: Partial<StudySettings> = {}) =>
  studyTables(assembleStudy(rows), { ...SETTINGS, ...settings }).find(({ name }) => name === 'points')?.rows;

const RESPONSES = rowsOfCentres(await readCohort(join(SAMPLE_COHORTS_FOLDER, 'responses')));
const THESIS = rowsOfCentres(cohortFiles('thesis'));

/** Patients with one pair and one lesion each, of whom the first has 1 metastasis, the second 2 … */
const patients = (n: number) =>
  Array.from({ length: n }, (_, position) =>
    rowsOfPatient({ id: `P${position}`, pairs: [counted(position + 1, 0)], lesions: [{}] }),
  ).flat();

describe('the points of the thesis’s cohort', () => {
  const points = pointsOf(THESIS);
  const whole = matching(points, { kind: 'count', side: 'whole' });

  it('are its 57 pairs of 37 patients, and its 52 lesions of 22', () => {
    const numberOf = (kind: string, column: string) =>
      new Set(matching(points, { kind }).map((point) => point.figure(column))).size;
    expect([numberOf('count', 'point'), numberOf('count', 'patient')]).toEqual([57, 37]);
    expect([numberOf('diameter', 'point'), numberOf('diameter', 'patient')]).toEqual([52, 22]);
  });

  it('add up to the published totals', () => {
    const total = (sequence: string) => whole.reduce((sum, point) => sum + (point.figure(sequence) ?? 0), 0);
    expect(['mri_diffusion', 'mri_total', 'ct_arterial', 'ct_total'].map(total)).toEqual([
      861, 864, 313, 314,
    ]);
  });

  it('have no change by RECIST, of fewer than five patients, and say so', () => {
    const changes = points.filter((point) => point.text('kind').endsWith('change'));
    expect(changes.map((point) => [point.text('kind'), point.text('reason')])).toEqual([
      ['best_change', 'too_few_patients'],
      ['last_change', 'too_few_patients'],
    ]);
  });

  it('are not in order of size: a number tells nothing', () => {
    const sizes = whole.map((point) => point.figure('mri_total') ?? 0);
    expect(sizes).not.toEqual(sizes.toSorted((a, b) => a - b));
    expect(sizes).not.toEqual(sizes.toSorted((a, b) => b - a));
  });
});

/** The row of a patient under another pseudonym. */
function renamedTo(content: TableRow, patient_id: string): TableRow {
  switch (content.table) {
    case 'patients':
      return { ...content, row: { ...content.row, patient_id } };
    case 'pairs':
      return { ...content, row: { ...content.row, patient_id } };
    case 'lesions':
      return { ...content, row: { ...content.row, patient_id } };
    case 'visibility':
      return { ...content, row: { ...content.row, patient_id } };
    case 'readers':
      return content;
  }
}

it('a number depends on nothing that is not published: other pseudonyms, centres and orders give the same table', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[A-Z]{3,6}$/), { minLength: 80, maxLength: 80 });
  const published = cellsOf(THESIS, { fewestPatientsShown: 5 });
  fc.assert(
    fc.property(names, fc.constantFrom('aix', 'rouen', 'zell'), (drawn, centre) => {
      const nameOf = new Map<string, string>();
      const renamed = THESIS.flatMap((row): CentreRow[] => {
        const { content } = row;
        if (content.table === 'readers') return [];
        const key = `${row.centre} ${content.row.patient_id}`;
        const patient_id = nameOf.get(key) ?? `${drawn[nameOf.size] ?? 'X'}${nameOf.size}`;
        nameOf.set(key, patient_id);
        return [{ centre, content: renamedTo(content, patient_id) }];
      });
      expect(cellsOf(renamed.toReversed())).toEqual(published);
    }),
    { numRuns: 10 },
  );
});

describe('points are kept back', () => {
  const reasons = (rows: readonly CentreRow[], settings: Partial<StudySettings> = {}) =>
    pointsOf(rows, settings).map((point) => [
      point.text('kind'),
      point.figure('point'),
      point.text('reason'),
    ]);

  it('of four patients, and not of five', () => {
    expect(reasons(patients(4)).slice(0, 2)).toEqual([
      ['count', null, 'too_few_patients'],
      ['diameter', null, 'too_few_patients'],
    ]);
    expect(reasons(patients(5)).filter(([kind]) => kind === 'count')).toHaveLength(15);
    expect(reasons(patients(5)).filter(([kind]) => kind === 'diameter')).toHaveLength(5);
  });

  it('of as few as a study does not show by centre, but never of fewer than five', () => {
    expect(reasons(patients(7), { fewestPatientsShown: 8 })[0]).toEqual(['count', null, 'too_few_patients']);
    expect(reasons(patients(4), { fewestPatientsShown: 1 })[0]).toEqual(['count', null, 'too_few_patients']);
  });

  it('by the study’s setting, all kinds alike', () => {
    expect(reasons(THESIS, { pointsPublished: false })).toEqual(
      ['count', 'diameter', 'best_change', 'last_change'].map((kind) => [kind, null, 'points_not_published']),
    );
  });

  it('of more patients than anybody could look at one by one', () => {
    expect(reasons(patients(2_001))[0]).toEqual(['count', null, 'too_many_points']);
  });
});

describe('changes by RECIST', () => {
  const points = pointsOf(RESPONSES);
  const changes = (kind: string) => matching(points, { kind });

  it('have the same number in both of their kinds, and the best is never above the last', () => {
    const [best, last] = [changes('best_change'), changes('last_change')];
    expect(best.length).toBeGreaterThan(5);
    expect(best.map((point) => point.figure('patient'))).toEqual(
      last.map((point) => point.figure('patient')),
    );
    for (const [position, point] of best.entries()) {
      const atLast = last[position]?.figure('mri_total') ?? null;
      if (atLast !== null) expect(point.figure('mri_total')).toBeLessThanOrEqual(atLast);
    }
  });

  it('are of a modality as a whole: no sequence has one', () => {
    for (const point of changes('best_change')) expect(point.figure('mri_diffusion')).toBeNull();
  });
});
