import type { ClusteredProportion } from '#shared/statistics/clustered-proportion.ts';
import { clusteredShare } from '#shared/statistics/clustered-share.ts';
import { sum } from '#shared/statistics/descriptives.ts';
import type { ListedLesion, ListedLesions } from './listed-lesions.ts';

/** How many lesions of each patient are of each of some kinds. */
export interface Tally {
  /** Of each patient with a lesion whose kind can be told: how many of these he has. */
  readonly judged: Float64Array;
  /** Of the same patients, by kind. */
  readonly ofKind: readonly Float64Array[];
  /** The lesions whose kind cannot be told. */
  readonly notAssessable: number;
}

/** @param kindOf the number of a lesion's kind, below `kinds`; null where the reader could not say. */
export function tally(
  lesions: readonly ListedLesion[],
  kinds: number,
  kindOf: (lesion: ListedLesion) => number | null,
): Tally {
  const rows = new Map<number, Float64Array>();
  let notAssessable = 0;
  for (const lesion of lesions) {
    const kind = kindOf(lesion);
    if (kind === null) {
      notAssessable += 1;
      continue;
    }
    const row = rows.get(lesion.patient) ?? new Float64Array(kinds);
    rows.set(lesion.patient, row);
    row[kind] = (row[kind] ?? 0) + 1;
  }
  const patients = [...rows.values()];
  return {
    judged: Float64Array.from(patients, sum),
    ofKind: Array.from({ length: kinds }, (_, kind) => Float64Array.from(patients, (row) => row[kind] ?? 0)),
    notAssessable,
  };
}

/** The lesions of one kind, and their share of those that can be judged, clustered by patient. */
export interface ShareOfKind {
  readonly lesions: number;
  /** Patients who have one of them. */
  readonly patients: number;
  readonly judged: number;
  readonly notAssessable: number;
  readonly share: ClusteredProportion;
}

export function shareOfKind({ judged, ofKind, notAssessable }: Tally, kind: number): ShareOfKind {
  const own = ofKind[kind] ?? new Float64Array(judged.length);
  return {
    lesions: sum(own),
    patients: own.reduce((patients, count) => (count > 0 ? patients + 1 : patients), 0),
    judged: sum(judged),
    notAssessable,
    share: clusteredShare(own, judged),
  };
}

/** The metastases among the listed lesions: what detection is about. */
export const metastases = ({ lesions }: ListedLesions): readonly ListedLesion[] =>
  lesions.filter(({ nature }) => nature === 'metastasis');
