import { kappaColumns } from '#shared/analyses/comparison/kappa-columns.ts';
import { intraclassColumns, limitsOfAgreementColumns } from '#shared/analyses/measures/agreement-columns.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { MILLIMETRES, PERCENT, type Scale, scaled, UNITLESS } from '#shared/publication/column-groups.ts';
import {
  explainedBy,
  type FigureColumn,
  type FigureGroup,
  withReason,
} from '#shared/publication/figure-columns.ts';
import { REGIONS, sequenceColumn } from '#shared/publication/key-columns.ts';
import {
  type ColumnDefinition,
  type ComputedTable,
  coded,
  integer,
  resultTable,
} from '#shared/publication/result-table.ts';
import { UNITS } from '#shared/publication/units.ts';
import { columnEntries, entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { missing } from '#shared/statistics/figure.ts';
import { PAIRS } from '#shared/tables/pairs.ts';
import type { NumberAgreement } from './agreement-within.ts';
import { readerGroupColumns } from './group-columns.ts';
import { readerGroups } from './reader-groups.ts';
import type { ReaderPair } from './reader-pairs.ts';
import { type ReaderRow, readerRows } from './rows.ts';

const CATEGORY = missing('row_of_category');
const NUMBER = missing('row_of_number');

const QUANTITIES = vocabulary('quantity', [
  ...entriesOf({
    count: { fr: 'nombre de métastases', en: 'number of metastases' },
    diameter: { fr: 'diamètre', en: 'diameter' },
  }),
  ...columnEntries(PAIRS),
]);

/**
 * Agreement between readers of the same pairs, for every two of a centre and pooled: limits of agreement and ICC of
 * counts and diameters, κ of whether a pair can be counted and measured. A reader's number is a person of his centre,
 * so that what is pooled stays within each pair of readers. A row of fewer patients than the study shows says how many they
 * are and no more, and so does one that would give it away by subtraction. Empty where no pair was read twice.
 */
export function readersTable(
  pairs: readonly ReaderPair[],
  settings: Pick<StudySettings, 'fewestPatientsShown'>,
): ComputedTable {
  return resultTable<ReaderRow>(
    'readers',
    { fr: 'Accord entre les lecteurs', en: 'Agreement between readers' },
    [
      ...readerGroupColumns,
      coded('quantity', { fr: 'grandeur', en: 'quantity' }, QUANTITIES, ({ quantity }) => quantity),
      sequenceColumn,
      coded('side', { fr: 'côté', en: 'side' }, REGIONS, ({ side }) => side),
      coded('unit', { fr: 'unité', en: 'unit' }, UNITS, ({ quantity }) => UNIT_OF[quantity]),
      integer(
        'n',
        {
          fr: 'couples ou lésions lus par les deux ; de plusieurs binômes, une fois pour chacun',
          en: 'pairs or lesions read by both; of several pairs of readers, once for each',
        },
        ({ n }) => n,
      ),
      integer(
        'n_patients',
        { fr: 'patients de ces couples ou lésions', en: 'patients of these pairs or lesions' },
        ({ patients }) => patients,
      ),
      ...numberColumns,
      ...categoryColumns,
    ],
    readerRows(readerGroups(pairs, settings), settings),
  );
}

const UNIT_OF = { count: 'metastases', diameter: 'mm', countable: null, measurable: null } as const;

/** The columns of counts and diameters, each row in its own unit; a category has none of them. */
const numberColumns: readonly ColumnDefinition<ReaderRow>[] = (() => {
  const inUnits = (scale: Scale): readonly FigureGroup<NumberAgreement>[] => [
    ...limitsOfAgreementColumns(scale),
    ...intraclassColumns,
  ];
  const ofDiameters = new Map(
    inUnits(MILLIMETRES).flatMap(({ figures }) => figures.map(({ name, figure }) => [name, figure] as const)),
  );
  const forRows = (column: FigureColumn<NumberAgreement>): FigureColumn<ReaderRow> => ({
    ...column,
    figure: ({ quantity, figures, withheld }) => {
      const read = (quantity === 'diameter' ? ofDiameters.get(column.name) : undefined) ?? column.figure;
      return figures === null ? CATEGORY : (withheld ?? read(figures));
    },
  });
  return inUnits(UNITLESS).flatMap(({ name, label, figures }) =>
    withReason(name, label, figures.map(forRows)),
  );
})();

const categoryColumns: readonly ColumnDefinition<ReaderRow>[] = [
  ...explainedBy<ReaderRow>('kappa_reason', [
    scaled(
      PERCENT,
      'raw_agreement',
      { fr: 'accord brut : part de même catégorie', en: 'raw agreement: share of the same category' },
      ({ kappa, withheld }) => (kappa === null ? NUMBER : (withheld ?? kappa.observed)),
    ),
  ]),
  ...kappaColumns<ReaderRow>('kappa', { fr: 'κ', en: 'κ' }, ({ kappa, withheld }) =>
    kappa === null ? NUMBER : (withheld ?? kappa),
  ),
];
