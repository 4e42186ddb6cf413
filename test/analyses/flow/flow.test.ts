import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countColumns } from '#shared/analyses/counts/count-columns.ts';
import { countedPairs } from '#shared/analyses/counts/counted-pairs.ts';
import { type FlowStep, flow } from '#shared/analyses/flow/steps.ts';
import { measuredLesions } from '#shared/analyses/measures/measured-lesions.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { arbitrarySettings } from '#test/study/arbitrary-settings.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';
import { COHORTS, cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { NO_COUNTS } from '#test/tables/rows.ts';

const studyOf = (stories: readonly PatientStory[]) =>
  assembleStudy(stories.flatMap((story, position) => rowsOfPatient({ ...story, id: `P${position}` })));

const lesion = fc.record({
  pair: fc.integer({ min: 1, max: 3 }),
  lesion: fc.integer({ min: 1, max: 3 }),
  ct_portal_mm: fc.constantFrom(null, 12),
});
const pair = fc.record({
  pair: fc.integer({ min: 1, max: 3 }),
  reader: fc.integer({ min: 1, max: 2 }),
  mri_date: fc.constantFrom('2019-04-02', '2019-07-02'),
  protocol_complete: fc.boolean(),
  countable: fc.constantFrom('yes', 'massive', 'coalescent'),
  measurable: fc.constantFrom(
    'yes',
    'yes',
    'not_measurable',
    'no_lesion_over_5_mm',
    'no_lesion_on_every_sequence',
    null,
  ),
});
const mostly = { weight: 5, arbitrary: fc.constant({}) };
const story: fc.Arbitrary<PatientStory> = fc.record({
  patient: fc.oneof(
    mostly,
    fc.constantFrom<NonNullable<PatientStory['patient']>>(
      { board_date: '2023-01-01' },
      { histologically_proven: false },
      { primary_site: 'extra_digestive' },
      { liver_metastases: 'unknown' },
      { metastases_on_images: null },
    ),
  ),
  pairs: fc
    .uniqueArray(pair, { selector: (row) => `${row.pair}#${row.reader}`, maxLength: 4 })
    .map((pairs) => pairs.map((row) => (row.countable === 'yes' ? row : { ...row, ...NO_COUNTS }))),
  lesions: fc.uniqueArray(lesion, { selector: (row) => `${row.pair}#${row.lesion}`, maxLength: 4 }),
});

type Column = 'patients' | 'pairs';
const sumOf = (steps: readonly FlowStep[], step: FlowStep['step'], column: Column) =>
  steps.filter((row) => row.step === step).reduce((sum, row) => sum + row[column], 0);

describe('the flow chart', () => {
  it('adds up, in patients and in pairs, whoever was screened by whatever settings', () => {
    fc.assert(
      fc.property(fc.array(story, { maxLength: 12 }), arbitrarySettings, (stories, settings) => {
        const steps = flow(studyOf(stories), settings);
        for (const column of ['patients', 'pairs'] as const) {
          const sum = (step: FlowStep['step']) => sumOf(steps, step, column);
          expect(sum('excluded') + sum('included')).toBe(sum('screened'));
          expect(sum('not_counted') + sum('counted')).toBe(sum('included'));
          expect(sum('not_measured') + sum('measured')).toBe(sum('included'));
        }
      }),
    );
  });

  it('ends with the patients and pairs that the analyses use', () => {
    fc.assert(
      fc.property(fc.array(story, { maxLength: 12 }), (stories) => {
        const study = studyOf(stories);
        const steps = flow(study, SETTINGS);
        const headcount = (step: FlowStep['step']) => [
          sumOf(steps, step, 'patients'),
          sumOf(steps, step, 'pairs'),
        ];
        const included = includedPatients(study, SETTINGS);
        const pairs = countedPairs(included);
        const lesions = measuredLesions(included, SETTINGS);
        expect(headcount('included')).toEqual([
          included.length,
          included.flatMap(({ readings }) => readings).length,
        ]);
        expect(headcount('counted')).toEqual([countColumns(pairs).patients, pairs.length]);
        expect(headcount('measured')).toEqual([
          new Set(lesions.map(({ patient }) => patient)).size,
          new Set(lesions.map((measured) => measured.pair)).size,
        ]);
      }),
    );
  });

  it('lets a patient leave with his last pair, for the reason of that pair', () => {
    const steps = flow(
      studyOf([
        { pairs: [{ countable: 'coalescent' }, { pair: 2, countable: 'massive' }] },
        { pairs: [{ countable: 'massive' }, { pair: 2 }] },
      ]),
      SETTINGS,
    );
    const leftOut = steps.filter(({ step }) => step === 'not_counted');
    expect(leftOut).toEqual([
      { step: 'not_counted', among: 'included', reason: 'massive', patients: 0, pairs: 2 },
      { step: 'not_counted', among: 'included', reason: 'coalescent', patients: 1, pairs: 1 },
    ]);
  });

  it('says why a patient is not measured', () => {
    const onFive = { ct_portal_mm: null };
    const reasonOf = (...stories: readonly PatientStory[]) =>
      flow(studyOf(stories), SETTINGS).find(({ step, patients }) => step === 'not_measured' && patients > 0)
        ?.reason;
    expect(reasonOf({ pairs: [{ measurable: 'not_measurable' }] })).toBe('not_measurable');
    expect(reasonOf({ pairs: [{ measurable: null }], lesions: [{}] })).toBe('measurable_not_known');
    expect(reasonOf({ pairs: [{}] })).toBe('lesions_not_sent');
    expect(reasonOf({ pairs: [{}], lesions: [onFive, { lesion: 2, mri_t2fs_mm: null }] })).toBe(
      'no_lesion_on_every_sequence',
    );
    expect(reasonOf({ pairs: [{}], lesions: [onFive, { lesion: 2 }] })).toBeUndefined();
  });

  it.each(COHORTS)('is the thesis’s in the cohort %s', (cohort) => {
    const steps = flow(assembleStudy(rowsOfCentres(cohortFiles(cohort))), SETTINGS);
    const at = (step: FlowStep['step']) => steps.filter((row) => row.step === step);
    expect(at('screened')).toMatchObject([{ patients: 76 }]);
    expect(at('included')).toMatchObject([{ patients: 47, pairs: 69 }]);
    expect(at('not_counted')).toMatchObject([
      { reason: 'massive', patients: 6, pairs: 6 },
      { reason: 'coalescent', patients: 4, pairs: 6 },
    ]);
    expect(at('counted')).toMatchObject([{ patients: 37, pairs: 57 }]);
    expect(sumOf(steps, 'not_measured', 'patients')).toBe(25);
    expect(at('measured')).toMatchObject([{ patients: 22, pairs: 29 }]);
  });
});
