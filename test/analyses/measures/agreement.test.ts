import { describe, expect, it } from 'vitest';
import { matching, recordsOfStudy } from '#test/analyses/study-records.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { COHORTS, cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';

const T2_DIFFUSION = { first: 'mri_t2fs', second: 'mri_diffusion' };

describe.each(COHORTS)('the agreement of the diameters in the cohort %s', (cohort) => {
  const rows = rowsOfCentres(cohortFiles(cohort));
  const agreement = recordsOfStudy(rows, 'agreement');

  it('has every comparison, its bias the mean difference of the measure tests', () => {
    expect(agreement).toHaveLength(15);
    const tests = recordsOfStudy(rows, 'measure-tests');
    for (const record of agreement) {
      const sequences = { first: record.text('first'), second: record.text('second') };
      const [test] = matching(tests, sequences);
      expect(record.figure('bias')).toBeCloseTo(test?.figure('mean_difference') ?? Number.NaN, 12);
      expect(record.figure('n_patients')).toBe(22);
    }
  });

  it('has its limits about the bias, and every interval about its figure', () => {
    for (const record of agreement) {
      const figure = (column: string) => record.figure(column) ?? Number.NaN;
      expect(figure('lower_limit') + figure('upper_limit')).toBeCloseTo(2 * figure('bias'), 10);
      for (const name of ['bias', 'lower_limit', 'upper_limit', 'icc_2_1', 'icc_3_1', 'ccc']) {
        expect(figure(`${name}_low`)).toBeLessThan(figure(name));
        expect(figure(`${name}_high`)).toBeGreaterThan(figure(name));
      }
      expect(record.text('limits_reason')).toBe('');
    }
  });
});

describe('the agreement of the diameters', () => {
  const measured = (id: string, pairs: readonly (readonly [number, number])[]) =>
    rowsOfPatient({
      id,
      lesions: pairs.map(([mri_t2fs_mm, mri_diffusion_mm], index) => ({
        lesion: index + 1,
        mri_t2fs_mm,
        mri_diffusion_mm,
      })),
    });

  it('is in millimetres, by lesions and patients', () => {
    // Differences 0.1, 0.3, 0.7, 0.9: the ones of the hand-made limits, in millimetres.
    const rows = [
      ...measured('P1', [
        [20.1, 20],
        [20.3, 20],
      ]),
      ...measured('P2', [
        [30.7, 30],
        [30.9, 30],
      ]),
    ];
    const [record] = matching(recordsOfStudy(rows, 'agreement'), T2_DIFFUSION);
    expect(record?.figure('n_lesions')).toBe(4);
    expect(record?.figure('n_patients')).toBe(2);
    expect(record?.figure('bias')).toBe(0.5);
    expect(record?.figure('limits_sd')).toBeCloseTo(Math.sqrt(19) / 10, 12);
  });

  it('leaves out lesions that one of the two does not show', () => {
    const rows = rowsOfPatient({ lesions: [{}, { lesion: 2, mri_t2fs_mm: null }] });
    const records = recordsOfStudy(rows, 'agreement');
    expect(matching(records, T2_DIFFUSION)[0]?.figure('n_lesions')).toBe(1);
    expect(matching(records, { first: 'ct_arterial', second: 'ct_portal' })[0]?.figure('n_lesions')).toBe(2);
  });

  it('says why it has no figures', () => {
    const [record] = recordsOfStudy(rowsOfPatient(), 'agreement');
    for (const name of ['bias', 'lower_limit', 'slope', 'icc_2_1', 'icc_3_1', 'ccc']) {
      expect(record?.figure(name)).toBeNull();
    }
    for (const name of ['bias', 'limits', 'slope', 'icc_2_1', 'icc_3_1', 'ccc']) {
      expect(record?.text(`${name}_reason`)).not.toBe('');
    }
  });
});
