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
  const included = includedPatients(study, settings);
  const screened = sifted(study.patients, exclusions(settings), siftScreened(settings));
  const counted = sifted(included, NOT_COUNTED, siftCounted);
  const measured = sifted(included, NOT_MEASURED, siftMeasured(settings));
  return [
    {
      step: 'screened',
      among: null,
      reason: null,
      patients: study.patients.length,
      pairs: study.patients.reduce((sum, patient) => sum + firstReadings(patient).length, 0),
    },
    ...screened.leftOut.map((row) => ({
      step: 'excluded' as const,
      among: 'screened' as const,
      ...row,
    })),
    { step: 'included', among: 'screened', reason: null, ...screened.kept },
    ...counted.leftOut.map((row) => ({
      step: 'not_counted' as const,
      among: 'included' as const,
      ...row,
    })),
    { step: 'counted', among: 'included', reason: null, ...counted.kept },
    ...measured.leftOut.map((row) => ({
      step: 'not_measured' as const,
      among: 'included' as const,
      ...row,
    })),
    { step: 'measured', among: 'included', reason: null, ...measured.kept },
  ];
}

interface LeftOut extends Headcount {
  readonly reason: RuleReason;
}

/** Who stays of some patients, and whom each rule leaves out: added up, as what is found of each takes more than his row. */
function sifted<Patient, Reason extends RuleReason>(
  patients: readonly Patient[],
  rules: readonly Rule<Reason>[],
  sieve: (patient: Patient) => Sifted<Reason>,
): { readonly kept: Headcount; readonly leftOut: readonly LeftOut[] } {
  const kept = { patients: 0, pairs: 0 };
  const leftOut = new Map(rules.map(({ reason }) => [reason, { reason, patients: 0, pairs: 0 }]));
  for (const patient of patients) {
    const found = sieve(patient);
    const who = found.reason === undefined ? kept : leftOut.get(found.reason);
    if (who !== undefined) who.patients += 1;
    kept.pairs += found.kept.length;
    for (const [reason, pairs] of found.leftOut) {
      const row = leftOut.get(reason);
      if (row !== undefined) row.pairs += pairs;
    }
  }
  return { kept, leftOut: [...leftOut.values()] };
}
