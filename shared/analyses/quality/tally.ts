import type { Titles } from '#shared/language.ts';
import type { ScreenedPatient } from '#shared/study/study.ts';

export interface Tally {
  readonly n: number;
  /** Of how many that were looked at. */
  readonly of: number;
}

export const QUALITY_CHECKS = {
  orphan: { fr: 'ligne sans celle dont elle dépend', en: 'row without the one it belongs to' },
  patient_excluded: { fr: 'patient exclu', en: 'patient excluded' },
  pair_not_qualifying: { fr: 'couple non retenu', en: 'pair that does not qualify' },
  pair_not_counted: { fr: 'couple non dénombré', en: 'pair not counted' },
  pair_not_measured: { fr: 'couple non mesuré', en: 'pair not measured' },
  reading_of_other_reader: { fr: 'lecture d’un autre lecteur', en: 'reading of another reader' },
  lesion_not_used: { fr: 'lésion non utilisée', en: 'lesion not used' },
  diameter_absent: { fr: 'diamètre absent', en: 'diameter absent' },
  recist_patient_without_follow_up: {
    fr: 'RECIST : patient sans suivi mesuré',
    en: 'RECIST: patient without a measured follow-up',
  },
  recist_pair_not_measured: { fr: 'RECIST : couple non mesuré', en: 'RECIST: pair not measured' },
  total_equals_one_sequence: {
    fr: 'total atteint par une seule séquence',
    en: 'total reached by one sequence only',
  },
  diameters_disagree: { fr: 'diamètres discordants d’une lésion', en: 'diameters of a lesion that disagree' },
  interval_near_limit: { fr: 'intervalle proche de la limite', en: 'interval near the limit' },
  grade_disagrees: { fr: 'grade déclaré autre que OMS 2019', en: 'declared grade other than WHO 2019' },
  board_date_not_known: { fr: 'date de RCP non connue', en: 'board date not known' },
  lesion_changes_side: { fr: 'lésion qui change de côté', en: 'lesion that changes side' },
  dates_differ_between_readers: {
    fr: 'dates différentes selon le lecteur',
    en: 'dates that differ between readers',
  },
  extreme_value: { fr: 'valeur extrême', en: 'extreme value' },
} as const satisfies Titles;
export type QualityCheckName = keyof typeof QUALITY_CHECKS;

/** What one check found, by centre. */
export interface QualityCheck {
  readonly check: QualityCheckName;
  /** Which of the check's cases: a reason, a column, a reader; null for a check with one. */
  readonly detail: string | null;
  readonly unit: 'patients' | 'pairs' | 'readings' | 'lesions';
  readonly byCentre: ReadonlyMap<string, Tally>;
  /** Beyond these a value is extreme; null for a check of something else. */
  readonly fences: { readonly lower: number; readonly upper: number } | null;
  /** Why nothing could be checked. */
  readonly reason: 'too_few_observations' | 'no_variation' | null;
}

/** The patient of what a tally goes through, where that is or has one. */
export const screenedOf = ({ screened }: { readonly screened: ScreenedPatient }): ScreenedPatient => screened;

/** Counts by centre what is found. */
export function tally<T>(
  items: Iterable<T>,
  patientOf: (item: T) => ScreenedPatient,
  found: (item: T) => number | boolean,
  of: (item: T) => number = () => 1,
): ReadonlyMap<string, Tally> {
  const byCentre = new Map<string, { n: number; of: number }>();
  for (const item of items) {
    const { centre } = patientOf(item);
    const counted = byCentre.get(centre) ?? { n: 0, of: 0 };
    byCentre.set(centre, counted);
    counted.n += Number(found(item));
    counted.of += of(item);
  }
  return byCentre;
}

/** A check of something other than the values of a column. */
export const check = (
  name: QualityCheckName,
  detail: string | null,
  unit: QualityCheck['unit'],
  byCentre: QualityCheck['byCentre'],
): QualityCheck => ({ check: name, detail, unit, byCentre, fences: null, reason: null });
