import { describe, expect, it } from 'vitest';
import type { CentreRow } from '#shared/study/study.ts';
import type { LesionRow } from '#shared/tables/lesions.ts';
import { matching, recordsOfStudy } from '#test/analyses/study-records.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { COHORTS, cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { NO_COUNTS } from '#test/tables/rows.ts';

/** One lesion through yearly pairs: its diameter on the MRI and on the CT at each; null where nobody could count. */
function course(id: string, ...visits: readonly (readonly [mri: number, ct: number | null])[]) {
  const lesion = (mri: number, ct: number | null): Partial<LesionRow> => ({
    mri_t2fs_mm: mri,
    mri_diffusion_mm: mri,
    mri_arterial_mm: mri,
    mri_portal_mm: mri,
    ct_arterial_mm: ct,
    ct_portal_mm: ct,
  });
  return rowsOfPatient({
    id,
    pairs: visits.map(([, ct], index) => ({
      ...(ct === null && { countable: 'coalescent' as const, ...NO_COUNTS }),
      pair: index + 1,
      ct_date: `${2016 + index}-03-01`,
      mri_date: `${2016 + index}-03-02`,
    })),
    lesions: visits.map(([mri, ct], index) => ({ pair: index + 1, ...lesion(mri, ct) })),
  });
}

const ROWS: readonly CentreRow[] = [
  ...course('P1', [20, 20], [26, 26], [21, 21]),
  ...course('P2', [30, 30], [21, 22], [30, 30]),
  ...course('P3', [10, 9], [10.5, 9]),
  ...course('P4', [40, 40]),
  ...course('P5', [40, 40], [44, null]),
];

describe('RECIST by modality and sequence', () => {
  const records = recordsOfStudy(ROWS, 'recist');
  const at = (method: string, time_point: string) => matching(records, { method, time_point })[0];
  const figures = (method: string, timePoint: string, columns: readonly string[]) =>
    columns.map((column) => at(method, timePoint)?.figure(column));

  it('has a row for each of eight methods and for all follow-ups, the last, the first and the second', () => {
    expect(records).toHaveLength(8 * 4);
    expect(new Set(records.map((record) => record.text('time_point')))).toEqual(
      new Set(['all', 'last', '1', '2']),
    );
  });

  it('goes as far as the longest course of either modality', () => {
    const days = ['2016-02-01', '2016-03-01', '2016-04-01'];
    const often = (scan: 'ct_date' | 'mri_date') =>
      rowsOfPatient({
        pairs: days.map((day, index) => ({
          pair: index + 1,
          ct_date: '2016-03-02',
          mri_date: '2016-03-02',
          [scan]: day,
        })),
        lesions: days.map((_, index) => ({ pair: index + 1 })),
      });
    for (const scan of ['ct_date', 'mri_date'] as const) {
      const points = recordsOfStudy(often(scan), 'recist').map((record) => record.text('time_point'));
      expect(new Set(points), scan).toEqual(new Set(['all', 'last', '1', '2']));
    }
  });

  it('counts each category over patients and follow-ups', () => {
    const columns = ['n_patients', 'n_patients_without_target', 'n_follow_ups', 'cr', 'pr', 'sd', 'pd', 'ne'];
    expect(figures('mri', 'all', columns)).toEqual([4, 0, 6, 0, 1, 3, 2, 0]);
    expect(figures('mri', '1', columns)).toEqual([4, 0, 4, 0, 1, 2, 1, 0]);
    expect(figures('mri', 'last', columns)).toEqual([4, 0, 4, 0, 0, 3, 1, 0]);
    expect(figures('ct', 'all', columns)).toEqual([3, 1, 5, 0, 0, 2, 2, 1]);
  });

  it('says of a row whether it counts follow-ups or patients', () => {
    expect(['all', 'last', '1', '2'].map((point) => at('mri', point)?.text('unit'))).toEqual([
      'follow_ups',
      'patients',
      'patients',
      'patients',
    ]);
  });

  it('splits stable disease by its growth, and leaves progression out of it', () => {
    const columns = ['sd', 'sd_not_growing', 'sd_slow', 'sd_faster', 'pd_by_growth', 'pd_by_new_lesion'];
    expect(figures('mri', 'all', columns)).toEqual([3, 0, 3, 0, 2, 0]);
  });

  it('gives the means of the complete sums in millimetres, over patients', () => {
    const columns = ['n_sums', 'baseline_sum_mean', 'nadir_mean', 'sum_mean', 'change_mean'];
    expect(figures('mri', '2', columns)).toEqual([2, 25, 20.5, 25.5, 2.5]);
    // Two patients have two follow-ups, and count no more than the two who have one.
    expect(figures('mri', 'all', columns)).toEqual([6, 25, 23.875, 25.875, 4.375]);
    expect(figures('mri', 'all', ['n_patients', 'n_patients_with_sum'])).toEqual([4, 4]);
  });

  it.each([
    ['who is alone', course('P1', [20, 20], [26, 26])],
    [
      'whose sums alone are complete',
      [...course('P1', [20, 20], [26, 26]), ...course('P2', [40, 40], [44, null])],
    ],
  ])('gives no mean of a single patient %s', (_, rows) => {
    const [record] = matching(recordsOfStudy(rows, 'recist'), { method: 'ct', time_point: 'all' });
    expect([record?.figure('n_sums'), record?.figure('sum_mean')]).toEqual([1, null]);
    expect(record?.text('sums_reason')).toBe('too_few_patients');
  });

  it.each(COHORTS)('adds up in the cohort %s', (cohort) => {
    const records = recordsOfStudy(rowsOfCentres(cohortFiles(cohort)), 'recist');
    expect(records.length).toBeGreaterThan(1);
    for (const record of records) {
      const total = (...columns: readonly string[]) =>
        columns.reduce((sum, column) => sum + (record.figure(column) ?? Number.NaN), 0);
      expect(total('cr', 'pr', 'sd', 'pd', 'ne')).toBe(record.figure('n_follow_ups'));
      expect(total('sd_not_growing', 'sd_slow', 'sd_faster')).toBe(record.figure('sd'));
    }
  });
});

