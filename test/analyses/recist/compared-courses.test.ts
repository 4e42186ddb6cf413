import { describe, expect, it } from 'vitest';
import { AgreementTally } from '#shared/analyses/recist/agreement-tally.ts';
import { assessedCourses } from '#shared/analyses/recist/courses.ts';
import { recistAgreementTable } from '#shared/analyses/recist/recist-agreement.ts';
import { recordsOf } from '#shared/presentation/read-table.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { matching, recordsOfStudy } from '#test/analyses/study-records.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { counted, onEverySequence } from '#test/study/written-patient.ts';

const RESPONSES = ['cr', 'pr', 'sd', 'pd'];

/** The cells of the table of MRI with CT that are not 0, over all follow-ups. */
function cells(stories: readonly PatientStory[], values: Readonly<Record<string, string>>) {
  const rows = stories.flatMap((story, position) => rowsOfPatient({ id: `P${position + 1}`, ...story }));
  const [record] = matching(recordsOfStudy(rows, 'recist-agreement'), { time_point: 'all', ...values });
  const names = RESPONSES.flatMap((first) => RESPONSES.map((second) => `${first}_${second}`));
  return [...names, 'n_not_evaluable'].flatMap((name) => {
    const figure = record?.figure(name) ?? 0;
    return figure === 0 ? [] : [`${name} ${figure}`];
  });
}

const pair = (number: number, ct_date: string, mri_date: string) => ({
  pair: number,
  ct_date,
  mri_date,
  ...counted(2, 1),
});
const lesion = (number: number, lesionNumber: number, mri: number, ct: number) => ({
  pair: number,
  lesion: lesionNumber,
  side: lesionNumber === 2 ? ('left' as const) : ('right' as const),
  ...onEverySequence(mri),
  ct_arterial_mm: ct,
  ct_portal_mm: ct,
});
const MRI_WITH_CT = { first: 'mri', second: 'ct' };

describe('CT with MRI', () => {
  const pairs = [pair(1, '2018-03-01', '2018-03-05'), pair(2, '2019-03-01', '2019-03-05')];

  it('judges each by its own targets, and beside it by the lesions that are large enough on both', () => {
    // MRI follows 1 and 2, CT follows 2 and 3, as lesion 1 has 9 mm on it; on both, 2 and 3 have 10 mm.
    const lesions = [
      lesion(1, 1, 30, 9),
      lesion(1, 2, 20, 20),
      lesion(1, 3, 12, 12),
      lesion(2, 1, 30, 9),
      lesion(2, 2, 10, 10),
      lesion(2, 3, 12, 12),
    ];
    expect(cells([{ pairs, lesions }], { ...MRI_WITH_CT, targets: 'own' })).toEqual(['sd_pr 1']);
    expect(cells([{ pairs, lesions }], { ...MRI_WITH_CT, targets: 'same' })).toEqual(['pr_pr 1']);
  });

  it('takes of several that are large enough on both those with the largest sum of both diameters', () => {
    // 41, 42 and 43 mm together, of which the last two shrink.
    const lesions = [
      lesion(1, 1, 30, 11),
      lesion(1, 2, 22, 20),
      lesion(1, 3, 13, 30),
      lesion(2, 1, 30, 11),
      lesion(2, 2, 11, 10),
      lesion(2, 3, 10, 20),
    ];
    expect(cells([{ pairs, lesions }], { ...MRI_WITH_CT, targets: 'same' })).toEqual(['pr_pr 1']);
    expect(cells([{ pairs, lesions }], { ...MRI_WITH_CT, targets: 'own' })).toEqual(['sd_pr 1']);
  });

  it('cannot evaluate a patient who has no target on one of them', () => {
    const lesions = [lesion(1, 1, 30, 9), lesion(2, 1, 30, 9)];
    expect(cells([{ pairs, lesions }], { ...MRI_WITH_CT, targets: 'own' })).toEqual(['n_not_evaluable 1']);
    expect(cells([{ pairs, lesions }], { ...MRI_WITH_CT, targets: 'same' })).toEqual(['n_not_evaluable 1']);
  });

  it('compares the pairs that are a follow-up on both scans, each once', () => {
    const sized = [1, 2, 3, 4].map((number) => lesion(number, 1, 30, 30));
    const ofDays = (...days: readonly (readonly [string, string])[]) => [
      {
        pairs: days.map(([ct, mri], position) => pair(position + 1, ct, mri)),
        lesions: sized.slice(0, days.length),
      },
    ];
    const own = { ...MRI_WITH_CT, targets: 'own' };
    // The second MRI has the first CT beside it, or the second CT the first MRI.
    expect(cells(ofDays(['2018-03-01', '2018-03-05'], ['2018-03-01', '2018-05-05']), own)).toEqual([]);
    expect(cells(ofDays(['2018-03-01', '2018-03-05'], ['2018-05-01', '2018-03-05']), own)).toEqual([]);
    expect(
      cells(
        ofDays(
          ['2018-03-01', '2018-03-05'],
          ['2019-03-01', '2019-03-05'],
          ['2019-03-01', '2019-05-05'],
          ['2019-03-01', '2019-05-05'],
        ),
        own,
      ),
    ).toEqual(['sd_sd 2']);
    // One MRI with two CT scans.
    expect(
      cells(
        ofDays(['2018-03-01', '2018-03-05'], ['2019-03-01', '2019-03-05'], ['2019-04-01', '2019-03-05']),
        own,
      ),
    ).toEqual(['sd_sd 2']);
  });
});

it('is compared in a study of more courses than a call takes arguments', () => {
  const pairs = [pair(1, '2018-03-01', '2018-03-05'), pair(2, '2019-03-01', '2019-03-05')];
  const study = assembleStudy(
    rowsOfPatient({ pairs, lesions: [lesion(1, 1, 30, 30), lesion(2, 1, 30, 30)] }),
  );
  const tally = new AgreementTally(SETTINGS);
  const MANY = 10_000;
  for (const course of assessedCourses(includedPatients(study, SETTINGS), SETTINGS)) {
    for (let copy = 0; copy < MANY; copy += 1) tally.take(course);
  }
  const table = recistAgreementTable(tally);
  const [record] = matching(recordsOf([table], 'recist-agreement'), { time_point: 'all', ...MRI_WITH_CT });
  expect(record?.figure('n_follow_ups')).toBe(MANY);
});
