import {
  comparedFollowUps,
  TARGET_CHOICES,
  type TargetChoice,
} from '#shared/analyses/recist/compared-courses.ts';
import { assessmentBy } from '#shared/analyses/recist/courses.ts';
import { RECIST_METHODS, type RecistMethod } from '#shared/analyses/recist/methods.ts';
import { RESPONSES } from '#shared/analyses/recist/response.ts';
import type { RecistSettings } from '#shared/analyses/recist/targets.ts';
import { type TimePoint, timePoints } from '#shared/analyses/recist/time-points.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { Rating } from '#shared/statistics/clustered-kappa.ts';
import type { KappaWeights } from '#shared/statistics/cohen-kappa.ts';
import { type CategoryAgreement, categoryAgreement } from './agreement-within.ts';
import { type CourseReadTwice, coursesReadTwice, followedByBoth } from './courses-read-twice.ts';
import { type AboutReaders, aboutGroup } from './group-columns.ts';
import { type Said, withCodes } from './numbered-patients.ts';
import { readerGroups } from './reader-groups.ts';
import type { ReaderPair } from './reader-pairs.ts';
import { type Withheld, withheldGroups } from './withheld-groups.ts';

/** What readers say of the response on one method, each with own targets or both with the same. */
export interface ResponseRow extends AboutReaders {
  readonly method: RecistMethod['name'];
  readonly targets: TargetChoice;
  readonly timePoint: TimePoint['name'];
  /** Of the follow-ups that both can evaluate; categories are positions in `RESPONSES`. */
  readonly ratings: readonly Rating[];
  readonly patients: number;
  readonly notEvaluable: number;
  /** Why no more than the numbers of patients and follow-ups is published; null where all is. */
  readonly withheld: Withheld | null;
  readonly kappas: Readonly<Record<KappaWeights, CategoryAgreement>>;
}

/** All follow-ups and each patient's last: the first, second … of two readers would be a handful each. */
const TIME_POINTS = timePoints(0);

type ResponseSettings = RecistSettings & Pick<StudySettings, 'fewestPatientsShown'>;

/** For all twos of readers who followed patients together: each method, choice of targets and time point. */
export function responseRows(
  pairs: readonly ReaderPair[],
  settings: ResponseSettings,
): readonly ResponseRow[] {
  const followed = followedByBoth(pairs);
  const coursesOf = new Map(followed.map((pair) => [pair, coursesReadTwice(pair, settings)]));
  const groups = readerGroups(followed, settings);
  const rows = RECIST_METHODS.flatMap((method) =>
    TARGET_CHOICES.flatMap((targets) =>
      TIME_POINTS.map((timePoint) => {
        const said = new Map(
          [...coursesOf].map(([pair, courses]) => [
            pair,
            saidOf(courses, method, targets, timePoint, settings),
          ]),
        );
        const saidIn = (own: readonly ReaderPair[]) => own.map((pair) => said.get(pair) ?? NOTHING_SAID);
        const withheld = withheldGroups(groups, (own) => patientsOf(saidIn(own)), settings);
        return groups.map(
          (group): ResponseRow => ({
            ...aboutGroup(group),
            method: method.name,
            targets,
            timePoint: timePoint.name,
            ...agreementOn(saidIn(group.pairs)),
            withheld: withheld.get(group) ?? null,
          }),
        );
      }),
    ),
  );
  return groups.flatMap((_, position) => rows.flatMap((ofGroups) => ofGroups[position] ?? []));
}

/** What two readers say of the follow-ups that both can evaluate, as positions in `RESPONSES`. */
interface FollowUpsSaid {
  readonly evaluated: readonly Said<number>[];
  readonly notEvaluable: number;
}

const NOTHING_SAID: FollowUpsSaid = { evaluated: [], notEvaluable: 0 };

function saidOf(
  courses: readonly CourseReadTwice[],
  method: RecistMethod,
  targets: TargetChoice,
  timePoint: TimePoint,
  settings: ResponseSettings,
): FollowUpsSaid {
  const followUps = courses.flatMap((course) => {
    const [one, other] = [assessmentBy(method.name, course.first), assessmentBy(method.name, course.second)];
    return timePoint
      .of(comparedFollowUps(one, other, targets, settings))
      .map(({ first, second }) => ({ patient: course.patient, first, second }));
  });
  const evaluated = followUps.flatMap(({ patient, first, second }) =>
    first === null || second === null
      ? []
      : [{ patient, first: RESPONSES.indexOf(first), second: RESPONSES.indexOf(second) }],
  );
  return { evaluated, notEvaluable: followUps.length - evaluated.length };
}

/** Each once: a patient whom three readers read is one patient of three twos. */
const patientsOf = (twos: readonly FollowUpsSaid[]): number =>
  new Set(twos.flatMap(({ evaluated }) => evaluated.map(({ patient }) => patient))).size;

function agreementOn(
  twos: readonly FollowUpsSaid[],
): Pick<ResponseRow, 'ratings' | 'patients' | 'notEvaluable' | 'kappas'> {
  const ratings = withCodes(twos.map(({ evaluated }) => evaluated));
  const kappa = (weights: KappaWeights) => categoryAgreement(ratings, RESPONSES.length, weights);
  return {
    ratings: ratings.flat(),
    patients: patientsOf(twos),
    notEvaluable: twos.reduce((sum, { notEvaluable }) => sum + notEvaluable, 0),
    kappas: { unweighted: kappa('unweighted'), linear: kappa('linear'), quadratic: kappa('quadratic') },
  };
}
