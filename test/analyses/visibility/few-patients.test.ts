import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibilityTables } from '#shared/analyses/visibility/tables.ts';
import { recordsOf, type TableRecord } from '#shared/presentation/read-table.ts';
import { COUNTED, type CountedName, SEQUENCE_NAMES, sequencesOf } from '#shared/protocol/sequences.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { matching } from '#test/analyses/study-records.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { listingPatients } from './arbitrary-lists.ts';
import { type ListedStory, type ListingPatient, listingStudy } from './listed-study.ts';

/*
 * What is kept back must not follow from what is shown: a whole less its parts that are shown has to be of nobody, or of as
 * many patients as a part is shown of. Counted here from the lists themselves.
 */

const tablesOf = (patients: readonly ListingPatient[], fewestPatientsShown: number) => {
  const settings = { ...SETTINGS, fewestPatientsShown };
  return visibilityTables(includedPatients(listingStudy(patients), settings), settings);
};

/** How many patients list a lesion of some kind. */
const patientsWith = (
  patients: readonly ListingPatient[],
  isOfKind: (lesion: ListedStory, patient: ListingPatient) => boolean,
): number =>
  patients.filter((patient) => patient.listed?.some((lesion) => isOfKind(lesion, patient)) === true).length;

const isVerified = ({ nature, reference }: ListedStory) => nature !== 'unknown' && reference !== 'none';

function isAssessableOn({ seen = '' }: ListedStory, name: CountedName): boolean {
  const letters = sequencesOf(name).sequences.map((sequence) => seen[SEQUENCE_NAMES.indexOf(sequence)]);
  return letters.includes('Y') || !letters.includes('-');
}

const hasBenignAlone = ({ listed = [] }: ListingPatient) =>
  listed.every((lesion) => lesion.nature === 'benign' && isVerified(lesion));

/** A figure, and the patients whose lesions it is of, beside being verified. */
const FIGURES: readonly (readonly [
  column: string,
  isOf: (lesion: ListedStory, patient: ListingPatient) => boolean,
])[] = [
  ['metastases', () => true],
  ['patients_called', ({ nature }) => nature === 'metastasis'],
  ['patients_not_called', (_, patient) => hasBenignAlone(patient)],
];

const isKeptBack = (row: TableRecord, column: string) => row.figure(column) === null;

const fewest = fc.integer({ min: 2, max: 6 });

describe('of lists of any patients, what is kept back of few', () => {
  it('does not follow from all references less those that are shown', () => {
    let hidden = 0;
    fc.assert(
      fc.property(listingPatients, fewest, (patients, fewestPatientsShown) => {
        const tables = tablesOf(patients, fewestPatientsShown);
        if (tables.length === 0) return;
        for (const { name } of COUNTED) {
          const [all, ...kinds] = matching(recordsOf(tables, 'performance'), { sequence: name });
          for (const [column, isOf] of FIGURES) {
            if (all === undefined || isKeptBack(all, column)) continue;
            const kept = kinds.filter((row) => isKeptBack(row, column)).map((row) => row.text('reference'));
            const rest = patientsWith(
              patients,
              (lesion, patient) =>
                isVerified(lesion) &&
                isAssessableOn(lesion, name) &&
                kept.includes(lesion.reference ?? 'none') &&
                isOf(lesion, patient),
            );
            expect(rest === 0 || rest >= fewestPatientsShown, `${name} ${column} ${rest}`).toBe(true);
            if (kept.length > 0 && kept.length < kinds.length) hidden += 1;
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(hidden).toBeGreaterThan(50);
  });

  it('does not follow from a liver, or a side of it, less the segments and sizes that are shown', () => {
    let hidden = 0;
    fc.assert(
      fc.property(listingPatients, fewest, (patients, fewestPatientsShown) => {
        const tables = tablesOf(patients, fewestPatientsShown);
        if (tables.length === 0) return;
        const rows = matching(recordsOf(tables, 'visibility'), { what: 'seen', first: 'mri_t2fs' });
        const by = (codeOf: (lesion: ListedStory) => string, side?: string) => {
          const codes = new Set(patients.flatMap(({ listed = [] }) => listed.map(codeOf)));
          const own = rows.filter((row) => codes.has(row.text('group')));
          const kept = own.filter((row) => isKeptBack(row, 'lesions')).map((row) => row.text('group'));
          if (kept.length === own.length) return;
          const rest = patientsWith(
            patients,
            (lesion) =>
              lesion.nature === 'metastasis' &&
              kept.includes(codeOf(lesion)) &&
              (side === undefined || lesion.side === side),
          );
          expect(rest === 0 || rest >= fewestPatientsShown, `${kept} ${side} ${rest}`).toBe(true);
          if (kept.length > 0) hidden += 1;
        };
        by(({ size_class }) => size_class ?? 'size_not_known');
        for (const side of [undefined, 'right', 'left'])
          by(({ segment }) => `segment_${segment ?? 'not_known'}`, side);
      }),
      { numRuns: 60 },
    );
    expect(hidden).toBeGreaterThan(20);
  });
});

describe('of a sequence on which few of a reference can be assessed', () => {
  const patients = (count: number, at: number, lesion: ListedStory): readonly ListingPatient[] =>
    Array.from({ length: count }, (_, position) => ({ id: `P${at + position}`, listed: [lesion] }));
  const study = [
    ...patients(7, 10, { reference: 'follow_up' }),
    ...patients(6, 20, { reference: 'other_imaging' }),
    ...patients(3, 30, { reference: 'histology' }),
    ...patients(3, 40, { reference: 'histology', seen: 'YYY-YY' }),
  ];
  const records = recordsOf(tablesOf(study, 5), 'performance');
  const reasonOf = (sequence: string, reference: string) =>
    matching(records, { sequence, reference })[0]?.text('sensitivity_reason');

  it('another reference is kept back there, and there alone', () => {
    expect(reasonOf('mri_portal', 'histology')).toBe('too_few_patients');
    expect(reasonOf('mri_portal', 'other_imaging')).toBe('hides_small_group');
    expect(reasonOf('mri_portal', 'all')).toBe('');
    expect(reasonOf('mri_t2fs', 'histology')).toBe('');
    expect(reasonOf('mri_t2fs', 'other_imaging')).toBe('');
  });
});
