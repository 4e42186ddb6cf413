import type { CountedPair } from '#shared/analyses/counts/counted-pairs.ts';
import type { MeasuredLesion } from '#shared/analyses/measures/measured-lesions.ts';
import { countedReadings, sizeOf } from '#shared/analyses/visibility/listed-lesions.ts';
import { percentage } from '#shared/publication/column-groups.ts';
import { figure, withReason } from '#shared/publication/figure-columns.ts';
import { type ComputedTable, coded, integer, resultTable } from '#shared/publication/result-table.ts';
import { type CodeOf, columnEntries, entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { LESIONS } from '#shared/tables/lesions.ts';
import { PAIRS } from '#shared/tables/pairs.ts';
import { PATIENTS } from '#shared/tables/patients.ts';
import type { Column } from '#shared/tables/table.ts';
import { TABLES } from '#shared/tables/tables.ts';
import {
  CONFIDENCE_COLUMNS,
  SEEN_COLUMNS,
  SEGMENT_OF_LISTED,
  SIZE_OF_LISTED,
} from '#shared/tables/visibility.ts';

/** The patients, pairs and lesions of an analysis. */
export const ANALYSIS_SETS = vocabulary(
  'analysis_set',
  entriesOf({
    included: {
      fr: 'patients inclus et leurs couples retenus',
      en: 'included patients and their qualifying pairs',
    },
    counted: { fr: 'analyse des nombres', en: 'analysis of counts' },
    measured: { fr: 'analyse des mesures', en: 'analysis of measures' },
  }),
);
export type AnalysisSet = CodeOf<typeof ANALYSIS_SETS>;

/** The columns of listed lesions that may be blank; the others are those of the other uploads. */
const OF_LISTED = [SEGMENT_OF_LISTED, SIZE_OF_LISTED, ...SEEN_COLUMNS, ...CONFIDENCE_COLUMNS] as const;

const UPLOADS = vocabulary(
  'upload',
  (['patients', 'pairs', 'lesions', 'visibility'] as const).map((name) => ({
    code: name,
    title: TABLES[name].title,
  })),
);
const COLUMNS = vocabulary('column', [
  ...columnEntries(PATIENTS),
  ...columnEntries(PAIRS),
  ...columnEntries(LESIONS),
  ...columnEntries({ columns: OF_LISTED }),
]);

interface MissingRow {
  readonly set: AnalysisSet;
  readonly upload: CodeOf<typeof UPLOADS>;
  readonly column: CodeOf<typeof COLUMNS>;
  readonly rows: number;
  readonly notKnown: number;
}

/** The columns whose blank cells say "not known"; a blank reader is reader 1. */
const mayBeUnknown = (columns: readonly Column[]) =>
  columns.filter(({ blank }) => blank !== undefined && blank.means === null);

const unknownsIn = (
  set: AnalysisSet,
  upload: CodeOf<typeof UPLOADS>,
  names: readonly CodeOf<typeof COLUMNS>[],
  rows: readonly object[],
): readonly MissingRow[] => {
  const optional = new Set(mayBeUnknown(TABLES[upload].columns).map(({ name }) => name));
  return names
    .filter((name) => optional.has(name))
    .map((column) => ({
      set,
      upload,
      column,
      rows: rows.length,
      notKnown: rows.filter((row) => Reflect.get(row, column) === null).length,
    }));
};

const NAMES = {
  patients: PATIENTS.columns.map(({ name }) => name),
  // What it says is about the sheet of listed lesions, not about the pair: blank, it lacks nothing.
  pairs: PAIRS.columns.map(({ name }) => name).filter((name) => name !== 'lesions_listed'),
  lesions: LESIONS.columns.map(({ name }) => name),
  visibility: OF_LISTED.map(({ name }) => name),
};

/** Of the lesions that are listed of the counted pairs, where any is: a size is known where it was measured. */
function ofLists(included: readonly IncludedPatient[]): readonly MissingRow[] {
  const listed = countedReadings(included).flatMap(({ reading }) =>
    reading.listed.map((row) => ({
      ...Object.fromEntries(OF_LISTED.map(({ name }) => [name, row[name]])),
      size_class: sizeOf(row, reading.lesions),
    })),
  );
  return listed.length === 0 ? [] : unknownsIn('counted', 'visibility', NAMES.visibility, listed);
}

/** How many cells of each column that may be blank are not known, in each analysis. */
export function missingTable(
  included: readonly IncludedPatient[],
  counted: readonly CountedPair[],
  measured: readonly MeasuredLesion[],
): ComputedTable {
  const patientsOf = (patients: Iterable<IncludedPatient>) =>
    [...new Set(patients)].map(({ screened }) => screened.patient);
  const sets = [
    {
      set: 'included',
      patients: patientsOf(included),
      pairs: included.flatMap(({ readings }) => readings.map(({ pair }) => pair)),
    },
    {
      set: 'counted',
      patients: patientsOf(counted.map(({ patient }) => patient)),
      pairs: counted.map(({ pair }) => pair),
    },
    {
      set: 'measured',
      patients: patientsOf(measured.map(({ patient }) => patient)),
      pairs: [...new Set(measured.map(({ pair }) => pair))],
    },
  ] as const;
  return resultTable<MissingRow>(
    'missing',
    { fr: 'Données non connues, par colonne et analyse', en: 'Data not known, by column and analysis' },
    [
      coded('set', { fr: 'analyse', en: 'analysis' }, ANALYSIS_SETS, ({ set }) => set),
      coded('table', { fr: 'tableau envoyé', en: 'uploaded table' }, UPLOADS, ({ upload }) => upload),
      coded('column', { fr: 'colonne', en: 'column' }, COLUMNS, ({ column }) => column),
      integer('n_rows', { fr: 'lignes de cette analyse', en: 'rows of this analysis' }, ({ rows }) => rows),
      integer(
        'not_known',
        { fr: 'lignes où la colonne n’est pas connue', en: 'rows where the column is not known' },
        ({ notKnown }) => notKnown,
      ),
      ...withReason<MissingRow>(null, null, [
        figure(
          'percent',
          { fr: 'part de ces lignes', en: 'share of these rows' },
          ({ notKnown, rows }) => percentage(notKnown, rows),
          '%',
        ),
      ]),
    ],
    [
      ...sets.flatMap(({ set, patients, pairs }) => [
        ...unknownsIn(set, 'patients', NAMES.patients, patients),
        ...unknownsIn(set, 'pairs', NAMES.pairs, pairs),
      ]),
      ...unknownsIn(
        'measured',
        'lesions',
        NAMES.lesions,
        measured.map(({ lesion }) => lesion),
      ),
      ...ofLists(included),
    ],
  );
}
