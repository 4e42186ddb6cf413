import { expect, it } from 'vitest';
import { centreSamples } from '#shared/analyses/centres/centre-samples.ts';
import { SETTINGS } from '#test/study/settings.ts';

const rows = {
  first: Float64Array.of(1, 2, Number.NaN, 4, 5, 6),
  second: Float64Array.of(1, 2, 3, 4, 5, Number.NaN),
  patients: Uint32Array.of(0, 0, 1, 2, 3, 4),
  centres: { names: ['caen', 'lille', 'rouen'], ofRow: Uint32Array.of(0, 0, 0, 1, 1, 2) },
};

it('of centres only the rows with both values count, one without any joins the smallest, and each group numbers its own patients', () => {
  const samples = centreSamples(rows, { ...SETTINGS, fewestPatientsShown: 1 });
  const found = samples.map(({ group, first, second, patients, patientCount }) => ({
    centres: group.centres,
    rows: [...first.keys()].map((row) => [first[row], second[row], patients[row]]),
    patientCount,
  }));
  expect(found).toEqual([
    {
      centres: ['lille'],
      rows: [
        [4, 4, 0],
        [5, 5, 1],
      ],
      patientCount: 2,
    },
    {
      centres: ['caen', 'rouen'],
      rows: [
        [1, 1, 0],
        [2, 2, 0],
      ],
      patientCount: 1,
    },
  ]);
});
