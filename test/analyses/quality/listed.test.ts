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
  const study = assembleStudy(rows);
  const checks = listedChecks(study, includedPatients(study, SETTINGS));
  return Object.fromEntries(
    checks.map(({ check, byCentre }) => {
      const { n, checked } = byCentre.get('rouen') ?? { n: 0, checked: 0 };
      return [check, [n, checked]];
    }),
  );
}

const ONE_EACH = { ...counts(() => 1), lesions_listed: 'all' } as const;
const NOT_COUNTABLE = { countable: 'massive', ...counts(() => null) } as const;
const BOTH_SIDES = [{}, { lesion: 2, side: 'left', segment: 'II' }] as const;

describe('of listed lesions quality', () => {
  it('says nothing where none is listed', () => {
    expect(found({}, { pairs: [{ lesions_listed: 'all' }] })).toEqual({});
  });

  it('finds nothing where they are what is counted and measured', () => {
    expect(found({ pairs: [ONE_EACH], listed: BOTH_SIDES, lesions: [{}] })).toEqual({
      listed_not_used: [0, 2],
      listed_unlike_counted: [0, 1],
      listed_without_saying: [0, 1],
      seen_unlike_measured: [0, 1],
      segment_of_other_side: [0, 2],
    });
  });

  it('counts the lesions of pairs that are in no table: incomplete, far apart, not countable, of an excluded patient', () => {
    expect(
      found(
        {
          pairs: [ONE_EACH, { pair: 2, protocol_complete: false }, { pair: 3, ...NOT_COUNTABLE }],
          listed: [...BOTH_SIDES, { pair: 2 }, { pair: 2, lesion: 2 }, { pair: 3 }],
        },
        { pairs: [{ ...ONE_EACH, mri_date: '2021-12-31' }], listed: [{}] },
      ),
    ).toMatchObject({ listed_not_used: [4, 6] });
  });

  it('counts those of an only pair without the complete protocol, whose patient is excluded', () => {
    expect(found({ pairs: [{ protocol_complete: false }], listed: BOTH_SIDES })).toMatchObject({
      listed_not_used: [2, 2],
      listed_unlike_counted: [0, 0],
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
      listed_not_used: [0, 3],
      listed_unlike_counted: [2, 3],
      listed_without_saying: [1, 2],
      seen_unlike_measured: [1, 1],
      segment_of_other_side: [1, 3],
    });
  });
});
