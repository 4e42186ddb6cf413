import { describe, expect, it } from 'vitest';
import {
  type ExclusionReason,
  exclusionOf,
  exclusions,
  includedPatients,
} from '#shared/study/eligibility.ts';
import { assembleStudy } from '#shared/study/study.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { type PatientStory, rowsOfPatient } from './centre-rows.ts';
import { COHORTS, cohortFiles, expectedFigure, rowsOfCentres } from './sample-cohort.ts';

function reasonFor(story: PatientStory): ExclusionReason | undefined {
  const [screened] = assembleStudy(rowsOfPatient(story)).patients;
  if (screened === undefined) throw new Error('no patient');
  return exclusionOf(SETTINGS)(screened);
}

const dates = (ct_date: string, mri_date: string): Partial<PairRow> => ({ ct_date, mri_date });
const INCOMPLETE: Partial<PairRow> = { protocol_complete: false };
const TOO_FAR = dates('2019-01-01', '2019-04-01');

describe('a patient is included', () => {
  it.each<readonly [string, PatientStory]>([
    ['whose board met on the first day of the period', { patient: { board_date: '2016-01-01' } }],
    ['whose board met on its last day', { patient: { board_date: '2021-12-31' } }],
    ['whose board date is not known', { patient: { board_date: null } }],
    ['whose digestive primary site is not known', { patient: { primary_site: 'unknown_digestive' } }],
    ['one of whose pairs qualifies', { pairs: [INCOMPLETE, { pair: 2, ...TOO_FAR }, { pair: 3 }] }],
    ['whose liver is too involved to count', { pairs: [{ countable: 'massive' }] }],
  ])('%s', (_, story) => {
    expect(reasonFor(story)).toBeUndefined();
  });
});

const EXCLUDED: readonly (readonly [string, PatientStory, ExclusionReason])[] = [
  ['board a day too early', { patient: { board_date: '2015-12-31' } }, 'board_date_outside_period'],
  ['board a day too late', { patient: { board_date: '2022-01-01' } }, 'board_date_outside_period'],
  ['no histology', { patient: { histologically_proven: false } }, 'not_histologically_proven'],
  ['an extra-digestive primary', { patient: { primary_site: 'extra_digestive' } }, 'extra_digestive_origin'],
  ['no liver metastases', { patient: { liver_metastases: 'absent' } }, 'no_known_liver_metastases'],
  ['liver metastases not known', { patient: { liver_metastases: 'unknown' } }, 'no_known_liver_metastases'],
  ['metastases not on the images', { patient: { metastases_on_images: false } }, 'metastases_not_on_images'],
  [
    'not known whether on the images',
    { patient: { metastases_on_images: null } },
    'metastases_on_images_not_known',
  ],
  ['an origin that is not known', { patient: { primary_site: 'unknown' } }, 'origin_not_known'],
  ['no pair', { pairs: [] }, 'no_pair_sent'],
  [
    'no complete protocol',
    { pairs: [INCOMPLETE, { pair: 2, ...INCOMPLETE }] },
    'no_pair_with_complete_protocol',
  ],
  ['only the second reader’s pairs', { pairs: [{ reader: 2 }] }, 'no_pair_of_first_reader'],
  ['scans too far apart', { pairs: [TOO_FAR] }, 'interval_of_three_months_or_more'],
  [
    'a complete pair too far apart and a close one that is incomplete',
    { pairs: [TOO_FAR, { pair: 2, ...INCOMPLETE }] },
    'interval_of_three_months_or_more',
  ],
];

describe('a patient is excluded', () => {
  it.each(EXCLUDED)('for %s', (_, story, reason) => {
    expect(reasonFor(story)).toBe(reason);
  });

  it('for every reason of the study in one of these cases', () => {
    expect(new Set(EXCLUDED.map(([, , reason]) => reason))).toEqual(
      new Set(exclusions(SETTINGS).map(({ reason }) => reason)),
    );
  });

  it('for the first reason that applies, in the order of the thesis', () => {
    const remedies: readonly PatientStory['patient'][] = [
      { board_date: '2018-01-01' },
      { histologically_proven: true },
      { primary_site: 'unknown' },
      { liver_metastases: 'present' },
      { metastases_on_images: null },
      { metastases_on_images: true },
      { primary_site: 'unknown_digestive' },
    ];
    const wrong: PatientStory['patient'] = {
      board_date: '2023-01-01',
      histologically_proven: false,
      primary_site: 'extra_digestive',
      liver_metastases: 'absent',
      metastases_on_images: false,
    };
    const mended = remedies.map((_, count) => Object.assign({}, wrong, ...remedies.slice(0, count + 1)));
    const stories: readonly PatientStory[] = [
      ...[wrong, ...mended].map((patient) => ({ patient, pairs: [] })),
      { pairs: [{ reader: 2, ...INCOMPLETE, ...TOO_FAR }] },
      { pairs: [{ ...INCOMPLETE, ...TOO_FAR }] },
      { pairs: [TOO_FAR] },
    ];
    expect(stories.map(reasonFor)).toEqual(exclusions(SETTINGS).map(({ reason }) => reason));
  });
});

describe('the interval of a pair', () => {
  it.each([
    ['2019-01-15', '2019-04-14', true],
    ['2019-01-15', '2019-04-15', false],
    ['2019-01-31', '2019-04-29', true],
    ['2019-01-31', '2019-04-30', false],
    ['2018-11-30', '2019-02-27', true],
    ['2018-11-30', '2019-02-28', false],
    ['2019-11-29', '2020-02-28', true],
    ['2019-11-29', '2020-02-29', false],
    ['2019-12-31', '2020-03-30', true],
    ['2019-05-05', '2019-05-05', true],
  ])(
    'from %s to %s is under three calendar months: %s, whichever scan came first',
    (first, second, under) => {
      const expected = under ? undefined : 'interval_of_three_months_or_more';
      expect(reasonFor({ pairs: [dates(first, second)] })).toBe(expected);
      expect(reasonFor({ pairs: [dates(second, first)] })).toBe(expected);
    },
  );
});

describe('an included patient', () => {
  it('brings the first reader’s readings of the pairs that qualify', () => {
    const rows = rowsOfPatient({
      pairs: [
        { pair: 1, reader: 2 },
        { pair: 1 },
        { pair: 2, ...INCOMPLETE },
        { pair: 3, ...TOO_FAR },
        { pair: 4 },
      ],
    });
    const [included] = includedPatients(assembleStudy(rows), SETTINGS);
    expect(included?.readings.map(({ pair }) => [pair.pair, pair.reader])).toEqual([
      [1, 1],
      [4, 1],
    ]);
  });

  it.each(COHORTS)('is one of the published number in the cohort %s', (cohort) => {
    const study = assembleStudy(rowsOfCentres(cohortFiles(cohort)));
    expect(study.orphans).toEqual({ pairs: 0, lesions: 0, visibility: 0 });
    expect(study.patients).toHaveLength(76);
    expect(includedPatients(study, SETTINGS)).toHaveLength(expectedFigure(cohort, 'included patients'));
    expect(expectedFigure(cohort, 'included patients')).toBe(47);
  });
});
