import { describe, expect, it } from 'vitest';
import { matching, recordsOfStudy } from '#test/analyses/study-records.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { COHORTS, cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { counts } from '#test/tables/rows.ts';

describe('the sensitivity analyses', () => {
  it.each(COHORTS)('stand beside the main result of every comparison of the cohort %s', (cohort) => {
    const rows = rowsOfCentres(cohortFiles(cohort));
    const records = recordsOfStudy(rows, 'sensitivity');
    const tests = recordsOfStudy(rows, 'count-tests');
    expect(matching(records, { analysis: 'counts' })).toHaveLength(45);
    expect(matching(records, { analysis: 'measures' })).toHaveLength(15);
    expect(matching(records, { analysis: 'measures_on_both' })).toHaveLength(15);
    for (const { text, figure } of matching(records, { analysis: 'counts' })) {
      const [first, second, side] = [text('first'), text('second'), text('side')];
      const [main] = matching(tests, { first, second, side });
      expect(figure('wilcoxon_p')).toBe(main?.figure('wilcoxon_p'));
      expect(figure('n_used')).toBe(main?.figure('wilcoxon_n_used'));
      expect(figure('cluster_p')).toBe(main?.figure('cluster_p'));
    }
  });

  it('have every lesion measured on both, where none is measured on all six', () => {
    // 27 lesions, three of each of nine patients, that T2 FS does not show; on CT each is 1 mm larger than on diffusion.
    const rows = Array.from({ length: 9 }, (_, patient) =>
      rowsOfPatient({
        id: `P${patient}`,
        pairs: [{ measurable: patient === 0 ? 'no_lesion_on_every_sequence' : 'yes' }],
        lesions: [1, 2, 3].map((lesion) => ({
          lesion,
          mri_t2fs_mm: null,
          mri_diffusion_mm: 10 + lesion,
          ct_arterial_mm: 11 + lesion,
        })),
      }),
    ).flat();
    const both = { first: 'mri_diffusion', second: 'ct_arterial' };
    const [main] = matching(recordsOfStudy(rows, 'measure-tests'), both);
    expect([main?.figure('n_lesions'), main?.text('cluster_reason')]).toEqual([0, 'no_observation']);
    const records = recordsOfStudy(rows, 'sensitivity');
    const [record] = matching(records, { analysis: 'measures_on_both', ...both });
    expect([record?.figure('n'), record?.figure('n_patients')]).toEqual([27, 9]);
    expect(record?.figure('n_positive')).toBe(0);
    // All nine patients the same way: 2 of 2⁹ choices of signs.
    expect(record?.figure('cluster_p')).toBeCloseTo(2 / 2 ** 9, 12);
    const [withT2] = matching(records, {
      analysis: 'measures_on_both',
      first: 'mri_t2fs',
      second: 'ct_arterial',
    });
    expect([withT2?.figure('n'), withT2?.text('cluster_reason')]).toEqual([0, 'no_observation']);
  });

  it('count the signs, and give all p exactly for a handful of pairs', () => {
    // Differences of T2 FS and diffusion on the right: −1, −2, −3, and one 0 that only Pratt ranks.
    const pairs = [1, 2, 3, 0].map((more, position) => ({
      pair: position + 1,
      ...counts((counted) => (counted === 'mri_t2fs' ? 1 : 1 + more)),
    }));
    const [record] = matching(recordsOfStudy(rowsOfPatient({ pairs }), 'sensitivity'), {
      analysis: 'counts',
      side: 'right',
      first: 'mri_t2fs',
      second: 'mri_diffusion',
    });
    const figure = (column: string) => record?.figure(column);
    expect([figure('n_used'), figure('zeros'), figure('n_positive')]).toEqual([3, 1, 0]);
    expect([figure('exact_p'), figure('sign_p')]).toEqual([0.25, 0.25]);
    // Ranks 2, 3, 4 of four: z = −9/√29.
    expect(figure('pratt_z')).toBeCloseTo(-9 / Math.sqrt(29), 12);
    expect([figure('positive'), figure('positive_low')]).toEqual([0, 0]);
  });
});
