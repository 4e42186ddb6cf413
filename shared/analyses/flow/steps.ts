import type { Titles } from '#shared/language.ts';
import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import {
  type MeasureSettings,
  NOT_COUNTED,
  NOT_MEASURED,
  siftCounted,
  siftMeasured,
} from '#shared/study/analyses.ts';
import {
  type EligibilitySettings,
  exclusions,
  includedPatients,
  siftScreened,
} from '#shared/study/eligibility.ts';
import type { RuleReason } from '#shared/study/rule-titles.ts';
import type { Rule, Sifted } from '#shared/study/sift.ts';
import { firstReadings, type Study } from '#shared/study/study.ts';

/** How many patients, and how many of their pairs as the first reader read them. */
export interface Headcount {
  readonly patients: number;
  readonly pairs: number;
}

const STEP_TITLES = {
  screened: { fr: 'examinés', en: 'screened' },
  excluded: { fr: 'exclus', en: 'excluded' },
  included: { fr: 'inclus', en: 'included' },
  not_counted: { fr: 'non dénombrés', en: 'not counted' },
  counted: { fr: 'dénombrés', en: 'counted' },
  not_measured: { fr: 'non mesurés', en: 'not measured' },
  measured: { fr: 'mesurés', en: 'measured' },
} as const satisfies Titles;

export const FLOW_STEPS = vocabulary('flow_step', entriesOf(STEP_TITLES));

export interface FlowStep extends Headcount {
  readonly step: keyof typeof STEP_TITLES;
  /** The step of which these are a part: both analyses begin with those who are included. Null for the first step. */
  readonly among: 'screened' | 'included' | null;
  /** Why these are left out; null for those who stay. */
  readonly reason: RuleReason | null;
}

/**
 * The flow chart (thesis, Figure 11). Screened = excluded + included, included = not counted + counted, and
 * included = not measured + measured, in patients and in pairs: see `sift`. A pair that is left out while its
 * patient stays appears among the pairs of its reason, and nobody among the patients.
 */
export function flow(study: Study, settings: EligibilitySettings & MeasureSettings): readonly FlowStep[] {
  const screened = study.patients.map(siftScreened(settings));
  const included = includedPatients(study, settings);
  const counted = included.map(siftCounted);
  const measured = included.map(siftMeasured(settings));
  return [
    {
      step: 'screened',
      among: null,
      reason: null,
      patients: study.patients.length,
      pairs: total(study.patients, (patient) => firstReadings(patient).length),
    },
    ...leftOutBy(exclusions(settings), screened).map((row) => ({
      step: 'excluded' as const,
      among: 'screened' as const,
      ...row,
    })),
    { step: 'included', among: 'screened', reason: null, ...kept(screened) },
    ...leftOutBy(NOT_COUNTED, counted).map((row) => ({
      step: 'not_counted' as const,
      among: 'included' as const,
      ...row,
    })),
    { step: 'counted', among: 'included', reason: null, ...kept(counted) },
    ...leftOutBy(NOT_MEASURED, measured).map((row) => ({
      step: 'not_measured' as const,
      among: 'included' as const,
      ...row,
    })),
    { step: 'measured', among: 'included', reason: null, ...kept(measured) },
  ];
}

const total = <T>(items: readonly T[], count: (item: T) => number): number =>
  items.reduce((sum, item) => sum + count(item), 0);

const leftOutBy = <Reason extends string>(
  rules: readonly Rule<Reason>[],
  sifted: readonly Sifted<Reason>[],
) =>
  rules.map(({ reason }) => ({
    reason,
    patients: sifted.filter((patient) => patient.reason === reason).length,
    pairs: total(sifted, ({ leftOut }) => leftOut.get(reason) ?? 0),
  }));

const kept = (sifted: readonly Sifted<string>[]): Headcount => ({
  patients: sifted.filter(({ reason }) => reason === undefined).length,
  pairs: total(sifted, (patient) => patient.kept.length),
});
