import { describe, expect, it } from 'vitest';
import { countedPairs, lesionCount, patientsOf } from '#shared/study/counted-pairs.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { counts, NO_COUNTS } from '#test/tables/rows.ts';
import { type PatientStory, rowsOfPatient } from './centre-rows.ts';
import { COHORTS, cohortFiles, expectedFigure, rowsOfCentres } from './sample-cohort.ts';

const counted = (...stories: readonly PatientStory[]) =>
  countedPairs(assembleStudy(stories.flatMap(rowsOfPatient)));

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
    expect(patientsOf(pairs)).toBe(1);
  });

  it('tell the patients of two centres apart', () => {
    expect(patientsOf(counted({ centre: 'rouen' }, { centre: 'lille' }))).toBe(2);
  });

  it('have a count for each sequence and side; the whole liver is the sum of its sides', () => {
    const [pair] = counted({
      pairs: [{ ...counts(() => 3), mri_diffusion_right: 5, mri_diffusion_left: 9 }],
    });
    if (pair === undefined) throw new Error('no pair');
    expect(lesionCount(pair, 'mri_diffusion', 'right')).toBe(5);
    expect(lesionCount(pair, 'mri_diffusion', 'left')).toBe(9);
    expect(lesionCount(pair, 'mri_diffusion', 'whole')).toBe(14);
    expect(lesionCount(pair, 'ct_total', 'whole')).toBe(6);
  });

  it('never take an absent count, which validation refuses, for zero', () => {
    const [pair] = counted({ pairs: [NO_COUNTS] });
    if (pair === undefined) throw new Error('no pair');
    expect(() => lesionCount(pair, 'ct_portal', 'left')).toThrow('ct_portal_left');
  });

  it.each(COHORTS)('are as many, of as many patients, as published in the cohort %s', (cohort) => {
    const pairs = countedPairs(assembleStudy(rowsOfCentres(cohortFiles(cohort))));
    expect([pairs.length, patientsOf(pairs)]).toEqual([57, 37]);
    expect(pairs).toHaveLength(expectedFigure(cohort, 'count pairs'));
    expect(patientsOf(pairs)).toBe(expectedFigure(cohort, 'count patients'));
  });
});
