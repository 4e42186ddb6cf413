import { describe, expect, it } from 'vitest';
import { pairedComparer } from '#shared/analyses/comparison/paired-comparison.ts';
import { countTests, countTestsTable } from '#shared/analyses/counts/count-tests.ts';
import { detectionRatesTable } from '#shared/analyses/counts/detection-rates.ts';
import { notOnDiffusionTable } from '#shared/analyses/counts/not-on-diffusion.ts';
import { sideTestsTable } from '#shared/analyses/counts/side-tests.ts';
import { countsTable } from '#shared/analyses/counts/table.ts';
import { omnibusTable } from '#shared/analyses/robustness/omnibus.ts';
import { recordsOf } from '#shared/presentation/read-table.ts';
import { countsOf, measuresOf, rowOf } from '#test/analyses/study-columns.ts';
import type { PatientStory } from '#test/study/centre-rows.ts';
import { counts } from '#test/tables/rows.ts';

/** One pair: on the right, what is said of each sequence; on the left nothing. */
const seeing = (right: Readonly<Record<string, number>>): PatientStory => ({
  pairs: [
    {
      ...counts(() => 0),
      ...Object.fromEntries(Object.entries(right).map(([name, n]) => [`${name}_right`, n])),
    },
  ],
});
const mri = (total: number, t2: number, diffusion: number, arterial: number, portal: number) => ({
  mri_total: total,
  mri_t2fs: t2,
  mri_diffusion: diffusion,
  mri_arterial: arterial,
  mri_portal: portal,
});
const ct = (total: number, arterial: number, portal: number) => ({
  ct_total: total,
  ct_arterial: arterial,
  ct_portal: portal,
});

