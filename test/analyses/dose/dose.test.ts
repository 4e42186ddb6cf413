import { expect, it } from 'vitest';
import { matching, recordsOfStudy } from '#test/analyses/study-records.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';
import { cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';

const doseOf = (stories: readonly PatientStory[]) => {
  const records = recordsOfStudy(
    stories.flatMap((story, at) => rowsOfPatient({ id: `P${at}`, ...story })),
    'dose',
  );
  return (measure: string, level: string) => {
    const [row] = matching(records, { measure, level });
    if (row === undefined) throw new Error(`no row ${measure} ${level}`);
    return row;
  };
};

it('ten and twenty CT examinations are in the middle group of the thesis', () => {
  const row = doseOf([9, 10, 20, 21, null].map((ct_exams) => ({ patient: { ct_exams } })));
  const n = (level: string) => row('ct_exams', level).figure('n');
  expect(['under_10', '10_to_20', 'over_20', 'not_known'].map(n)).toEqual([1, 2, 1, 1]);
  expect(row('ct_exams', 'known').figure('median')).toBe(15);
});

it('the dose saved is the portal share of pairs whose two doses are known', () => {
  const row = doseOf([
    { pairs: [{ ct_dlp_arterial: 300, ct_dlp_portal: 500 }] },
    { pairs: [{ ct_dlp_arterial: 300, ct_dlp_portal: null }] },
    // Of no dose nothing is saved, and no share.
    { pairs: [{ ct_dlp_arterial: 0, ct_dlp_portal: 0 }] },
  ]);
  const saved = row('saved_without_portal', 'known');
  expect([saved.figure('n'), saved.figure('denominator'), saved.figure('mean')]).toEqual([1, 3, 62.5]);
  expect(row('ct_dlp_arterial', 'known').figure('n')).toBe(3);
});

it('without the portal phase 1 of the 314 lesions of the CT is lost in the thesis’s cohort', () => {
  const records = recordsOfStudy(rowsOfCentres(cohortFiles('thesis')), 'dose');
  const [row] = matching(records, { measure: 'lost_without_portal' });
  expect([row?.figure('n'), row?.figure('denominator')]).toEqual([1, 314]);
});
