import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleStudy, firstReadings } from '#shared/study/study.ts';
import { rowsOfPatient } from './centre-rows.ts';
import { cohortFiles, rowsOfCentres } from './sample-cohort.ts';

describe('a study', () => {
  it('is put together from its tables', () => {
    const rows = rowsOfPatient({
      listed: [
        { pair: 2, lesion: 30 },
        { pair: 2, lesion: 4 },
      ],
      pairs: [{ pair: 2 }, { pair: 1 }],
      lesions: [
        { pair: 1, lesion: 10 },
        { pair: 2, lesion: 3 },
        { pair: 1, lesion: 9 },
      ],
    });
    const [patient, ...others] = assembleStudy(rows).patients;
    expect(others).toEqual([]);
    expect(patient).toMatchObject({ centre: 'rouen', patient: { patient_id: 'P1' } });
    expect(
      patient?.readings.map(({ pair, lesions, listed }) => [
        pair.pair,
        lesions.map(({ lesion }) => lesion),
        listed.map(({ lesion }) => lesion),
      ]),
    ).toEqual([
      [1, [9, 10], []],
      [2, [3], [4, 30]],
    ]);
  });

  it('takes the same pseudonym in two centres for two patients', () => {
    const rows = [
      ...rowsOfPatient({ centre: 'rouen', pairs: [{}, { pair: 2 }] }),
      ...rowsOfPatient({ centre: 'lille', lesions: [{}] }),
    ];
    expect(
      assembleStudy(rows).patients.map(({ centre, readings }) => [
        centre,
        readings.map(({ lesions }) => lesions.length),
      ]),
    ).toEqual([
      ['lille', [1]],
      ['rouen', [0, 0]],
    ]);
  });

  it('keeps the readings of every reader apart, and the first reader’s for the main tables', () => {
    const rows = rowsOfPatient({
      pairs: [{ reader: 2 }, { reader: 1 }],
      lesions: [{ reader: 2 }, { reader: 2, lesion: 2 }, { reader: 1 }],
    });
    const [patient] = assembleStudy(rows).patients;
    if (patient === undefined) throw new Error('no patient');
    expect(patient.readings.map(({ pair, lesions }) => [pair.reader, lesions.length])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(firstReadings(patient).map(({ pair }) => pair.reader)).toEqual([1]);
  });

  it('counts the rows that wait for the row that they belong to', () => {
    const arrived = rowsOfPatient({ lesions: [{}, { pair: 2 }, { reader: 2 }], listed: [{}, { pair: 3 }] });
    const [, pair, lesion] = rowsOfPatient({ id: 'P2', lesions: [{}] });
    const [, , otherCentre] = rowsOfPatient({ centre: 'lille', lesions: [{}] });
    const rows = [...arrived, pair, lesion, otherCentre].filter((row) => row !== undefined);
    expect(assembleStudy(rows)).toMatchObject({
      patients: [{}],
      orphans: { pairs: 1, lesions: 4, visibility: 1 },
    });
  });

  it('of nothing is empty', () => {
    expect(assembleStudy([])).toEqual({
      patients: [],
      readers: [],
      orphans: { pairs: 0, lesions: 0, visibility: 0 },
    });
  });

  it('does not depend on the order of rows', () => {
    const rows = rowsOfCentres(cohortFiles('thesis'));
    const study = assembleStudy(rows);
    const anyOrder = fc.shuffledSubarray([...rows], { minLength: rows.length });
    fc.assert(
      fc.property(anyOrder, (shuffled) => {
        expect(assembleStudy(shuffled)).toEqual(study);
      }),
      { numRuns: 20 },
    );
  });
});
