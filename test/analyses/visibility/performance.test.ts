import { describe, expect, it } from 'vitest';
import { listedLesions } from '#shared/analyses/visibility/listed-lesions.ts';
import { performanceTable } from '#shared/analyses/visibility/performance.ts';
import { recordsOf } from '#shared/presentation/read-table.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { rowOf } from '#test/analyses/study-columns.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { type ListingPatient, listingStudy } from './listed-study.ts';
import { VERIFIED_LESIONS } from './verified-lesions.ts';

const tableOf = (patients: readonly ListingPatient[], fewestPatientsShown: number) =>
  performanceTable(listedLesions(includedPatients(listingStudy(patients), SETTINGS)), {
    fewestPatientsShown,
  });

const NUMBERS = [
  ...['n_patients', 'listed', 'without_reference', 'metastases', 'called', 'benign', 'false_positives'],
  ...['patients_with_metastasis', 'patients_called', 'patients_without_metastasis', 'patients_not_called'],
];

describe('the performance of twelve lesions on paper', () => {
  const table = tableOf(VERIFIED_LESIONS, 1);
  const row = (sequence: string, reference: string) => rowOf(table, { sequence, reference });
  const numbers = (sequence: string, reference: string) =>
    NUMBERS.map((name) => row(sequence, reference).figure(name));

  it('counts each lesion where it can be assessed, and calls it by what is seen and said', () => {
    expect(numbers('mri_total', 'all')).toEqual([6, 11, 2, 5, 4, 4, 1, 4, 3, 1, 1]);
    expect(numbers('ct_total', 'all')).toEqual([7, 12, 2, 6, 4, 4, 2, 5, 4, 1, 0]);
    expect(numbers('mri_diffusion', 'all')).toEqual([7, 12, 2, 6, 4, 4, 1, 5, 3, 1, 1]);
    expect(numbers('ct_arterial', 'all')).toEqual([6, 11, 2, 5, 2, 4, 2, 4, 2, 1, 0]);
  });

  it('counts by what the nature rests on, and says of all references alone how many lesions have none', () => {
    expect(numbers('ct_total', 'histology')).toEqual([5, null, null, 4, 3, 2, 1, 4, 3, 1, 0]);
    expect(numbers('ct_total', 'follow_up')).toEqual([3, null, null, 2, 1, 1, 1, 2, 1, 0, 0]);
    expect(numbers('ct_total', 'other_imaging')).toEqual([1, null, null, 0, 0, 1, 0, 0, 0, 1, 1]);
  });

  it('has their shares', () => {
    const figures = (sequence: string) =>
      ['sensitivity', 'false_positives_per_patient', 'ppv', 'patient_sensitivity', 'patient_specificity'].map(
        (name) => row(sequence, 'all').figure(name),
      );
    expect(figures('mri_total')).toEqual([80, 1 / 6, 80, 75, 100]);
    expect(figures('ct_total')).toEqual([
      expect.closeTo(200 / 3, 12),
      2 / 7,
      expect.closeTo(200 / 3, 12),
      80,
      0,
    ]);
    // binom.test(3, 4)$conf.int
    expect(row('mri_total', 'all').figure('patient_sensitivity_low')).toBeCloseTo(19.41204, 4);
    expect(row('mri_total', 'all').figure('patient_sensitivity_high')).toBeCloseTo(99.36905, 4);
    // mean 2/7 and t of six degrees of freedom, cut at 0.
    expect(row('ct_total', 'all').figure('false_positives_per_patient_low')).toBe(0);
    expect(row('ct_total', 'all').figure('false_positives_per_patient_high')).toBeCloseTo(0.737, 4);
    expect(row('ct_total', 'all').text('false_positives_reason')).toBe('');
    // One of six: t of five degrees of freedom; of five patients there are no limits.
    expect(row('mri_total', 'all').figure('false_positives_per_patient_high')).toBeCloseTo(0.595097, 6);
    expect(row('ct_total', 'histology').text('false_positives_reason')).toBe('too_few_patients');
  });

  it('keeps to itself what fewer patients have than the study shows', () => {
    const guarded = tableOf(VERIFIED_LESIONS, 5);
    const shown = rowOf(guarded, { sequence: 'mri_total', reference: 'all' });
    expect(shown.figure('sensitivity')).toBe(80);
    expect(shown.figure('patients_with_metastasis')).toBeNull();
    expect(shown.text('patient_sensitivity_reason')).toBe('too_few_patients');
    expect(shown.text('patient_specificity_reason')).toBe('too_few_patients');
    const followUp = rowOf(guarded, { sequence: 'ct_total', reference: 'follow_up' });
    expect(followUp.figure('n_patients')).toBe(3);
    expect([followUp.figure('metastases'), followUp.figure('sensitivity')]).toEqual([null, null]);
    expect(followUp.text('sensitivity_reason')).toBe('too_few_patients');
    // All less histology would be the lesions of four patients.
    const histology = rowOf(guarded, { sequence: 'ct_total', reference: 'histology' });
    expect(histology.text('sensitivity_reason')).toBe('hides_small_group');
    expect(tableOf(VERIFIED_LESIONS.slice(0, 3), 5).rows.every((cells) => !cells.includes(100))).toBe(true);
  });

  it('has no specificity without a patient who has benign lesions alone, and says why', () => {
    const without = tableOf(
      VERIFIED_LESIONS.filter(({ id }) => id !== 'P6'),
      1,
    );
    const [record] = recordsOf([without], 'performance');
    expect(record?.figure('patients_without_metastasis')).toBe(0);
    expect(record?.figure('patient_specificity')).toBeNull();
    expect(record?.text('patient_specificity_reason')).toBe('no_observation');
  });

  it('does not depend on the order of patients or lesions', () => {
    const turned = VERIFIED_LESIONS.toReversed().map(({ listed = [], ...patient }) => ({
      ...patient,
      listed: listed.map((lesion, at) => ({ lesion: at + 1, ...lesion })).toReversed(),
    }));
    expect(tableOf(turned, 1).rows).toEqual(table.rows);
  });
});
