import { describe, expect, it } from 'vitest';
import { lookThrough } from '#shared/analyses/look-through.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { expectLetGo, notHeld } from './let-go.ts';

/** What is taken from a cohort, and its study as far as somebody else holds it. */
function lookedThrough() {
  const study = assembleStudy(rowsOfCentres(cohortFiles('thesis')));
  const [patient] = study.patients;
  const [reading] = study.patients.flatMap(({ readings }) => readings);
  if (patient === undefined || reading === undefined) throw new Error('the cohort is empty');
  return {
    found: lookThrough(study, SETTINGS),
    objects: notHeld({ study, patient, row: patient.patient, reading, pair: reading.pair }),
  };
}

describe('what is taken from a study', () => {
  it('holds none of its patients and rows', async () => {
    const { found, objects } = lookedThrough();
    await expectLetGo(objects);
    expect(found.counts.perPair('mri_total', 'whole')).toHaveLength(57);
    expect(found.measures.diameters('mri_portal')).not.toHaveLength(0);
  });
});
