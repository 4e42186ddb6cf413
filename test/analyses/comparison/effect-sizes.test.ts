import { expect, it } from 'vitest';
import { matching, recordsOfStudy } from '#test/analyses/study-records.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { counts } from '#test/tables/rows.ts';

it('of two pairs, d_z stands and has no reason beside it; g_z is blank for its own', () => {
  const pairs = [1, 2].map((more, position) => ({
    pair: position + 1,
    ...counts((counted) => (counted === 'mri_t2fs' ? 1 : 1 + more)),
  }));
  const [record] = matching(recordsOfStudy(rowsOfPatient({ pairs }), 'count-tests'), {
    side: 'right',
    first: 'mri_t2fs',
    second: 'mri_diffusion',
  });
  expect(record?.figure('d_z')).toBeCloseTo(-1.5 / Math.SQRT1_2, 12);
  expect(record?.text('t_reason')).toBe('');
  expect([record?.figure('g_z'), record?.text('g_z_reason')]).toEqual([null, 'too_few_observations']);
});
