import { describe, expect, it } from 'vitest';
import {
  type LesionGroup,
  lesionsBySegment,
  lesionsBySize,
} from '#shared/analyses/visibility/lesion-groups.ts';
import { listedLesions } from '#shared/analyses/visibility/listed-lesions.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { type ListedStory, listingStudy } from './listed-study.ts';

/** So many patients with these lesions each. */
const patients = (count: number, ...listed: readonly ListedStory[]) =>
  Array.from({ length: count }, () => listed);
const lesionsOf = (...lists: readonly (readonly ListedStory[])[]) =>
  listedLesions(
    includedPatients(listingStudy(lists.map((listed, at) => ({ id: `P${at + 10}`, listed }))), SETTINGS),
  ).lesions;
const verdicts = (groups: readonly LesionGroup[]) => groups.map(({ code, withheld }) => [code, withheld]);

describe('groups of lesions', () => {
  it('are shown where five patients have one, all of them', () => {
    const lesions = lesionsOf(...patients(5, { size_class: 'under_5' }, { size_class: '10_19' }));
    expect(verdicts(lesionsBySize(lesions, SETTINGS))).toEqual([
      ['under_5', null],
      ['10_19', null],
    ]);
  });

  it('are kept back where fewer have one, with the smallest of the others: the rest of the whole would give them', () => {
    const lesions = lesionsOf(
      ...patients(7, { size_class: 'under_5' }),
      ...patients(6, { size_class: '5_9' }),
      ...patients(2, { size_class: '20_or_more' }),
    );
    expect(verdicts(lesionsBySize(lesions, SETTINGS))).toEqual([
      ['under_5', null],
      ['5_9', 'hides_small_group'],
      ['20_or_more', 'too_few_patients'],
    ]);
    expect(
      lesionsBySize(lesions, { fewestPatientsShown: 2 }).every(({ withheld }) => withheld === null),
    ).toBe(true);
  });

  it('are kept back together where they are of enough patients together', () => {
    const lesions = lesionsOf(
      ...patients(7, { size_class: 'under_5' }),
      ...patients(3, { size_class: '5_9' }),
      ...patients(2, {}),
    );
    expect(verdicts(lesionsBySize(lesions, SETTINGS))).toEqual([
      ['under_5', null],
      ['5_9', 'too_few_patients'],
      ['size_not_known', 'too_few_patients'],
    ]);
  });

  it('are of patients, however many pairs and lesions these have', () => {
    const often = [1, 2].flatMap((pair) => [
      { pair, lesion: 1, size_class: 'under_5' as const },
      { pair, lesion: 2, size_class: 'under_5' as const },
    ]);
    const lists = patients(4, ...often).map((listed, at) => ({
      id: `P${at + 10}`,
      pairs: [{}, { pair: 2 }],
      listed,
    }));
    const { lesions } = listedLesions(includedPatients(listingStudy(lists), SETTINGS));
    expect(lesions).toHaveLength(16);
    expect(verdicts(lesionsBySize(lesions, SETTINGS))).toEqual([['under_5', 'too_few_patients']]);
  });

  it('by segment hide what one side would give, where the other one has nothing to hide', () => {
    const lesions = lesionsOf(
      ...patients(9, { side: 'right', segment: 'V' }),
      ...patients(6, { side: 'left', segment: 'II' }),
      ...patients(4, { side: 'left', segment: 'III' }),
    );
    expect(verdicts(lesionsBySegment(lesions, SETTINGS))).toEqual([
      ['segment_II', 'hides_small_group'],
      ['segment_III', 'too_few_patients'],
      ['segment_V', null],
    ]);
  });

  it('by segment hide also what the right or the left liver would give', () => {
    const lesions = lesionsOf(
      ...patients(9, { side: 'right', segment: 'V' }),
      ...patients(8, { side: 'right', segment: 'VI' }),
      ...patients(2, { side: 'right', segment: 'VII' }),
      ...patients(6, { side: 'left', segment: 'II' }),
      ...patients(4, { side: 'left', segment: 'III' }),
    );
    // Of the whole, two patients and four would be six together; but of each side they are too few.
    expect(verdicts(lesionsBySegment(lesions, SETTINGS))).toEqual([
      ['segment_II', 'hides_small_group'],
      ['segment_III', 'too_few_patients'],
      ['segment_V', null],
      ['segment_VI', 'hides_small_group'],
      ['segment_VII', 'too_few_patients'],
    ]);
  });
});
