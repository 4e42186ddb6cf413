import { describe, expect, it } from 'vitest';
import { countedPairs } from '#shared/analyses/counts/counted-pairs.ts';
import { measuredLesions } from '#shared/analyses/measures/measured-lesions.ts';
import { populationTable } from '#shared/analyses/population/table.ts';
import { recordsOf } from '#shared/presentation/read-table.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { rowOf, studyOf } from '#test/analyses/study-columns.ts';
import type { PatientStory } from '#test/study/centre-rows.ts';
import { SETTINGS } from '#test/study/settings.ts';

function population(...stories: readonly PatientStory[]) {
  const study = studyOf(stories);
  const included = includedPatients(study, SETTINGS);
  return populationTable(included, countedPairs(included), measuredLesions(included, SETTINGS));
}
const patients = (...of: readonly PatientStory['patient'][]) =>
  population(...of.map((patient): PatientStory => (patient === undefined ? {} : { patient })));

describe('the population', () => {
  it('keeps not-known as a level of its own, in the denominator', () => {
    const table = patients({ grade: 'G2' }, { grade: null }, { grade: null }, { grade: 'G3' });
    const level = (name: string) => rowOf(table, { characteristic: 'grade', level: name });
    expect(level('G2').figure('n')).toBe(1);
    expect(level('not_known').figure('n')).toBe(2);
    expect(level('not_known').figure('percent')).toBe(50);
    expect(level('G1').figure('denominator')).toBe(4);
    expect(level('G1').figure('percent')).toBe(0);
  });

  it('has each category’s patients once', () => {
    const table = patients(
      {},
      { sex: 'M', primary_site: 'unknown_digestive', differentiation: 'poor' },
      { grade: null },
    );
    const categories = Map.groupBy(
      recordsOf([table], 'population').filter((row) => row.text('kind') === 'category'),
      (row) => row.text('characteristic'),
    );
    for (const quantity of ['age_at_diagnosis', 'ki67_percent', 'lesion_load']) categories.delete(quantity);
    for (const levels of categories.values()) {
      expect(levels.reduce((sum, row) => sum + (row.figure('n') ?? 0), 0)).toBe(3);
    }
    expect(categories.size).toBeGreaterThan(15);
  });

  it('describes the ages that are known, and counts those that are not', () => {
    const table = patients({ age_at_diagnosis: 40 }, { age_at_diagnosis: 61 }, { age_at_diagnosis: null });
    const known = rowOf(table, { characteristic: 'age_at_diagnosis', level: 'known' });
    expect(['n', 'denominator', 'mean', 'median', 'minimum', 'maximum'].map(known.figure)).toEqual([
      2, 3, 50.5, 50.5, 40, 61,
    ]);
    expect(rowOf(table, { characteristic: 'age_at_diagnosis', level: 'not_known' }).figure('n')).toBe(1);
  });

  it('counts declared grades on either side of the derived one', () => {
    const table = patients(
      { grade: 'G1', ki67_percent: 10 },
      { grade: 'G2', differentiation: 'poor' },
      { grade: 'G3', ki67_percent: 10 },
      { grade: 'G2', ki67_percent: 10 },
      { grade: null },
    );
    const n = (level: string) =>
      rowOf(table, { characteristic: 'grade_against_who_2019', level }).figure('n');
    expect(['same', 'declared_lower', 'declared_higher', 'not_known'].map(n)).toEqual([1, 2, 1, 1]);
  });

  it('knows that there was no systemic treatment only where all three are known', () => {
    const given = (
      somatostatin_analogue: boolean | null,
      chemotherapy: boolean | null,
      targeted_therapy: boolean | null,
    ) => ({ somatostatin_analogue, chemotherapy, targeted_therapy });
    const table = patients(
      given(false, false, false),
      given(false, null, false),
      given(null, true, null),
      given(true, false, false),
    );
    const n = (level: string) => rowOf(table, { characteristic: 'no_systemic_treatment', level }).figure('n');
    expect(['yes', 'no', 'not_known'].map(n)).toEqual([1, 2, 1]);
  });

  it('takes PRRT for a systemic treatment, and does not ask for it', () => {
    const none = { somatostatin_analogue: false, chemotherapy: false, targeted_therapy: false };
    const table = patients({ ...none, prrt: true }, { ...none, prrt: false }, { ...none, prrt: null });
    const n = (level: string) => rowOf(table, { characteristic: 'no_systemic_treatment', level }).figure('n');
    expect(['yes', 'no', 'not_known'].map(n)).toEqual([2, 1, 0]);
  });

  it('has the intervals of the counted and of the measured pairs, with and without their sign', () => {
    const table = population({
      pairs: [
        { ct_date: '2019-01-01', mri_date: '2019-01-11' },
        { pair: 2, ct_date: '2019-06-21', mri_date: '2019-06-01' },
        { pair: 3, ct_date: '2020-01-01', mri_date: '2020-01-04', countable: 'massive', measurable: 'yes' },
      ],
      lesions: [{ pair: 2 }, { pair: 2, lesion: 2 }, { pair: 3 }],
    });
    const mean = (characteristic: string, of: string) => rowOf(table, { characteristic, of }).figure('mean');
    expect(mean('interval', 'counted_pairs')).toBe(15);
    expect(mean('signed_interval', 'counted_pairs')).toBe(-5);
    expect(mean('interval', 'measured_pairs')).toBe(11.5);
    expect(mean('signed_interval', 'measured_pairs')).toBe(-8.5);
    expect(rowOf(table, { characteristic: 'pairs_per_patient', level: '3' }).figure('n')).toBe(1);
  });

  it('of nobody has no share and no mean, and says why', () => {
    const age = rowOf(patients(), { characteristic: 'age_at_diagnosis', level: 'known' });
    expect([age.figure('percent'), age.figure('mean'), age.text('reason')]).toEqual([
      null,
      null,
      'no_observation',
    ]);
    const sex = rowOf(patients(), { characteristic: 'sex', level: 'M' });
    expect([sex.figure('n'), sex.figure('percent'), sex.text('reason')]).toEqual([0, null, 'no_observation']);
    const alone = rowOf(patients({}), { characteristic: 'age_at_diagnosis', level: 'known' });
    expect([alone.figure('standard_deviation'), alone.text('reason')]).toEqual([
      null,
      'too_few_observations',
    ]);
  });
});
