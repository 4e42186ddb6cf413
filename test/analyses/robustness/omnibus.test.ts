import { describe, expect, it } from 'vitest';
import { matching, recordsOfStudy } from '#test/analyses/study-records.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { counts } from '#test/tables/rows.ts';

/** A pair on which diffusion shows most, and so many more. */
const pair = (number: number, more: number) => ({
  pair: number,
  ...counts((counted) => (counted === 'mri_diffusion' || counted === 'mri_total' ? 2 + more : 2)),
});
const whole = (rows: ReturnType<typeof rowsOfPatient>) =>
  matching(recordsOfStudy(rows, 'omnibus'), { analysis: 'counts', side: 'whole' })[0];

describe('the six sequences together', () => {
  it('are not tested on one pair, nor on the pairs of one patient', () => {
    const onePair = whole(rowsOfPatient({ pairs: [pair(1, 1)] }));
    expect([onePair?.text('friedman_reason'), onePair?.figure('n')]).toEqual(['too_few_observations', 1]);
    const onePatient = whole(rowsOfPatient({ pairs: [pair(1, 1), pair(2, 3)] }));
    expect(onePatient?.text('friedman_reason')).toBe('too_few_patients');
    for (const column of ['friedman_chi2', 'friedman_p', 'kendall_w']) {
      expect(onePair?.figure(column), column).toBeNull();
      expect(onePatient?.figure(column), column).toBeNull();
    }
  });

  it('are tested on the pairs of two', () => {
    const two = whole([
      ...rowsOfPatient({ id: 'P1', pairs: [pair(1, 1)] }),
      ...rowsOfPatient({ id: 'P2', pairs: [pair(1, 3)] }),
    ]);
    // Both rank diffusion first and tie the others: W = 1, χ² = n(k − 1)W.
    expect([two?.figure('kendall_w'), two?.figure('friedman_chi2')]).toEqual([1, 10]);
  });
});
