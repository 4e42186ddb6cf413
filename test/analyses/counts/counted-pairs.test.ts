import { describe, expect, it } from 'vitest';
import { countColumns } from '#shared/analyses/counts/count-columns.ts';
import { countedPairs } from '#shared/analyses/counts/counted-pairs.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';
import { COHORTS, cohortFiles, expectedFigure, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { counts, NO_COUNTS } from '#test/tables/rows.ts';

const counted = (...stories: readonly PatientStory[]) =>
  countedPairs(includedPatients(assembleStudy(stories.flatMap(rowsOfPatient)), SETTINGS));

describe('the pairs of the count analysis', () => {
  it('are the qualifying pairs whose lesions can be counted', () => {
    const pairs = counted(
      {
        pairs: [
          { pair: 1 },
          { pair: 2, countable: 'massive' },
          { pair: 3, countable: 'coalescent' },
          { pair: 4 },
        ],
      },
      { id: 'P2', patient: { histologically_proven: false } },
    );
    expect(pairs.map(({ pair }) => [pair.patient_id, pair.pair])).toEqual([
      ['P1', 1],
      ['P1', 4],
    ]);
    expect(countColumns(pairs).patients).toBe(1);
  });

  it('tell the patients of two centres apart', () => {
    expect(countColumns(counted({ centre: 'rouen' }, { centre: 'lille' })).patients).toBe(2);
  });

  it('have a column of counts for each sequence and side; the whole liver is the sum of its sides', () => {
    const columns = countColumns(
      counted(
        { pairs: [{ ...counts(() => 3), mri_diffusion_right: 5, mri_diffusion_left: 9 }, { pair: 2 }] },
        { id: 'P2', pairs: [counts(() => 4)] },
      ),
    );
    expect([...columns.patientOfPair]).toEqual([0, 0, 1]);
    expect([...columns.perPair('mri_diffusion', 'right')]).toEqual([5, 1, 4]);
    expect([...columns.perPair('mri_diffusion', 'left')]).toEqual([9, 1, 4]);
    expect([...columns.perPair('mri_diffusion', 'whole')]).toEqual([14, 2, 8]);
    expect([...columns.perPatient('mri_diffusion', 'whole')]).toEqual([16, 8]);
    expect([...columns.perPatient('ct_total', 'right')]).toEqual([5, 4]);
  });

  it('never take an absent count, which validation refuses, for zero', () => {
    expect(() => countColumns(counted({ pairs: [NO_COUNTS] }))).toThrow(
      'a counted pair has no mri_t2fs_right',
    );
  });

  it.each(COHORTS)('are as many, of as many patients, as published in the cohort %s', (cohort) => {
    const pairs = countedPairs(includedPatients(assembleStudy(rowsOfCentres(cohortFiles(cohort))), SETTINGS));
    expect([pairs.length, countColumns(pairs).patients]).toEqual([57, 37]);
    expect(pairs).toHaveLength(expectedFigure(cohort, 'count pairs'));
    expect(countColumns(pairs).patients).toBe(expectedFigure(cohort, 'count patients'));
  });
});
