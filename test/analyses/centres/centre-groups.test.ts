import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centreGroups, includedByCentre } from '#shared/analyses/centres/centre-groups.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { SETTINGS } from '#test/study/settings.ts';

const groupsOf = (patients: Readonly<Record<string, number>>, fewestPatientsShown = 5) =>
  centreGroups(new Map(Object.entries(patients)), { fewestPatientsShown }).map(({ name, centres }) => [
    name,
    ...centres,
  ]);

describe('the centres', () => {
  it('of five patients and more are shown, in order of name', () => {
    expect(groupsOf({ rouen: 9, caen: 5 })).toEqual([
      ['caen', 'caen'],
      ['rouen', 'rouen'],
    ]);
  });

  it('are folded from as many patients on as the site says', () => {
    const patients = { rouen: 9, caen: 4, lille: 3 };
    expect(groupsOf(patients, 3).map(([name]) => name)).toEqual(['caen', 'lille', 'rouen']);
    expect(groupsOf(patients, 10)).toEqual([[null, 'caen', 'lille', 'rouen']]);
  });

  it('of fewer are folded together', () => {
    expect(groupsOf({ rouen: 9, caen: 4, lille: 3 })).toEqual([
      ['rouen', 'rouen'],
      [null, 'caen', 'lille'],
    ]);
  });

  it('take the next smallest with them where one alone is too small', () => {
    expect(groupsOf({ rouen: 9, caen: 4, lille: 6, brest: 6 })).toEqual([
      ['lille', 'lille'],
      ['rouen', 'rouen'],
      [null, 'brest', 'caen'],
    ]);
  });

  it('take more where together they are still too few patients', () => {
    expect(groupsOf({ rouen: 9, caen: 0, lille: 1, brest: 7 })).toEqual([
      ['rouen', 'rouen'],
      [null, 'brest', 'caen', 'lille'],
    ]);
  });

  it.each([[{ caen: 4 }], [{ caen: 2, lille: 2 }], [{}]])('are not shown at all as %j', (patients) => {
    expect(groupsOf(patients)).toEqual([]);
  });

  it('are each in one group, none of which can be told from the others', () => {
    const sizes = fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), fc.nat(12), { maxKeys: 8 });
    fc.assert(
      fc.property(sizes, (patients) => {
        const groups = centreGroups(new Map(Object.entries(patients)), SETTINGS);
        fc.pre(groups.length > 0);
        expect(groups.flatMap(({ centres }) => centres).toSorted()).toEqual(Object.keys(patients).toSorted());
        for (const { kind, centres } of groups) {
          const total = centres.reduce((sum, centre) => sum + (patients[centre] ?? 0), 0);
          expect(total).toBeGreaterThanOrEqual(5);
          if (kind === 'others') expect(centres.length).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });

  it('are counted by their included patients', () => {
    const study = assembleStudy([
      ...rowsOfPatient({ centre: 'rouen' }),
      ...rowsOfPatient({ centre: 'rouen', id: 'P2', pairs: [] }),
      ...rowsOfPatient({ centre: 'caen', pairs: [] }),
    ]);
    expect(includedByCentre(study, includedPatients(study, SETTINGS))).toEqual(
      new Map([
        ['caen', 0],
        ['rouen', 1],
      ]),
    );
  });
});
