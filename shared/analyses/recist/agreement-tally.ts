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
        ...agreementOf(this.#byPatient(followUps).map(timePoint.of)),
      })),
    );
  }

  #byPatient(followUps: readonly ComparedFollowUp[]): readonly (readonly ComparedFollowUp[])[] {
    let start = 0;
    return this.#ofPatients.map((length) => {
      start += length;
      return followUps.slice(start - length, start);
    });
  }
}

/** Of the follow-ups of each patient. */
function agreementOf(
  followUps: readonly (readonly ComparedFollowUp[])[],
): Pick<AgreementRow, 'rated' | 'notEvaluable' | 'table' | 'kappas'> {
  const ratings = followUps.flatMap((own, patient) =>
    own.flatMap(({ first, second }) =>
      first === null || second === null
        ? []
        : [{ patient, first: RESPONSES.indexOf(first), second: RESPONSES.indexOf(second) }],
    ),
  );
  const kappa = (weights: KappaWeights) => clusteredKappa(ratings, RESPONSES.length, weights);
  return {
    rated: ratings.length,
    notEvaluable: followUps.flat().length - ratings.length,
    table: ratingTable(ratings, RESPONSES.length),
    kappas: { unweighted: kappa('unweighted'), linear: kappa('linear'), quadratic: kappa('quadratic') },
  };
}
