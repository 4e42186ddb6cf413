import { expect, it } from 'vitest';
import { interactionOf } from '#shared/analyses/subgroups/interaction.ts';
import { missing } from '#shared/statistics/figure.ts';
import { matching, recordsOfStudy } from '#test/analyses/study-records.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { COHORTS, cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { counts } from '#test/tables/rows.ts';

/** Patients of a site, of whom MRI shows so many times what CT does, more or less. */
const patients = (
  site: 'pancreas' | 'small_bowel' | 'colon' | 'unknown_digestive',
  number: number,
  times: number,
) =>
  Array.from({ length: number }, (_, at) =>
    rowsOfPatient({
      id: `${site.slice(0, 1)}${at}`,
      patient: { primary_site: site },
      pairs: [
        counts((name) => (name.startsWith('mri') ? times * (at + 1) + (at % 2) : at + 1)),
        { pair: 2, ct_date: '2019-09-04', mri_date: '2019-10-02' },
      ].map((pair) => ({ ...pair })),
    }),
  ).flat();

const subgroups = (...rows: readonly ReturnType<typeof patients>[]) => {
  const records = recordsOfStudy(rows.flat(), 'subgroups');
  return (level: string) => {
    const [row] = matching(records, { level });
    if (row === undefined) throw new Error(`no row ${level}`);
    return row;
  };
};

it('a group of fewer patients than the study shows keeps its figures, and is not compared', () => {
  const row = subgroups(
    patients('pancreas', 6, 3),
    patients('small_bowel', 5, 1),
    patients('colon', 4, 2),
    patients('unknown_digestive', 1, 2),
  );
  expect(row('other_site').figure('n_patients')).toBe(4);
  expect(row('other_site').figure('rate_ratio')).toBeNull();
  expect(row('other_site').figure('mri_total')).toBeNull();
  expect(row('other_site').text('rate_ratio_reason')).toBe('too_few_patients');
  expect(row('pancreas').figure('interaction_levels')).toBe(2);
  expect(row('pancreas').figure('interaction_df')).toBe(1);
});

it('the next smallest is kept back where the small one would be the whole less the others', () => {
  const row = subgroups(patients('pancreas', 6, 3), patients('small_bowel', 5, 1), patients('colon', 4, 2));
  expect(row('small_bowel').figure('mri_total')).toBeNull();
  expect(row('small_bowel').figure('rate_ratio')).toBeNull();
  expect(row('small_bowel').text('rate_ratio_reason')).toBe('hides_small_group');
  expect(row('other_site').text('rate_ratio_reason')).toBe('too_few_patients');
  expect(row('pancreas').figure('mri_total')).not.toBeNull();
  expect(row('pancreas').figure('interaction_levels')).toBe(1);
});

it('groups that nobody is in keep nothing back', () => {
  const row = subgroups(patients('pancreas', 5, 3), patients('small_bowel', 5, 1));
  expect(row('pancreas').figure('mri_total')).not.toBeNull();
  expect(row('small_bowel').figure('mri_total')).not.toBeNull();
  // Nor does who is in no group, where no group is kept back.
  const besides = subgroups(
    patients('pancreas', 5, 3),
    patients('small_bowel', 5, 1),
    patients('unknown_digestive', 2, 1),
  );
  expect(besides('small_bowel').figure('mri_total')).not.toBeNull();
});

it.each(COHORTS)('no group that is kept back follows from the whole and the others in %s', (cohort) => {
  const rows = rowsOfCentres(cohortFiles(cohort));
  const records = recordsOfStudy(rows, 'subgroups');
  const [whole] = matching(recordsOfStudy(rows, 'primary-comparison'), { side: 'whole' });
  for (const factor of new Set(records.map((record) => record.text('factor')))) {
    const levels = matching(records, { factor }).map((record) => ({
      patients: record.figure('n_patients') ?? Number.NaN,
      isShown: record.figure('mri_total') !== null,
    }));
    if (levels.every(({ isShown, patients }) => isShown || patients === 0)) continue;
    const outside = levels.reduce(
      (rest, { isShown, patients }) => (isShown ? rest - patients : rest),
      whole?.figure('n_patients') ?? Number.NaN,
    );
    expect(levels.some(({ isShown }) => isShown) ? outside : 5, factor).toBeGreaterThanOrEqual(5);
  }
});

it('groups that differ much interact, and each has all counted pairs of its patients', () => {
  const row = subgroups(patients('pancreas', 8, 6), patients('small_bowel', 8, 1));
  expect(row('pancreas').figure('n_pairs')).toBe(16);
  expect(row('pancreas').figure('rate_ratio')).toBeGreaterThan(row('small_bowel').figure('rate_ratio') ?? 99);
  expect(row('pancreas').figure('interaction_p')).toBeLessThan(0.05);
});

it('one group alone interacts with nothing', () => {
  const row = subgroups(patients('pancreas', 6, 3));
  expect(row('pancreas').text('interaction_reason')).toBe('too_few_observations');
});

it('of more patients than are redrawn there is a Q, and no p', () => {
  const group = (times: number) => ({
    first: Array.from({ length: 1001 }, (_, patient) => times * (1 + (patient % 3))),
    second: Array.from({ length: 1001 }, (_, patient) => 1 + (patient % 2)),
  });
  const interaction = interactionOf([group(1), group(2)]);
  expect(interaction.p).toEqual(missing('too_many_patients'));
  expect(interaction.q).toBeGreaterThan(100);
});
