import { type ClusteredKappa, clusteredKappa, ratingTable } from '#shared/statistics/clustered-kappa.ts';
import type { KappaWeights } from '#shared/statistics/cohen-kappa.ts';
import {
  type ComparedFollowUp,
  comparedFollowUps,
  MODALITY_COMPARISONS,
  TARGET_CHOICES,
  type TargetChoice,
} from './compared-courses.ts';
import { type AssessedCourse, assessmentBy } from './courses.ts';
import type { RecistMethodName } from './methods.ts';
import { RESPONSES } from './response.ts';
import type { RecistSettings } from './targets.ts';
import { type TimePoint, timePoints } from './time-points.ts';

/** How MRI and CT agree by two methods, at a time point. */
export interface AgreementRow {
  readonly first: RecistMethodName;
  readonly second: RecistMethodName;
  readonly targets: TargetChoice;
  readonly timePoint: TimePoint['name'];
  readonly rated: number;
  readonly notEvaluable: number;
  readonly table: readonly (readonly number[])[];
  readonly kappas: Readonly<Record<KappaWeights, ClusteredKappa>>;
}

/** What MRI and CT say of every follow-up that is one on both, noted course by course: no course is kept. */
export class AgreementTally {
  readonly #settings: RecistSettings;
  /** How many such follow-ups each patient has who has any. */
  readonly #ofPatients: number[] = [];
  /** Of each two methods with each choice of targets: what both say of those follow-ups, one after the other. */
  readonly #comparisons = MODALITY_COMPARISONS.flatMap(([first, second]) =>
    TARGET_CHOICES.map((targets) => ({ first, second, targets, followUps: [] as ComparedFollowUp[] })),
  );

  constructor(settings: RecistSettings) {
    this.#settings = settings;
  }

  take(course: AssessedCourse): void {
    let length = 0;
    for (const { first, second, targets, followUps } of this.#comparisons) {
      const [one, other] = [assessmentBy(first, course), assessmentBy(second, course)];
      const compared = comparedFollowUps(one, other, targets, this.#settings);
      // The same scans by each two methods, so the same number.
      length = compared.length;
      followUps.push(...compared);
    }
    if (length > 0) this.#ofPatients.push(length);
  }

  /** For each two methods and each choice of targets, the time points as far as a course goes. */
  rows(): readonly AgreementRow[] {
    const longest = this.#ofPatients.reduce((most, length) => Math.max(most, length), 0);
    return this.#comparisons.flatMap(({ followUps, ...compared }) =>
      timePoints(longest).map((timePoint) => ({
        ...compared,
        timePoint: timePoint.name,
        ...agreementOf(followUps.length, this.#atTimePoint(followUps, timePoint)),
      })),
    );
  }

  /** Those of some follow-ups that are of a time point, each with its patient. */
  *#atTimePoint(followUps: readonly ComparedFollowUp[], timePoint: TimePoint): Generator<OfPatient> {
    let start = 0;
    for (const [patient, length] of this.#ofPatients.entries()) {
      for (const followUp of timePoint.of(followUps.slice(start, start + length)))
        yield { patient, followUp };
      start += length;
    }
  }
}

interface OfPatient {
  readonly patient: number;
  readonly followUp: ComparedFollowUp;
}

/** @param most how many follow-ups there are at most */
function agreementOf(
  most: number,
  followUps: Iterable<OfPatient>,
): Pick<AgreementRow, 'rated' | 'notEvaluable' | 'table' | 'kappas'> {
  const columns = {
    first: new Uint8Array(most),
    second: new Uint8Array(most),
    patients: new Uint32Array(most),
  };
  let rated = 0;
  let notEvaluable = 0;
  for (const {
    patient,
    followUp: { first, second },
  } of followUps) {
    if (first === null || second === null) {
      notEvaluable += 1;
      continue;
    }
    columns.first[rated] = RESPONSES.indexOf(first);
    columns.second[rated] = RESPONSES.indexOf(second);
    columns.patients[rated] = patient;
    rated += 1;
  }
  const ratings = {
    first: columns.first.subarray(0, rated),
    second: columns.second.subarray(0, rated),
    patients: columns.patients.subarray(0, rated),
  };
  const kappa = (weights: KappaWeights) => clusteredKappa(ratings, RESPONSES.length, weights);
  return {
    rated,
    notEvaluable,
    table: ratingTable(ratings, RESPONSES.length),
    kappas: { unweighted: kappa('unweighted'), linear: kappa('linear'), quadratic: kappa('quadratic') },
  };
}
