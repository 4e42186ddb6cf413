import { isOutside } from '#shared/protocol/board-period.ts';
import { isPastLimit } from '#shared/protocol/pair-interval.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { eachThat, type Rule, type Sifted, sift } from './sift.ts';
import { firstReadings, type Reading, type ScreenedPatient, type Study } from './study.ts';

/** The settings that decide who enters the study. */
export type EligibilitySettings = Pick<StudySettings, 'boardPeriod' | 'longestIntervalMonths'>;

/** Who enters the study: the thesis's inclusion and exclusion rules (lines 1011–1036), in its order. */
export const exclusions = ({ boardPeriod, longestIntervalMonths }: EligibilitySettings) =>
  [
    {
      reason: 'board_date_outside_period',
      excludes: ({ board_date }) => board_date !== null && isOutside(boardPeriod, board_date),
    },
    {
      reason: 'not_histologically_proven',
      excludes: (patient) => !patient.histologically_proven,
    },
    {
      reason: 'extra_digestive_origin',
      excludes: (patient) => patient.primary_site === 'extra_digestive',
    },
    {
      reason: 'no_known_liver_metastases',
      excludes: (patient) => patient.liver_metastases !== 'present',
    },
    {
      reason: 'metastases_not_on_images',
      excludes: (patient) => patient.metastases_on_images === false,
    },
    {
      reason: 'metastases_on_images_not_known',
      excludes: (patient) => patient.metastases_on_images === null,
    },
    {
      // After those of the thesis, so that nobody whom it leaves out changes his reason: of its patients all origins were known.
      reason: 'origin_not_known',
      excludes: (patient) => patient.primary_site === 'unknown',
    },
    {
      reason: 'no_pair_sent',
      findsNothing: ({ readings }) => readings.length === 0,
    },
    {
      reason: 'no_pair_of_first_reader',
      findsNothing: (screened) => firstReadings(screened).length === 0,
    },
    {
      reason: 'no_pair_with_complete_protocol',
      keeps: eachThat(({ pair }) => pair.protocol_complete),
    },
    {
      // A code does not change once it is published: it is named after the thesis's three months, whatever they are here.
      reason: 'interval_of_three_months_or_more',
      // Under so many calendar months apart, whichever scan came first.
      keeps: eachThat(({ pair }) => !isPastLimit(pair, longestIntervalMonths)),
    },
  ] as const satisfies readonly Rule[];

export type ExclusionReason = ReturnType<typeof exclusions>[number]['reason'];

/** What the rules make of a patient and of the first reader's readings of his pairs. */
export const siftScreened = (settings: EligibilitySettings) => {
  const rules = exclusions(settings);
  return (screened: ScreenedPatient): Sifted<ExclusionReason> =>
    sift<ExclusionReason>(rules, screened, firstReadings(screened));
};

/** The first reason to leave a patient out, or undefined for an included patient. */
export const exclusionOf = (settings: EligibilitySettings) => {
  const sieve = siftScreened(settings);
  return (screened: ScreenedPatient): ExclusionReason | undefined => sieve(screened).reason;
};

/** An included patient with the first reader's readings of the pairs that qualify. */
export interface IncludedPatient {
  readonly screened: ScreenedPatient;
  readonly readings: readonly Reading[];
}

export function includedPatients(study: Study, settings: EligibilitySettings): readonly IncludedPatient[] {
  const sieve = siftScreened(settings);
  return study.patients.flatMap((screened) => {
    const { reason, kept } = sieve(screened);
    return reason === undefined ? [{ screened, readings: kept }] : [];
  });
}
