import {
  comparedFollowUps,
  TARGET_CHOICES,
  type TargetChoice,
} from '#shared/analyses/recist/compared-courses.ts';
import { RECIST_METHODS, type RecistMethod } from '#shared/analyses/recist/methods.ts';
import { RESPONSES } from '#shared/analyses/recist/response.ts';
import type { RecistSettings } from '#shared/analyses/recist/targets.ts';
import { type TimePoint, timePoints } from '#shared/analyses/recist/time-points.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { Rating } from '#shared/statistics/clustered-kappa.ts';
import type { KappaWeights } from '#shared/statistics/cohen-kappa.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { type CategoryAgreement, categoryAgreement } from './agreement-within.ts';
import { type CourseReadTwice, coursesReadTwice, followedByBoth } from './courses-read-twice.ts';
import { type AboutReaders, aboutGroup } from './group-columns.ts';
import { readerGroups } from './reader-groups.ts';
import type { ReaderPair } from './reader-pairs.ts';

/** What readers say of the response on one method, each with own targets or both with the same. */
export interface ResponseRow extends AboutReaders {
  readonly method: RecistMethod['name'];
  readonly targets: TargetChoice;
  readonly timePoint: TimePoint['name'];
  /** Of the follow-ups that both can evaluate; categories are positions in `RESPONSES`. */
  readonly ratings: readonly Rating[];
  readonly patients: number;
  readonly notEvaluable: number;
  /** Whether there are patients enough to publish more than how many they are. */
  readonly isShown: boolean;
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
  return readerGroups(followed, settings).flatMap((group) => {
    const twos = group.pairs.map((pair) => coursesOf.get(pair) ?? []);
    return RECIST_METHODS.flatMap((method) =>
      TARGET_CHOICES.flatMap((targets) =>
        TIME_POINTS.map(
          (timePoint): ResponseRow => ({
            ...aboutGroup(group),
            method: method.name,
            targets,
            timePoint: timePoint.name,
            ...agreementOn(twos, method, targets, timePoint, settings),
          }),
        ),
      ),
    );
  });
}

function agreementOn(
  twos: readonly (readonly CourseReadTwice[])[],
  method: RecistMethod,
  targets: TargetChoice,
  timePoint: TimePoint,
  settings: ResponseSettings,
): Pick<ResponseRow, 'ratings' | 'patients' | 'notEvaluable' | 'isShown' | 'kappas'> {
  // A patient whom three readers read is one patient of three twos.
  const codes = new Map<IncludedPatient, number>();
  const codeOf = (patient: IncludedPatient) => {
    const code = codes.get(patient) ?? codes.size;
    codes.set(patient, code);
    return code;
  };
  let notEvaluable = 0;
  const ratings = twos.map((courses) =>
    courses.flatMap((course) => {
      const [own = []] = comparedFollowUps(
        { first: method, second: method, courses: [course] },
        targets,
        settings,
      );
      return timePoint.of(own).flatMap(({ first, second }): readonly Rating[] => {
        if (first !== null && second !== null) {
          return [
            {
              patient: codeOf(course.patient),
              first: RESPONSES.indexOf(first),
              second: RESPONSES.indexOf(second),
            },
          ];
        }
        notEvaluable += 1;
        return [];
      });
    }),
  );
  const kappa = (weights: KappaWeights) => categoryAgreement(ratings, RESPONSES.length, weights);
  return {
    ratings: ratings.flat(),
    patients: codes.size,
    notEvaluable,
    isShown: codes.size >= settings.fewestPatientsShown,
    kappas: { unweighted: kappa('unweighted'), linear: kappa('linear'), quadratic: kappa('quadratic') },
  };
}
