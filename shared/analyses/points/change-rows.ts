import { type AssessedCourse, assessmentBy } from '#shared/analyses/recist/courses.ts';
import { RESPONSES, type Response } from '#shared/analyses/recist/response.ts';
import { type CountedName, MODALITIES, type Modality } from '#shared/protocol/sequences.ts';
import { DOES_NOT_APPLY, type Published } from '#shared/publication/figure-columns.ts';
import { missing } from '#shared/statistics/figure.ts';
import { numberedAnew } from './numbered-anew.ts';
import type { PointRow } from './point-rows.ts';

/** A change of the targets' sum from baseline in per cent, where all targets are evaluable, and a response. */
interface Change {
  readonly percent: number | null;
  readonly response: Response | null;
}

export const CHANGES = ['best_change', 'last_change'] as const;
/** The smallest sum and the best response at any follow-up; sum and response at the last one. */
type Changes = Readonly<Record<(typeof CHANGES)[number], Change>>;

/** What each modality says of a patient, with its own targets: null where it has no complete sum at a follow-up. */
export type CourseChanges = Readonly<Record<Modality, Changes | null>>;

/** The same as it is published: `withheld` of a modality that says it of too few. */
export type PatientChanges = Readonly<Record<Modality, Changes | 'withheld' | null>>;

/** The patients of whom a modality says something. One that has fewer such patients than may be shown is not shown. */
export function changedOf(changes: readonly CourseChanges[], fewest: number): readonly PatientChanges[] {
  const tooFew = new Set(
    MODALITIES.filter((modality) => changes.filter((course) => course[modality] !== null).length < fewest),
  );
  const shown = (course: CourseChanges, modality: Modality) =>
    tooFew.has(modality) ? 'withheld' : course[modality];
  return changes
    .map((course): PatientChanges => ({ mri: shown(course, 'mri'), ct: shown(course, 'ct') }))
    .filter((patient) => MODALITIES.some((modality) => isShown(patient[modality])));
}

const isShown = (changes: PatientChanges[Modality]): changes is Changes =>
  changes !== null && changes !== 'withheld';

/** Two rows for each patient: his best change, and his last. */
export const changeRows = (patients: readonly PatientChanges[]): readonly PointRow[] =>
  numberedAnew(
    patients.map((patient) => [patient]),
    (patient) => MODALITIES.flatMap((modality) => valuesOf(patient[modality])),
  ).flatMap(({ patient, point }) =>
    CHANGES.map(
      (kind): PointRow => ({
        kind,
        unit: 'percent',
        point: patient,
        patient,
        region: null,
        value: (name) => changeOn(name, kind, point),
        response: (modality) => {
          const changes = point[modality];
          return isShown(changes) ? changes[kind].response : null;
        },
      }),
    ),
  );

export const changesOf = (course: AssessedCourse): CourseChanges => ({
  mri: changesOn('mri', course),
  ct: changesOn('ct', course),
});

function changesOn(modality: Modality, course: AssessedCourse): Changes | null {
  const followUps = assessmentBy(modality, course)?.followUps ?? [];
  const changes = followUps.map(
    ({ sum, baselineSum, response }): Change => ({
      percent: sum === null ? null : (100 * (sum - baselineSum)) / baselineSum,
      response,
    }),
  );
  const percents = changes.flatMap(({ percent }) => percent ?? []);
  const last = changes.at(-1);
  if (percents.length === 0 || last === undefined) return null;
  const best = RESPONSES.find((response) => changes.some((change) => change.response === response));
  return {
    best_change: { percent: Math.min(...percents), response: best ?? null },
    last_change: last,
  };
}

const valuesOf = (changes: PatientChanges[Modality]): readonly (number | null)[] =>
  CHANGES.flatMap((kind) => {
    if (!isShown(changes)) return [null, null];
    const { percent, response } = changes[kind];
    return [percent, response === null ? null : RESPONSES.indexOf(response)];
  });

/** A modality's change stands in the column of its total. */
function changeOn(name: CountedName, kind: (typeof CHANGES)[number], patient: PatientChanges): Published {
  const modality = MODALITIES.find((candidate) => name === `${candidate}_total`);
  if (modality === undefined) return DOES_NOT_APPLY;
  const changes = patient[modality];
  if (changes === 'withheld') return missing('too_few_patients');
  return changes?.[kind].percent ?? missing('no_observation');
}