describe('the detection rates', () => {
  it('are shares of the modality’s lesions and of all lesions, of the patients who have any', () => {
    const table = detectionRatesTable(
      countsOf([
        seeing({ ...mri(4, 2, 4, 1, 0), ...ct(2, 2, 1) }),
        seeing({ ...mri(6, 3, 6, 5, 0), ...ct(0, 0, 0) }),
        seeing({ ...mri(0, 0, 0, 0, 0), ...ct(0, 0, 0) }),
      ]),
    );
    const t2 = rowOf(table, { side: 'right', sequence: 'mri_t2fs', against: 'modality' });
    expect(['n_patients', 'seen', 'lesions', 'rate'].map(t2.figure)).toEqual([2, 5, 10, 50]);
    const onCt = rowOf(table, { side: 'right', sequence: 'ct_portal', against: 'modality' });
    expect(['n_patients', 'seen', 'lesions', 'rate'].map(onCt.figure)).toEqual([1, 1, 2, 50]);
    expect([onCt.figure('rate_low'), onCt.text('rate_reason')]).toEqual([null, 'too_few_patients']);
    const ofAll = rowOf(table, { side: 'whole', sequence: 'ct_total', against: 'all_lesions' });
    expect(['n_patients', 'seen', 'lesions', 'rate'].map(ofAll.figure)).toEqual([2, 2, 10, 20]);
    const arterial = rowOf(table, { side: 'right', sequence: 'mri_arterial', against: 'modality' });
    expect([arterial.figure('rate'), arterial.figure('rate_low'), arterial.text('rate_reason')]).toEqual([
      60,
      null,
      'too_few_patients',
    ]);
    const none = rowOf(table, { side: 'left', sequence: 'mri_t2fs', against: 'modality' });
    expect([none.figure('rate'), none.text('rate_reason')]).toEqual([null, 'no_observation']);
  });

  it('have an interval from six patients on', () => {
    const six = Array.from({ length: 6 }, (_, seen) => seeing({ ...mri(5, seen, 5, 1, 0), ...ct(0, 0, 0) }));
    const t2 = rowOf(detectionRatesTable(countsOf(six)), {
      side: 'right',
      sequence: 'mri_t2fs',
      against: 'modality',
    });
    expect(t2.figure('rate_low')).toBeLessThan(50);
    expect(t2.figure('rate_high')).toBeGreaterThan(50);
  });

  it('say where CT sees more than all lesions are taken to be', () => {
    const row = rowOf(
      detectionRatesTable(
        countsOf([
          seeing({ ...mri(1, 1, 1, 1, 1), ...ct(3, 3, 3) }),
          seeing({ ...mri(2, 1, 2, 1, 1), ...ct(1, 1, 1) }),
        ]),
      ),
      { side: 'right', sequence: 'ct_total', against: 'all_lesions' },
    );
    expect(row.figure('patients_above_union')).toBe(1);
    expect([row.figure('rate'), row.text('rate_reason')]).toEqual([null, 'more_seen_than_present']);
  });

  it('are looked at pair by pair: a patient’s sum may hide where CT sees more', () => {
    const onPair = (pair: number, onMri: number, onCt: number) => ({
      ...seeing({ ...mri(onMri, onMri, onMri, onMri, onMri), ...ct(onCt, onCt, onCt) }).pairs?.[0],
      pair,
    });
    const columns = countsOf([
      { pairs: [onPair(1, 1, 3), onPair(2, 9, 2)] },
      seeing({ ...mri(4, 4, 4, 4, 4), ...ct(1, 1, 1) }),
    ]);
    const rates = detectionRatesTable(columns);
    const whole = rowOf(rates, { side: 'whole', sequence: 'ct_total', against: 'all_lesions' });
    expect(
      ['patients_above_union', 'pairs_above_union', 'seen', 'lesions', 'rate'].map(whole.figure),
    ).toEqual([1, 1, 6, 14, null]);
    const left = rowOf(rates, { side: 'left', sequence: 'ct_total', against: 'all_lesions' });
    expect([left.figure('pairs_above_union'), left.text('rate_reason')]).toEqual([0, 'no_observation']);
    const test = rowOf(countTestsTable(countTests(columns, pairedComparer())), {
      side: 'right',
      first: 'mri_t2fs',
      second: 'ct_portal',
    });
    expect([test.figure('rate_difference'), test.text('rate_difference_reason')]).toEqual([
      null,
      'more_seen_than_present',
    ]);
  });
});

describe('the metastases that diffusion does not show', () => {
  it.each([
    ['all of them, where both phases have them and nothing else needs them', mri(5, 3, 3, 4, 2), 3, 2],
    ['as many as the portal phase sees', mri(5, 1, 3, 4, 1), 3, 1],
    ['as many as T2 leaves room for', mri(5, 4, 3, 4, 4), 3, 1],
    ['as many as CT leaves room for', mri(5, 3, 3, 4, 4), 5, 0],
    ['none, where CT sees more than the MRI', mri(5, 3, 3, 4, 4), 7, 0],
  ])('could be of the contrast phases only: %s', (_, onMri, onCt, expected) => {
    const table = notOnDiffusionTable(countsOf([seeing({ ...onMri, ...ct(onCt, onCt, 0) })]));
    const whole = rowOf(table, { side: 'whole' });
    expect(whole.figure('not_on_diffusion')).toBe(2);
    expect(whole.figure('on_a_contrast_phase_only_at_most')).toBe(Math.min(2, 5 - onMri.mri_t2fs));
    expect(whole.figure('on_both_contrast_phases_only_not_on_ct_at_most')).toBe(expected);
    expect(rowOf(table, { side: 'left' }).figure('on_both_contrast_phases_only_not_on_ct_at_most')).toBe(0);
  });
});

