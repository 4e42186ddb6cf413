import { describe, expect, it } from 'vitest';
import { lesionTestsTable } from '#shared/analyses/visibility/lesion-tests.ts';
import { listedLesions } from '#shared/analyses/visibility/listed-lesions.ts';
import { recordsIn, type TableRecord } from '#shared/presentation/read-table.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { matching } from '#test/analyses/study-records.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { type ListedStory, listingStudy } from './listed-study.ts';
import { randomLists } from './random-lists.ts';

const testsOf = (patients: Parameters<typeof listingStudy>[0]) =>
  recordsIn(
    lesionTestsTable(listedLesions(includedPatients(listingStudy(patients), SETTINGS)), {
      fewestPatientsShown: 1,
    }),
  );

/** Holm's step-down by hand: the smallest p times how many there are, the next times one less, none below the one before. */
function holm(pValues: readonly number[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let bound = 0;
  for (const [place, p] of pValues.toSorted((a, b) => a - b).entries()) {
    bound = Math.max(bound, Math.min(1, (pValues.length - place) * p));
    if (!found.has(p)) found.set(p, bound);
  }
  return found;
}

describe('two sets of sequences compared lesion by lesion', () => {
  it('are adjusted with the other comparisons of their family, and with no others', () => {
    const rows = testsOf(randomLists(11, 30));
    const isSide = (row: TableRecord) => ['whole', 'right', 'left'].includes(row.text('group'));
    const families = Map.groupBy(rows, (row) =>
      row.text('family') === 'modalities'
        ? `modalities by ${isSide(row) ? 'side' : 'size'}`
        : `${row.text('family')} of ${row.text('group')}`,
    );
    expect([...families.values()].map((family) => family.length)).toEqual(
      expect.arrayContaining([3, 5, 15, 12]),
    );
    for (const family of families.values()) {
      const pValues = family.flatMap((row) => row.figure('obuchowski_p') ?? []);
      const adjusted = holm(pValues);
      for (const row of family) {
        expect(row.figure('obuchowski_family_size')).toBe(pValues.length);
        const p = row.figure('obuchowski_p');
        if (p !== null) expect(row.figure('obuchowski_p_holm')).toBeCloseTo(adjusted.get(p) ?? -1, 14);
      }
    }
  });

  it('say that nothing can be compared where one of them is nowhere assessable', () => {
    const listed: readonly ListedStory[] = [{ seen: '----YY' }, { seen: '----YN' }];
    const rows = testsOf(Array.from({ length: 7 }, (_, at) => ({ id: `P${at}`, listed })));
    const [row] = matching(rows, { group: 'whole', first: 'full_mri' });
    expect(['lesions', 'n_patients', 'not_assessable'].map((name) => row?.figure(name))).toEqual([0, 0, 14]);
    expect(['difference_reason', 'obuchowski_reason'].map((name) => row?.text(name))).toEqual(
      Array(2).fill('no_observation'),
    );
    const [phases] = matching(rows, { group: 'whole', first: 'ct_arterial', second: 'ct_portal' });
    expect(phases?.figure('only_first')).toBe(7);
  });
});