describe('the agreement of MRI with CT', () => {
  const records = recordsOfStudy(ROWS, 'recist-agreement');
  const at = (first: string, second: string, time_point: string, targets = 'own') =>
    matching(records, { first, second, time_point, targets })[0];

  it('compares the modalities, and each MRI sequence with each CT phase, on own and on the same targets', () => {
    expect(records).toHaveLength((1 + 4 * 2) * 2 * 4);
  });

  it('crosses the categories of the follow-ups that both evaluate', () => {
    const all = at('mri', 'ct', 'all');
    expect(['n_follow_ups', 'n_patients', 'n_not_evaluable'].map((column) => all?.figure(column))).toEqual([
      4, 2, 2,
    ]);
    expect(['pr_sd', 'sd_sd', 'pd_pd', 'sd_pr'].map((column) => all?.figure(column))).toEqual([1, 1, 2, 0]);
    expect(all?.figure('raw_agreement')).toBe(75);
  });

  it('weighs a disagreement by its distance', () => {
    const all = at('mri', 'ct', 'all');
    // Po = 3/4, Pe = (1·0 + 1·2 + 2·2)/16; linear: 1 − (1/3)/4 and 1 − Σ chance·distance/3.
    expect(all?.figure('kappa')).toBeCloseTo((0.75 - 6 / 16) / (1 - 6 / 16), 12);
    const disagreement = (1 * 2 * 1 + 1 * 2 * 2 + 1 * 2 * 1 + 2 * 2 * 1) / 16 / 3;
    expect(all?.figure('kappa_linear')).toBeCloseTo(1 - 1 / 12 / disagreement, 12);
    expect(all?.text('kappa_reason')).toBe('too_few_patients');
  });
});
