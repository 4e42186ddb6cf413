import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import { lookThrough } from '#shared/analyses/look-through.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

/** What is taken from a cohort, and its study as far as somebody else holds it. */
function lookedThrough() {
  const study = assembleStudy(rowsOfCentres(cohortFiles('thesis')));
  const [patient] = study.patients;
  const [reading] = study.patients.flatMap(({ readings }) => readings);
  if (patient === undefined || reading === undefined) throw new Error('the cohort is empty');
  const held = { study, patient, row: patient.patient, reading, pair: reading.pair };
  return {
    found: lookThrough(study, SETTINGS),
    held: Object.entries(held).map(([name, object]) => ({ name, object: new WeakRef<object>(object) })),
  };
}

describe('what is taken from a study', () => {
  it('holds none of its patients and rows', async () => {
    const { found, held } = lookedThrough();
    // V8 compiles beside the program, and holds what it compiles for until it is done: asked again until then.
    await vi.waitFor(
      () => {
        if (typeof collectGarbage !== 'function') throw new Error('garbage cannot be collected');
        collectGarbage();
        expect(held.filter(({ object }) => object.deref() !== undefined).map(({ name }) => name)).toEqual([]);
      },
      { timeout: 20_000, interval: 50 },
    );
    expect(found.counts.perPair('mri_total', 'whole')).toHaveLength(57);
    expect(found.measures.diameters('mri_portal')).not.toHaveLength(0);
  });
});
