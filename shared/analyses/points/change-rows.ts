import type { AssessedCourse } from '#shared/analyses/recist/courses.ts';
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

const KINDS = ['best_change', 'last_change'] as const;
/** The smallest sum and the best response at any follow-up; sum and response at the last one. */
type Changes = Readonly<Record<(typeof KINDS)[number], Change>>;

type PatientChanges = Readonly<Record<Modality, Changes | null>>;

/**
 * Each patient of whom a modality, with its own targets, has a complete sum at a follow-up. A modality that has fewer
 * such patients than may be shown is not shown.
 */
export function changeRows(courses: readonly AssessedCourse[], fewest: number): readonly PointRow[] {
  const all = courses.map(
    (course): PatientChanges => ({ mri: changesOf(course, 'mri'), ct: changesOf(course, 'ct') }),
  );
  const shown = MODALITIES.filter(
    (modality) => all.filter((patient) => patient[modality] !== null).length >= fewest,
  );
  const on = (patient: PatientChanges, modality: Modality) =>
    shown.includes(modality) ? patient[modality] : null;
  return numberedAnew(
    all.filter((patient) => shown.some((modality) => patient[modality] !== null)).map((patient) => [patient]),
    (patient) => MODALITIES.flatMap((modality) => valuesOf(on(patient, modality))),
  ).flatMap(({ patient, point }) =>
    KINDS.map(
      (kind): PointRow => ({
        kind,
        unit: 'percent',
        point: patient,
        patient,
        region: null,
        value: (name) => changeOn(name, (modality) => on(point, modality)?.[kind] ?? null, shown),
        response: (modality) => on(point, modality)?.[kind].response ?? null,
      }),
    ),
  );
}

function changesOf({ by }: AssessedCourse, modality: Modality): Changes | null {
  const followUps = by.get(modality)?.followUps ?? [];
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

const valuesOf = (changes: Changes | null): readonly (number | null)[] =>
  KINDS.flatMap((kind) => {
    const change = changes?.[kind] ?? null;
    const response = change?.response ?? null;
    return [change?.percent ?? null, response === null ? null : RESPONSES.indexOf(response)];
  });

/** A modality's change stands in the column of its total. */
function changeOn(
  name: CountedName,
  changeBy: (modality: Modality) => Change | null,
  shown: readonly Modality[],
): Published {
  const modality = MODALITIES.find((candidate) => name === `${candidate}_total`);
  if (modality === undefined) return DOES_NOT_APPLY;
  if (!shown.includes(modality)) return missing('too_few_patients');
  return changeBy(modality)?.percent ?? missing('no_observation');
}
