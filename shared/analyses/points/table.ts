import type { CountColumns } from '#shared/analyses/counts/count-columns.ts';
import type { MeasureColumns } from '#shared/analyses/measures/measure-columns.ts';
import { RESPONSE_TITLES } from '#shared/analyses/recist/response.ts';
import { withDetail } from '#shared/language.ts';
import { COUNTED, MODALITIES, MODALITY_TITLES } from '#shared/protocol/sequences.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { DRAWN_ANEW, POINTS_TABLE } from '#shared/publication/drawn-numbers.ts';
import { figure, wholeFigure, withReason } from '#shared/publication/figure-columns.ts';
import { sideColumn } from '#shared/publication/key-columns.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import { type ComputedTable, coded, resultTable } from '#shared/publication/result-table.ts';
import { UNITS } from '#shared/publication/units.ts';
import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { CHANGES, type CourseChanges, changedOf, changeRows } from './change-rows.ts';
import { countRows, diameterRows, type PointKind, type PointRow, withheld } from './point-rows.ts';
import { POINTS } from './points-terms.ts';

const KINDS = vocabulary(
  'point',
  entriesOf<PointKind>({
    count: { fr: 'un couple : métastases vues', en: 'a pair: metastases seen' },
    diameter: { fr: 'une lésion : plus grand diamètre axial', en: 'a lesion: largest axial diameter' },
    best_change: {
      fr: 'un patient : cibles par rapport à l’examen initial, le plus petit total et la meilleure réponse de tous les suivis',
      en: 'a patient: targets against baseline, the smallest sum and the best response at any follow-up',
    },
    last_change: {
      fr: 'un patient : cibles par rapport à l’examen initial, au dernier suivi',
      en: 'a patient: targets against baseline, at the last follow-up',
    },
  }),
);

const RESPONSE_CODES = vocabulary('response', entriesOf(RESPONSE_TITLES));

/** What the points are made from: the columns of both analyses, and what RECIST says of each course. */
export interface PointSources {
  readonly counts: CountColumns;
  readonly measures: MeasureColumns;
  readonly changes: readonly CourseChanges[];
}

/**
 * Single pairs, lesions and patients, for figures that show each of them and for whoever wants to do the tests of
 * counts and diameters again: what each sequence shows, and which rows are of one patient. Numbers are drawn anew, for
 * each kind by itself, so that a patient's counts and diameters are not joined; there is no centre, date, age or sex.
 * Of a kind with too few patients, or where the study keeps its points to itself, one row says why there are none.
 */
export function pointsTable(sources: PointSources, settings: StudySettings): ComputedTable {
  return resultTable<PointRow>(
    POINTS_TABLE,
    {
      fr: 'Points : couples, lésions et patients un à un, sous des numéros tirés au sort',
      en: 'Points: single pairs, lesions and patients, under numbers drawn at random',
    },
    [
      coded('kind', { fr: 'ce qu’est le point', en: 'what the point is' }, KINDS, ({ kind }) => kind),
      coded('unit', { fr: 'unité', en: 'unit' }, UNITS, ({ unit }) => unit),
      sideColumn,
      ...withReason<PointRow>(null, null, [
        wholeFigure(
          DRAWN_ANEW.point,
          { fr: 'numéro du point, tiré au sort', en: 'number of the point, drawn at random' },
          ({ point }) => point,
        ),
        wholeFigure(
          DRAWN_ANEW.patient,
          {
            fr: 'numéro du patient parmi les points de cette sorte, tiré au sort',
            en: 'number of the patient among points of this kind, drawn at random',
          },
          ({ patient }) => patient,
        ),
        ...COUNTED.map(({ name, title }) => figure<PointRow>(name, title, ({ value }) => value(name))),
      ]),
      ...MODALITIES.map((modality) =>
        coded<PointRow, keyof typeof RESPONSE_TITLES>(
          `${modality}_response`,
          withDetail(MODALITY_TITLES[modality], {
            fr: 'réponse (RECIST 1.1)',
            en: 'response (RECIST 1.1)',
          }),
          RESPONSE_CODES,
          ({ response }) => response(modality),
        ),
      ),
    ],
    pointRows(sources, settings),
  );
}

function pointRows(
  { counts, measures, changes }: PointSources,
  { pointsPublished, fewestPatientsShown }: StudySettings,
): readonly PointRow[] {
  const fewest = Math.max(POINTS.fewestPatients, fewestPatientsShown);
  const whyNot = (patients: number): ReasonCode | null => {
    if (!pointsPublished) return 'points_not_published';
    if (patients < fewest) return 'too_few_patients';
    return patients > POINTS.mostPatients ? 'too_many_points' : null;
  };
  const whyNoCount = whyNot(counts.patients);
  const whyNoDiameter = whyNot(new Set(measures.patientOfLesion).size);
  const changed = changedOf(changes, fewest);
  const whyNoChange = whyNot(changed.length);
  return [
    ...(whyNoCount === null ? countRows(counts) : [withheld('count', 'metastases', whyNoCount)]),
    ...(whyNoDiameter === null ? diameterRows(measures) : [withheld('diameter', 'mm', whyNoDiameter)]),
    ...(whyNoChange === null
      ? changeRows(changed)
      : CHANGES.map((kind) => withheld(kind, 'percent', whyNoChange))),
  ];
}
