import { sequenceSet } from '#shared/protocol/sequence-set.ts';
import { type CountedName, sequencesOf } from '#shared/protocol/sequences.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import { clusterRobustMean } from '#shared/statistics/cluster-robust-mean.ts';
import type { ClusteredProportion } from '#shared/statistics/clustered-proportion.ts';
import { fewestPatients } from '#shared/statistics/clustered-sample.ts';
import { clusteredShare } from '#shared/statistics/clustered-share.ts';
import { sum } from '#shared/statistics/descriptives.ts';
import { allMissing, type Figure, mapped, missing } from '#shared/statistics/figure.ts';
import type { Interval } from '#shared/statistics/outcome.ts';
import { clopperPearsonInterval } from '#shared/statistics/proportion.ts';
import { isCalledOn } from './called.ts';
import type { ListedLesion, ListedLesions } from './listed-lesions.ts';
import { isVerified, isVerifiedBy, type StandardOrAll } from './verified.ts';

/** A figure of patients with its interval. */
export interface Estimated {
  readonly estimate: Figure<number, ReasonCode>;
  readonly interval: Figure<Interval, ReasonCode>;
}

/** How many of some patients, and which share. */
export interface PatientShare extends Estimated {
  readonly patients: number;
  readonly of: ReadonlySet<number>;
}

/** How well some sequences of a modality tell metastases, against the lesions of which a reference says what they are. */
export interface Performance {
  /** Those with a lesion that counts here. */
  readonly patients: ReadonlySet<number>;
  /** Lesions that can be assessed here, of any nature, and those of which no reference says what they are. */
  readonly listed: number;
  readonly unverified: number;
  readonly metastases: number;
  readonly called: number;
  readonly sensitivity: ClusteredProportion;
  readonly benign: number;
  readonly falsePositives: number;
  readonly falsePositivesPerPatient: Estimated;
  readonly predictiveValue: ClusteredProportion;
  /** Of the patients with a metastasis, those on whom something is called one. */
  readonly patientSensitivity: PatientShare;
  /** Of those without any, those on whom nothing is. */
  readonly patientSpecificity: PatientShare;
}

/** The verified lesions of one patient: how many there are, and how many are called metastases. */
interface OfPatient {
  readonly patient: number;
  metastases: number;
  called: number;
  benign: number;
  falsePositives: number;
}

/**
 * @param free the patients who have no listed lesion that is a metastasis or may be one.
 */
export function performanceOf(
  { patients, lesions }: ListedLesions,
  name: CountedName,
  standard: StandardOrAll,
  free: ReadonlySet<number>,
): Performance {
  const { sequences, modality } = sequencesOf(name);
  const set = sequenceSet(sequences);
  const tallies: (OfPatient | undefined)[] = Array.from({ length: patients });
  let [listed, unverified] = [0, 0];
  for (const lesion of lesions) {
    const called = isCalledOn(lesion, set, modality);
    if (called === null) continue;
    listed += 1;
    if (!isVerified(lesion)) unverified += 1;
    if (!isVerifiedBy(lesion, standard)) continue;
    const { patient } = lesion;
    const tally = tallies[patient] ?? { patient, metastases: 0, called: 0, benign: 0, falsePositives: 0 };
    tallies[patient] = tally;
    const metastasis = lesion.nature === 'metastasis';
    tally[metastasis ? 'metastases' : 'benign'] += 1;
    if (called) tally[metastasis ? 'called' : 'falsePositives'] += 1;
  }
  const verified = tallies.flatMap((tally) => tally ?? []);
  const total = (read: (tally: OfPatient) => number) => sum(verified.map(read));
  const positives = ({ called, falsePositives }: OfPatient) => called + falsePositives;
  const share = (part: (tally: OfPatient) => number, whole: (tally: OfPatient) => number) => {
    const some = verified.filter((tally) => whole(tally) > 0);
    return clusteredShare(some.map(part), some.map(whole));
  };
  const ill = verified.filter(({ metastases }) => metastases > 0);
  const well = verified.filter(({ patient }) => free.has(patient));
  return {
    patients: patientsOf(verified),
    listed,
    unverified,
    metastases: total(({ metastases }) => metastases),
    called: total(({ called }) => called),
    sensitivity: share(
      ({ called }) => called,
      ({ metastases }) => metastases,
    ),
    benign: total(({ benign }) => benign),
    falsePositives: total(({ falsePositives }) => falsePositives),
    falsePositivesPerPatient: meanPerPatient(verified.map(({ falsePositives }) => falsePositives)),
    predictiveValue: share(({ called }) => called, positives),
    patientSensitivity: shareOfPatients(ill, (tally) => positives(tally) > 0),
    patientSpecificity: shareOfPatients(well, (tally) => positives(tally) === 0),
  };
}

/** The patients all of whose listed lesions are known to be benign, and who have one. */
export function patientsWithoutMetastasis({ lesions }: ListedLesions): ReadonlySet<number> {
  const isBenign = (lesion: ListedLesion) => isVerified(lesion) && lesion.nature === 'benign';
  const free = new Set(lesions.map(({ patient }) => patient));
  for (const lesion of lesions) if (!isBenign(lesion)) free.delete(lesion.patient);
  return free;
}

/** With limits by t on m − 1, none below 0; from six patients. */
function meanPerPatient(values: readonly number[]): Estimated {
  const { mean, interval } = clusterRobustMean({
    values: Float64Array.from(values),
    patients: Uint32Array.from(values, (_, patient) => patient),
    patientCount: values.length,
  });
  if (values.length > 0 && values.length < fewestPatients)
    return { estimate: mean, interval: missing('too_few_patients') };
  return {
    estimate: mean,
    interval: mapped(interval, (limits) => ({ ...limits, lower: Math.max(0, limits.lower) })),
  };
}

/** With the exact interval: patients are independent. */
function shareOfPatients(some: readonly OfPatient[], isSo: (tally: OfPatient) => boolean): PatientShare {
  const [patients, of] = [some.filter(isSo).length, patientsOf(some)];
  if (of.size === 0) return { patients, of, ...allMissing('no_observation', ['estimate', 'interval']) };
  return { patients, of, estimate: patients / of.size, interval: clopperPearsonInterval(patients, of.size) };
}

const patientsOf = (some: readonly OfPatient[]): ReadonlySet<number> =>
  new Set(some.map(({ patient }) => patient));
