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
    for (const { text, figure } of matching(records, { analysis: 'counts' })) {
      const [first, second, side] = [text('first'), text('second'), text('side')];
      const [main] = matching(tests, { first, second, side });
      expect(figure('wilcoxon_p')).toBe(main?.figure('wilcoxon_p'));
      expect(figure('n_used')).toBe(main?.figure('wilcoxon_n_used'));
    }
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
