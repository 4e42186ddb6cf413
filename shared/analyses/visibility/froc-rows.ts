import { shownBesideTheWhole } from '#shared/analyses/shown-beside-the-whole.ts';
import type { Modality } from '#shared/protocol/sequences.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import { afrocFigureOfMerit, type RatedPatient } from '#shared/statistics/afroc-figure-of-merit.ts';
import { errorCovariances, type ReadOnBoth } from '#shared/statistics/error-covariances.ts';
import { type Figure, isMissing, type Missing, missing } from '#shared/statistics/figure.ts';
import { fixedReaders, type ModalitiesRead, randomReaders } from '#shared/statistics/obuchowski-rockette.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { FIRST_READER } from '#shared/tables/pairs.ts';
import {
  type CaseOfPatient,
  casesOfFirstReader,
  listedPairs,
  type ReadersTogether,
  readersTogether,
} from './read-together.ts';

type Settings = Pick<StudySettings, 'fewestPatientsShown'>;

/** For whom a row’s figures hold: one reader; some readers, as they are; readers like them. */
export type ReadersOfRow = 'one' | 'fixed' | 'random';

export interface FrocRow {
  readonly group: 'all' | 'centre';
  readonly centre: string | null;
  readonly readers: ReadersOfRow;
  /** Null for several. */
  readonly reader: number | null;
  readonly readerCount: number;
  readonly patients: number;
  readonly cases: Figure<number, ReasonCode>;
  readonly metastases: Figure<number, ReasonCode>;
  readonly benign: Figure<number, ReasonCode>;
  readonly notRated: Figure<number, ReasonCode>;
  readonly read: Figure<ModalitiesRead, ReasonCode>;
}

/**
 * The first readers of all centres; then, for each centre whose readers rate the same cases of enough patients, each of them
 * on these cases, and all of them together. A centre is not shown where the first readers’ other cases would be of fewer
 * patients than the study shows; nor, where it is not shown, named.
 */
export function frocRows(included: readonly IncludedPatient[], settings: Settings): readonly FrocRow[] {
  const pairs = listedPairs(included);
  const first = casesOfFirstReader(pairs);
  const whole = withLesions(first);
  const together = readersTogether(pairs).map((centre) => ({ ...centre, rated: withLesions(centre.cases) }));
  const shown = shownBesideTheWhole(
    {
      large: together.filter(({ rated }) => patientsOf(rated) >= settings.fewestPatientsShown),
      patientsOf: ({ rated }) => patientsOf(rated),
      patientsOutside: (some) => {
        const inside = new Set(some.flatMap(({ rated }) => rated.map(({ pair }) => pair)));
        return patientsOf(whole.filter(({ pair }) => !inside.has(pair)));
      },
    },
    settings.fewestPatientsShown,
  );
  return [
    rowOf({ group: 'all', centre: null, readers: 'one', reader: FIRST_READER }, first, [0], settings),
    ...shown.flatMap((centre) => rowsOfCentre(centre, settings)),
  ];
}

function rowsOfCentre({ centre, readers, cases }: ReadersTogether, settings: Settings): readonly FrocRow[] {
  const all = [...readers.keys()];
  const about = { group: 'centre', centre } as const;
  return [
    ...readers.map((reader, position) =>
      rowOf({ ...about, readers: 'one', reader }, cases, [position], settings),
    ),
    rowOf({ ...about, readers: 'fixed', reader: null }, cases, all, settings),
    rowOf({ ...about, readers: 'random', reader: null }, cases, all, settings),
  ];
}

type About = Pick<FrocRow, 'group' | 'centre' | 'readers' | 'reader'>;

/** @param positions of the row’s readers among those of the cases. */
function rowOf(
  about: About,
  cases: readonly CaseOfPatient[],
  positions: readonly number[],
  { fewestPatientsShown }: Settings,
): FrocRow {
  const rated = withLesions(cases);
  const patients = patientsOf(rated);
  const withheld = patients > 0 && patients < fewestPatientsShown ? missing('too_few_patients') : null;
  const total = (some: readonly CaseOfPatient[], read: (one: CaseOfPatient) => number) =>
    withheld ?? some.reduce((sum, one) => sum + read(one), 0);
  return {
    ...about,
    readerCount: positions.length,
    patients,
    cases: withheld ?? rated.length,
    metastases: total(rated, ({ metastases }) => metastases),
    benign: total(rated, ({ benign }) => benign),
    notRated: total(cases, ({ notRated }) => notRated),
    read: withheld ?? readBy(rated, positions, about.readers),
  };
}

function readBy(
  rated: readonly CaseOfPatient[],
  positions: readonly number[],
  readers: ReadersOfRow,
): Figure<ModalitiesRead, ReasonCode> {
  const ofPatients = [...Map.groupBy(rated, ({ patient }) => patient).values()];
  const figures = positions.map((position) => readOnBoth(ofPatients, position));
  const known = figures.flatMap((figure) => (isMissing(figure) ? [] : [figure]));
  const without = figures.find((figure): figure is Missing => isMissing(figure));
  if (without !== undefined) return without;
  const law = readers === 'random' ? randomReaders : fixedReaders;
  return law(
    {
      first: known.map(({ first }) => first.estimate),
      second: known.map(({ second }) => second.estimate),
      patients: ofPatients.length,
    },
    errorCovariances(known),
  );
}

/** Missing without a metastasis, or where one patient has them all: there is no error of it then. */
function readOnBoth(ofPatients: readonly (readonly CaseOfPatient[])[], reader: number): Figure<ReadOnBoth> {
  const on = (modality: Modality) =>
    afrocFigureOfMerit(
      ofPatients.map((cases): RatedPatient => {
        const marks = cases.flatMap(({ readers }) => readers[reader]?.[modality] ?? []);
        return {
          falsePositives: marks.map(({ falsePositive }) => falsePositive),
          lesions: marks.flatMap(({ lesions }) => lesions),
        };
      }),
    );
  const [mri, ct] = [on('mri'), on('ct')];
  if (isMissing(mri.estimate)) return mri.estimate;
  if (isMissing(ct.estimate)) return ct.estimate;
  if (isMissing(mri.leftOut)) return mri.leftOut;
  if (isMissing(ct.leftOut)) return ct.leftOut;
  return {
    first: { estimate: mri.estimate, leftOut: mri.leftOut },
    second: { estimate: ct.estimate, leftOut: ct.leftOut },
  };
}

/** The cases with a lesion that is rated. */
const withLesions = (cases: readonly CaseOfPatient[]): readonly CaseOfPatient[] =>
  cases.filter(({ metastases, benign }) => metastases + benign > 0);

const patientsOf = (cases: readonly CaseOfPatient[]): number =>
  new Set(cases.map(({ patient }) => patient)).size;