const PATIENTS = [
  seeing({ ...mri(9, 4, 9, 3, 2), ...ct(4, 4, 1) }),
  seeing({ ...mri(5, 4, 5, 4, 1), ...ct(2, 1, 2) }),
  seeing({ ...mri(3, 2, 3, 1, 1), ...ct(1, 1, 1) }),
  seeing({ ...mri(7, 3, 7, 2, 3), ...ct(3, 3, 0) }),
  seeing({ ...mri(4, 3, 4, 4, 2), ...ct(2, 2, 2) }),
  seeing({ ...mri(8, 2, 8, 6, 1), ...ct(1, 0, 1) }),
];

describe('the tests of the counts', () => {
  const row = rowOf(countTestsTable(countTests(countsOf(PATIENTS), pairedComparer())), {
    side: 'right',
    first: 'mri_diffusion',
    second: 'ct_arterial',
  });

  it('have beside the thesis’s tests those by patient, adjusted ones and effects', () => {
    expect([row.figure('n_pairs'), row.figure('n_patients'), row.figure('cluster_family_size')]).toEqual([
      6, 6, 15,
    ]);
    // Six patients, all differences of one sign: 2 / 2⁶.
    expect([row.figure('cluster_p'), row.text('cluster_method')]).toEqual([1 / 32, 'exact']);
    expect(row.figure('cluster_p_holm')).toBeGreaterThanOrEqual(row.figure('cluster_p_bh') ?? 1);
    expect(row.figure('rank_biserial')).toBe(1);
    expect(row.figure('cr2_low')).toBeLessThan(row.figure('mean_difference') ?? 0);
  });

  it('compare detection by ratio, by rate and by McNemar’s test of the patients’ differences', () => {
    expect(row.figure('rate_ratio')).toBeCloseTo(36 / 11, 12);
    expect(row.figure('rate_difference')).toBeCloseTo((100 * 25) / 36, 12);
    const gained = [5, 4, 2, 4, 2, 8];
    const squares = gained.reduce((sum, value) => sum + value ** 2, 0);
    expect(row.figure('mcnemar_chi2')).toBeCloseTo(((5 / 6) * 25 ** 2) / squares, 12);
  });
});

describe('the right and the left liver', () => {
  it('are compared on every sequence and total', () => {
    const table = sideTestsTable(countsOf(PATIENTS), pairedComparer());
    expect(recordsOf([table], 'side-tests').map((row) => row.text('sequence'))).toHaveLength(8);
    expect(rowOf(table, { sequence: 'ct_total' }).figure('mean_difference')).toBeCloseTo(13 / 6, 12);
    expect(rowOf(table, { sequence: 'ct_total' }).figure('cluster_p')).toBe(1 / 32);
  });
});

describe('the omnibus test', () => {
  it('leaves out the lesions that one sequence lacks, and says how many', () => {
    const lacking: PatientStory = { lesions: [{}, { lesion: 2, ct_portal_mm: null }] };
    const table = omnibusTable(countsOf(PATIENTS), measuresOf([{ lesions: [{}] }, lacking]));
    const measures = rowOf(table, { analysis: 'measures' });
    expect([measures.figure('n'), measures.figure('n_incomplete')]).toEqual([2, 1]);
    const right = rowOf(table, { analysis: 'counts', side: 'right' });
    expect([right.figure('n'), right.figure('friedman_df')]).toEqual([6, 5]);
    expect(right.figure('kendall_w')).toBeCloseTo((right.figure('friedman_chi2') ?? 0) / 30, 12);
    const left = rowOf(table, { analysis: 'counts', side: 'left' });
    expect([left.figure('friedman_p'), left.text('friedman_reason')]).toEqual([null, 'no_variation']);
  });
});

describe('the counts', () => {
  it('say how many of the modality’s metastases each sequence does not see', () => {
    const table = countsTable(countsOf(PATIENTS));
    const notSeen = (sequence: string) => rowOf(table, { side: 'right', sequence }).figure('not_seen');
    expect(['mri_t2fs', 'mri_diffusion', 'mri_total', 'ct_arterial', 'ct_portal'].map(notSeen)).toEqual([
      18, 0, 0, 2, 6,
    ]);
  });
});
