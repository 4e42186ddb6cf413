import { type AssessedCourse, assessedCourses, assessmentBy } from '#shared/analyses/recist/courses.ts';
import type { RecistMethodName } from '#shared/analyses/recist/methods.ts';
import type { RecistSettings } from '#shared/analyses/recist/targets.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { studyOf } from '#test/analyses/study-columns.ts';
import type { PatientStory } from '#test/study/centre-rows.ts';
import { SETTINGS } from '#test/study/settings.ts';

/** The courses that a patient's pairs and lesions make. */
export const writtenCourses = (
  patient: PatientStory,
  settings: RecistSettings = SETTINGS,
): readonly AssessedCourse[] => [
  ...assessedCourses(includedPatients(studyOf([patient]), SETTINGS), settings),
];

/** What a method answers, visit by visit: `SD slow → PD (growth, burden)`, with what else is said behind a comma. */
export function answersBy(courses: readonly AssessedCourse[], method: RecistMethodName): string {
  const [course] = courses;
  const followUps = course && assessmentBy(method, course)?.followUps;
  if (followUps == null) return courses.length === 0 ? 'no follow-up' : 'no target';
  return followUps
    .map(({ response, stability, progressions, tooSmall, newLesionUnclear, moreLesionsCounted }) =>
      [
        [
          response?.toUpperCase() ?? 'NE',
          ...(stability === null ? [] : [stability.replace('_', ' ')]),
          ...(response === 'pd' ? [`(${[...progressions].join(', ').replaceAll('_', ' ')})`] : []),
        ].join(' '),
        ...(tooSmall ? ['5 mm'] : []),
        ...(newLesionUnclear ? ['new unclear'] : []),
        ...(moreLesionsCounted ? ['more counted'] : []),
      ].join(', '),
    )
    .join(' → ');
}
