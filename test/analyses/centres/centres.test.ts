import { describe, expect, it } from 'vitest';
import { metaAnalysis } from '#shared/statistics/meta-analysis.ts';
import { studentTQuantile } from '#shared/statistics/student-t-distribution.ts';
import { matching, recordsOfStudy } from '#test/analyses/study-records.ts';
import { known } from '#test/statistics/known.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { COHORTS, cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { counts } from '#test/tables/rows.ts';

const PORTAL = { first: 'mri_portal', second: 'ct_portal' };

/** A centre of patients with one pair: how many more metastases the MRI shows than the CT, portal phase. */
const centre = (name: string, ...differences: readonly number[]) =>
  differences.flatMap((difference, index) =>
    rowsOfPatient({
      centre: name,
      id: `P${index}`,
      pairs: [{ ...counts(() => 10), mri_portal_right: 10 + difference, mri_total_right: 10 + difference }],
    }),
  );
const effects = (rows: ReturnType<typeof centre>, effect = 'count_difference') =>
  matching(recordsOfStudy(rows, 'centres'), { ...PORTAL, effect });

const ROUEN = centre('rouen', 1, 2, 3, 4, 5);
const LILLE = centre('lille', 4, 4, 6, 6, 10);
const CAEN = centre('caen', 0, 0, 1, 1, 3);

describe('the main effects by centre', () => {
  it('are each centre’s own, then pooled as the centres’ estimates and errors give them', () => {
    const records = effects([...ROUEN, ...LILLE, ...CAEN]);
    expect(records.map((record) => record.text('centre'))).toEqual(['caen', 'lille', 'rouen', '']);
    const [caen, lille, rouen, pooled] = records;
    expect([caen, lille, rouen].map((record) => record?.figure('estimate'))).toEqual([1, 6, 3]);
    // var(1 … 5) = 2.5, over five patients.
    expect(rouen?.figure('standard_error')).toBeCloseTo(Math.sqrt(2.5 / 5), 12);
    const expected = metaAnalysis(
      [caen, lille, rouen].map((record) => ({
        effect: record?.figure('estimate') ?? Number.NaN,
        variance: (record?.figure('standard_error') ?? Number.NaN) ** 2,
      })),
    );
    expect(pooled?.figure('estimate')).toBe(expected.hartungKnapp.estimate);
    expect(pooled?.figure('estimate_low')).toBe(known(expected.hartungKnapp.interval).lower);
    expect(pooled?.figure('q')).toBe(expected.heterogeneity.q);
    expect(pooled?.figure('i_squared')).toBeCloseTo(100 * known(expected.heterogeneity.iSquared), 12);
    expect(pooled?.figure('tau_squared')).toBe(expected.tauSquared);
    expect(pooled?.figure('normal_low')).toBe(known(expected.random.interval).lower);
    // Three centres say next to nothing of a fourth.
    expect([pooled?.figure('prediction_high'), pooled?.text('heterogeneity_reason')]).toEqual([
      null,
      'too_few_centres',
    ]);
    expect(pooled?.figure('n_patients')).toBe(15);
    expect(caen?.text('heterogeneity_reason')).toBe('not_pooled');
  });

  it('of two centres are listed and not pooled', () => {
    const records = effects([...ROUEN, ...LILLE]);
    expect(records.map((record) => record.figure('estimate'))).toEqual([6, 3, null]);
    expect(records.at(-1)?.text('estimate_reason')).toBe('too_few_centres');
  });

  it('have the ratio of counts on the logarithmic scale', () => {
    const [nantes] = effects([...ROUEN, ...centre('nantes', 4, 4, 6, 6, 10, 6)], 'log_rate_ratio');
    expect(nantes?.figure('estimate')).toBeCloseTo(Math.log(156 / 120), 12);
    const reach = studentTQuantile(0.975, 5) * (nantes?.figure('standard_error') ?? Number.NaN);
    expect(nantes?.figure('estimate_low')).toBeCloseTo(Math.log(1.3) - reach, 12);
    expect(nantes?.figure('estimate_high')).toBeCloseTo(Math.log(1.3) + reach, 12);
  });

  it('have no interval of a ratio from five patients, and are not pooled with it', () => {
    const records = effects([...ROUEN, ...LILLE, ...CAEN], 'log_rate_ratio');
    expect(records[0]?.figure('standard_error')).toBeGreaterThan(0);
    expect(records[0]?.text('estimate_reason')).toBe('too_few_patients');
    expect(records.at(-1)?.figure('n_studies_left_out')).toBe(3);
    expect(records.at(-1)?.text('estimate_reason')).toBe('too_few_centres');
  });

  it('of small centres are one group, unnamed, whose size is never one centre’s', () => {
    const records = effects([...ROUEN, ...LILLE, ...centre('caen', 7), ...centre('brest', 9, 9)]);
    expect(records.map((record) => [record.text('group'), record.text('centre')])).toEqual([
      ['centre', 'rouen'],
      ['others', ''],
      ['pooled', ''],
    ]);
    expect(records[1]?.figure('n_centres')).toBe(3);
    expect(records[1]?.figure('estimate')).toBe((30 + 7 + 18) / 8);
  });

  it('are shown of no centre with too few patients in that analysis, however many it has', () => {
    const measured = rowsOfPatient({ centre: 'rouen', id: 'P9', lesions: [{}, { lesion: 2 }] });
    const records = effects([...ROUEN, ...measured, ...LILLE], 'diameter_difference');
    expect(records.map((record) => [record.text('group'), record.figure('n')])).toEqual([['pooled', 0]]);
    expect(records[0]?.text('estimate_reason')).toBe('too_few_centres');
  });

  it('take no part in the pooling without an error of their own', () => {
    const records = effects([...ROUEN, ...LILLE, ...CAEN, ...centre('nantes', 2, 2, 2, 2, 2)]);
    const nantes = matching(records, { centre: 'nantes' })[0];
    expect([nantes?.figure('estimate'), nantes?.text('estimate_reason')]).toEqual([2, 'no_variation']);
    const pooled = records.at(-1);
    const three = effects([...ROUEN, ...LILLE, ...CAEN]).at(-1);
    expect(pooled?.figure('q_df')).toBe(2);
    expect([pooled?.figure('n_studies'), pooled?.figure('n_studies_left_out')]).toEqual([3, 1]);
    for (const count of ['n_centres', 'n_patients', 'n'])
      expect(pooled?.figure(count), count).toBe(three?.figure(count));
  });

  it.each(COHORTS)('add up to the whole study in the cohort %s', (cohort) => {
    const records = recordsOfStudy(rowsOfCentres(cohortFiles(cohort)), 'centres');
    expect(matching(records, { group: 'pooled' })).toHaveLength(47);
    const differences = matching(records, { group: 'pooled', effect: 'count_difference' });
    expect(differences.length).toBeGreaterThan(10);
    for (const pooled of differences) {
      expect([pooled.figure('n'), pooled.figure('n_patients')]).toEqual([57, 37]);
      expect(pooled.figure('estimate_low')).toBeLessThan(pooled.figure('estimate') ?? Number.NaN);
    }
  });
});
