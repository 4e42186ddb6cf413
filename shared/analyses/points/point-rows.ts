import type { CountColumns } from '#shared/analyses/counts/count-columns.ts';
import type { MeasureColumns } from '#shared/analyses/measures/measure-columns.ts';
import type { Response } from '#shared/analyses/recist/response.ts';
import {
  COUNTED,
  type CountedName,
  type Modality,
  SEQUENCE_NAMES,
  type SequenceName,
} from '#shared/protocol/sequences.ts';
import { REGIONS, type Region, SIDES } from '#shared/protocol/sides.ts';
import { MILLIMETRES } from '#shared/publication/column-groups.ts';
import { DOES_NOT_APPLY, type Published } from '#shared/publication/figure-columns.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import type { Unit } from '#shared/publication/units.ts';
import { missing } from '#shared/statistics/figure.ts';
import { numberedAnew } from './numbered-anew.ts';

/** What is published one by one. */
export type PointKind = 'count' | 'diameter' | 'best_change' | 'last_change';

/** One row: a pair in a region of the liver, a lesion, or a patient's change by RECIST. */
export interface PointRow {
  readonly kind: PointKind;
  readonly unit: Unit;
  /** The number of the pair, lesion or patient among those of its kind; drawn anew. */
  readonly point: Published;
  readonly patient: Published;
  readonly region: Region | null;
  /** On a sequence, or in a modality as a whole. */
  readonly value: (name: CountedName) => Published;
  readonly response: (modality: Modality) => Response | null;
}

const withoutResponse = (): null => null;

/** The row that stands for all points of a kind which are not published. */
export const withheld = (kind: PointKind, unit: Unit, reason: ReasonCode): PointRow => ({
  kind,
  unit,
  point: missing(reason),
  patient: missing(reason),
  region: null,
  value: () => missing(reason),
  response: withoutResponse,
});

/** The rows of each patient, as positions in the columns. */
const positionsByPatient = (patients: Uint32Array): readonly (readonly number[])[] => [
  ...Map.groupBy(patients.keys(), (position) => patients[position]).values(),
];

/** Each counted pair: what is seen of it in the whole liver, and on each side. */
export const countRows = ({ patientOfPair, perPair }: CountColumns): readonly PointRow[] =>
  numberedAnew(positionsByPatient(patientOfPair), (pair) =>
    SIDES.flatMap((side) => COUNTED.map(({ name }) => perPair(name, side)[pair] ?? null)),
  ).flatMap(({ patient, point: pair }, position) =>
    REGIONS.map(
      (region): PointRow => ({
        kind: 'count',
        unit: 'metastases',
        point: position + 1,
        patient,
        region,
        value: (name) => perPair(name, region)[pair] ?? missing('no_observation'),
        response: withoutResponse,
      }),
    ),
  );

/** Each measured lesion: its diameter on every sequence that measures it. */
export function diameterRows({ patientOfLesion, diameters }: MeasureColumns): readonly PointRow[] {
  const tenthsOf = (lesion: number, sequence: SequenceName): number | null => {
    const tenths = diameters(sequence)[lesion] ?? Number.NaN;
    return Number.isNaN(tenths) ? null : tenths;
  };
  return numberedAnew(positionsByPatient(patientOfLesion), (lesion) =>
    SEQUENCE_NAMES.map((sequence) => tenthsOf(lesion, sequence)),
  ).map(
    ({ patient, point: lesion }, position): PointRow => ({
      kind: 'diameter',
      unit: 'mm',
      point: position + 1,
      patient,
      region: null,
      value: (name) => {
        if (!isSequence(name)) return DOES_NOT_APPLY;
        const tenths = tenthsOf(lesion, name);
        return tenths === null ? missing('no_observation') : tenths / MILLIMETRES.parts;
      },
      response: withoutResponse,
    }),
  );
}

const isSequence = (name: CountedName): name is SequenceName =>
  SEQUENCE_NAMES.some((sequence) => sequence === name);
