import { describe, expect, it } from 'vitest';
import { pairedComparer } from '#shared/analyses/comparison/paired-comparison.ts';
import { measureHistogramsTable } from '#shared/analyses/measures/measure-histograms.ts';
import { measureTests, measureTestsTable } from '#shared/analyses/measures/measure-tests.ts';
import { measuresTable } from '#shared/analyses/measures/table.ts';
import { recordsOf } from '#shared/presentation/read-table.ts';
import { measuresOf, rowOf } from '#test/analyses/study-columns.ts';
import type { PatientStory } from '#test/study/centre-rows.ts';

/** Two pairs of one patient, one of another, who lacks T2 on his second lesion. */
const STORIES: readonly PatientStory[] = [
  {
    pairs: [{}, { pair: 2 }],
    lesions: [
      { mri_t2fs_mm: 10, mri_diffusion_mm: 11 },
      { lesion: 2, mri_t2fs_mm: 20, mri_diffusion_mm: 22.5 },
      { pair: 2, mri_t2fs_mm: 60, mri_diffusion_mm: 61 },
    ],
  },
  {
    lesions: [
      { mri_t2fs_mm: 7.3, mri_diffusion_mm: 7 },
      { lesion: 2, mri_t2fs_mm: null, mri_diffusion_mm: 100 },
    ],
  },
];

describe('the measures', () => {
  const table = measuresTable(measuresOf(STORIES));
  const row = (sequence: string, per: string) => rowOf(table, { sequence, per });

  it('are means and medians in millimetres over lesions, pairs and patients that have one', () => {
    expect(row('mri_t2fs', 'lesion').figure('n')).toBe(4);
    expect(row('mri_t2fs', 'lesion').figure('n_lesions')).toBe(5);
    expect(row('mri_t2fs', 'lesion').figure('mean')).toBeCloseTo(97.3 / 4, 12);
    expect(row('mri_t2fs', 'lesion').figure('median')).toBe(15);
    expect(row('mri_t2fs', 'pair').figure('median')).toBe(15);
    expect(row('mri_t2fs', 'patient').figure('mean')).toBeCloseTo((30 + 7.3) / 2, 12);
    expect(row('mri_diffusion', 'patient').figure('maximum')).toBe(53.5);
  });

  it('of nobody are blank, and say why', () => {
    const [none] = recordsOf([measuresTable(measuresOf([]))], 'measures');
    expect([none?.figure('n'), none?.figure('mean'), none?.text('reason')]).toEqual([
      0,
      null,
      'no_observation',
    ]);
  });
});

describe('the histograms of the measures', () => {
  it('have every patient in one bin, from its limit up to below the next', () => {
    const sizes = [9.9, 10, 19.9, 20, 99.9, 100, 250];
    const lesion = (mri_t2fs_mm: number) => ({ lesions: [{ mri_t2fs_mm }] });
    const histogram = measureHistogramsTable(measuresOf(sizes.map(lesion)));
    const bins = recordsOf([histogram], 'measure-histograms').filter(
      (bin) => bin.text('sequence') === 'mri_t2fs',
    );
    expect(bins.map((bin) => bin.figure('from'))).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(bins.map((bin) => bin.figure('patients'))).toEqual([1, 2, 1, 0, 0, 0, 0, 0, 0, 1, 2]);
    expect(bins.at(-1)?.figure('below')).toBeNull();
    expect(bins[0]?.figure('n_patients')).toBe(sizes.length);
  });
});

describe('the tests of the measures', () => {
  const table = measureTestsTable(measureTests(measuresOf(STORIES), pairedComparer()));
  const row = rowOf(table, { first: 'mri_t2fs', second: 'mri_diffusion' });

  it('compare the lesions measured on both sequences, in millimetres', () => {
    expect(recordsOf([table], 'measure-tests')).toHaveLength(15);
    expect([row.figure('n_lesions'), row.figure('n_patients')]).toEqual([4, 2]);
    expect(row.figure('mean_difference')).toBeCloseTo((-1 - 2.5 - 1 + 0.3) / 4, 12);
    expect(row.figure('median_difference')).toBe(-1);
    expect(row.figure('mean_difference_per_patient')).toBeCloseTo((-1.5 + 0.3) / 2, 12);
    expect(row.figure('mean_difference_per_pair')).toBeCloseTo((-1.75 - 1 + 0.3) / 3, 12);
  });

  it('tell the difference of Table 7’s means from the mean of the differences', () => {
    expect(row.figure('difference_of_patient_means')).toBeCloseTo((30 + 7.3) / 2 - (31.5 + 53.5) / 2, 12);
  });

  it('hold equal differences for ties, although their doubles differ', () => {
    const tied = measureTestsTable(
      measureTests(
        measuresOf([
          { lesions: [{ mri_t2fs_mm: 30.1, mri_diffusion_mm: 29.9 }] },
          { lesions: [{ mri_t2fs_mm: 27.4, mri_diffusion_mm: 27.2 }] },
        ]),
        pairedComparer(),
      ),
    );
    expect(rowOf(tied, { first: 'mri_t2fs', second: 'mri_diffusion' }).text('wilcoxon_ties')).toBe('true');
  });
});
