import type { ScanDays } from '#shared/protocol/pair-interval.ts';
import type { Modality, SequenceName } from '#shared/protocol/sequences.ts';
import type { PairRow } from '#shared/tables/pairs.ts';

/** What each modality shows of lesions 1, 2, 3 … in millimetres: 0 where it is gone, null where it cannot be measured. */
export interface Visit {
  readonly mri: readonly (number | null)[];
  readonly ct: readonly (number | null)[];
  /** Every sequence shows the same as its modality. */
  readonly alike?: boolean;
  /** Sequences on which nothing was measured. */
  readonly without?: readonly SequenceName[];
  /** Metastases of the right liver that are counted and not measured. */
  readonly unmeasured?: Partial<Record<Modality, number>>;
  readonly measurable?: PairRow['measurable'];
  /** From the CT to the MRI; the visits are half a year apart. */
  readonly daysBetween?: number;
  readonly days?: ScanDays;
}

/** A patient for each case of the rules, the first visit being the baseline. */
export const COURSES: readonly (readonly Visit[])[] = [
  // Partial response, then progression from the nadir though still under the baseline.
  [
    { mri: [40, 20], ct: [39, 21] },
    { mri: [24, 12], ct: [25, 12] },
    { mri: [20, 10], ct: [22, 10] },
    { mri: [27, 12], ct: [23, 11] },
  ],
  // Slow growth, never progression.
  [
    { mri: [30, 22], ct: [29, 23] },
    { mri: [31, 23], ct: [30, 23] },
    { mri: [33, 24], ct: [31, 24] },
    { mri: [34, 25], ct: [32, 25] },
    { mri: [35, 26], ct: [33, 26] },
  ],
  // Progression by a new lesion, which CT does not show.
  [
    { mri: [25, 15], ct: [24, 14] },
    { mri: [25, 15, 9], ct: [24, 14, null] },
    { mri: [26, 15, 11], ct: [24, 15, 7] },
  ],
  // Progression by growth and by a new lesion.
  [
    { mri: [21], ct: [20] },
    { mri: [33, 12], ct: [31, 11] },
  ],
  // More than 20 %, but not 5 mm: a small sum.
  [
    { mri: [11], ct: [10] },
    { mri: [14.5], ct: [13] },
    { mri: [13], ct: [12] },
  ],
  // No target on CT, which shows it under 10 mm.
  [
    { mri: [13], ct: [8] },
    { mri: [19], ct: [9] },
  ],
  // A target that CT cannot measure any more, and one that MRI portal cannot.
  [
    { mri: [28, 19], ct: [27, 18] },
    { mri: [27, 19], ct: [null, 18] },
    { mri: [28, 18], ct: [27, 18], without: ['mri_portal'] },
  ],
  // Five lesions at baseline: a later number need not be new, and one without a row need not be gone.
  [
    { mri: [30, 25, 20, 15, 12], ct: [29, 24, 19, 14, 11] },
    { mri: [31, 0, 20, 15, 12, 10], ct: [30, 0, 19, 14, 11, 9] },
  ],
  // Complete response of the targets while metastases that were not measured remain: on both scans, then on one.
  [
    { mri: [16, 12], ct: [15, 11], unmeasured: { mri: 3, ct: 2 } },
    { mri: [], ct: [], unmeasured: { mri: 2, ct: 1 } },
    { mri: [], ct: [], unmeasured: { mri: 1 } },
    { mri: [], ct: [] },
  ],
  // A pair between that could not be measured, and one of which nothing was sent.
  [
    { mri: [22, 17], ct: [21, 16] },
    { mri: [], ct: [], unmeasured: { mri: 4, ct: 4 }, measurable: 'not_measurable' },
    { mri: [15, 9], ct: [17, 12] },
    { mri: [], ct: [], measurable: 'yes' },
    { mri: [9, 7], ct: [14, 11] },
  ],
  // The second MRI was done before the first: no time has passed on it.
  [
    { mri: [18], ct: [17], days: { ct_date: '2018-01-08', mri_date: '2018-03-05' } },
    { mri: [20], ct: [18], days: { ct_date: '2018-02-12', mri_date: '2018-03-02' } },
  ],
  // MRI grows within months, CT over years.
  [
    { mri: [20, 14], ct: [20, 14] },
    { mri: [21, 16], ct: [20.2, 14.1], daysBetween: -20 },
  ],
  // Just 30 % less, then just 20 % more than that; then just 5 mm more than the nadir of a small sum.
  [
    { mri: [30, 20], ct: [20], alike: true },
    { mri: [21, 14], ct: [14], alike: true },
    { mri: [25, 17], ct: [19], alike: true },
  ],
  // A tenth of a millimetre from each.
  [
    { mri: [30, 20], ct: [20], alike: true },
    { mri: [21, 14.1], ct: [14.1], alike: true },
    { mri: [25, 17], ct: [19], alike: true },
  ],
  // Three lesions of one size, of which the two first are the targets; then one size on all sequences, and then not.
  [
    { mri: [20, 20, 20], ct: [19, 19, 19] },
    { mri: [20, 20, 33], ct: [19, 20, 31] },
  ],
  [
    { mri: [23], ct: [22], alike: true },
    { mri: [29], ct: [27.2] },
  ],
  // Just 20 % more in just 365 days: the last slow progression, or the first one that is faster.
  [
    { mri: [40], ct: [40], alike: true, days: { ct_date: '2018-01-08', mri_date: '2018-01-08' } },
    { mri: [48], ct: [48], alike: true, days: { ct_date: '2019-01-08', mri_date: '2019-01-07' } },
  ],
  // Nothing over 5 mm at first, and no baseline therefore; then lesions, and then none of which a diameter counts.
  [
    { mri: [], ct: [], unmeasured: { mri: 1 } },
    { mri: [17, 12], ct: [16, 11] },
    { mri: [6], ct: [5.9], measurable: 'no_lesion_over_5_mm' },
  ],
  // One visit only.
  [{ mri: [33, 21], ct: [31, 20] }],
];
