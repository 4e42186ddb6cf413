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

/** What each modality says of a patient: null where it says nothing, `withheld` of a modality that says it of too few. */
export type PatientChanges = Readonly<Record<Modality, Changes | 'withheld' | null>>;

/**
 * The patients of whom a modality, with its own targets, has a complete sum at a follow-up. A modality that has fewer
 * such patients than may be shown is not shown.
 */
export function changedOf(courses: readonly AssessedCourse[], fewest: number): readonly PatientChanges[] {
  const on = (modality: Modality) => {
    const changes = courses.map((course) => changesOf(course, modality));
    return changes.filter((change) => change !== null).length < fewest
      ? changes.map(() => 'withheld' as const)
      : changes;
  };
  const [mri, ct] = [on('mri'), on('ct')];
  return courses
    .map((_, position): PatientChanges => ({ mri: mri[position] ?? null, ct: ct[position] ?? null }))
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

function changesOf(course: AssessedCourse, modality: Modality): Changes | null {
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
