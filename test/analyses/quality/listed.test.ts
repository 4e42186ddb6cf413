import { describe, expect, it } from 'vitest';
import { listedChecks } from '#shared/analyses/quality/listed.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { counts } from '#test/tables/rows.ts';

/** What is found and what was looked at, by check, of patients of one centre. */
function found(...stories: readonly PatientStory[]): Readonly<Record<string, readonly number[]>> {
  const rows = stories.flatMap((story, position) => rowsOfPatient({ id: `P${position}`, ...story }));
  const checks = listedChecks(includedPatients(assembleStudy(rows), SETTINGS));
  return Object.fromEntries(
    checks.map(({ check, byCentre }) => {
      const { n, checked } = byCentre.get('rouen') ?? { n: 0, checked: 0 };
      return [check, [n, checked]];
    }),
  );
}

const ONE_EACH = { ...counts(() => 1), lesions_listed: 'all' } as const;
const BOTH_SIDES = [{}, { lesion: 2, side: 'left', segment: 'II' }] as const;

describe('of listed lesions quality', () => {
  it('says nothing where none is listed', () => {
    expect(found({}, { pairs: [{ lesions_listed: 'all' }] })).toEqual({});
  });

  it('finds nothing where they are what is counted and measured', () => {
    expect(found({ pairs: [ONE_EACH], listed: BOTH_SIDES, lesions: [{}] })).toEqual({
      listed_unlike_counted: [0, 1],
      listed_without_saying: [0, 1],
      seen_unlike_measured: [0, 1],
      segment_of_other_side: [0, 2],
    });
  });

  it('counts pairs of other numbers, or that do not say what is listed, and lesions that are seen or lie otherwise', () => {
    expect(
      found(
        { pairs: [{ ...ONE_EACH, ct_total_left: 2 }], listed: BOTH_SIDES },
        // Not listed at all, though it is said to be.
        { pairs: [ONE_EACH] },
        {
          pairs: [{ ...ONE_EACH, lesions_listed: null }],
          listed: [{ segment: 'III', seen_ct_portal: false }],
          lesions: [{}],
        },
      ),
    ).toEqual({
      listed_unlike_counted: [2, 3],
      listed_without_saying: [1, 2],
      seen_unlike_measured: [1, 1],
      segment_of_other_side: [1, 3],
    });
  });
});
