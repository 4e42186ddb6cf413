import type { CountedPair } from '#shared/analyses/counts/counted-pairs.ts';
import type { MeasuredLesion } from '#shared/analyses/measures/measured-lesions.ts';
import { descriptionColumns, partColumns, percentColumn } from '#shared/publication/description-columns.ts';
import { codedFigure, DOES_NOT_APPLY, withReason } from '#shared/publication/figure-columns.ts';
import {
  type ColumnDefinition,
  type ComputedTable,
  coded,
  resultTable,
} from '#shared/publication/result-table.ts';
import { UNITS } from '#shared/publication/units.ts';
import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import type { Description } from '#shared/statistics/descriptives.ts';
import type { Figure } from '#shared/statistics/figure.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { CHARACTERISTIC_NAMES, LEVELS } from './characteristics.ts';
import { ANALYSIS_SETS, type AnalysisSet } from './missing.ts';
import { type PopulationRow, patientRows, populationRows, SAMPLES } from './rows.ts';

const ROW_KINDS = vocabulary(
  'row_kind',
  entriesOf({
    category: { fr: 'catégorie : nombre et pourcentage', en: 'category: number and percentage' },
    quantity: { fr: 'grandeur : moyenne et étendue', en: 'quantity: mean and range' },
  }),
);

const CHARACTERISTIC_COLUMNS: readonly ColumnDefinition<PopulationRow>[] = [
  coded(
    'characteristic',
    { fr: 'caractéristique', en: 'characteristic' },
    CHARACTERISTIC_NAMES,
    (row) => row.characteristic,
  ),
  coded('level', { fr: 'modalité', en: 'level' }, LEVELS, ({ level }) => level),
];

const ofQuantity =
  (read: (values: Description) => Figure) =>
  ({ quantity }: PopulationRow) =>
    quantity === null ? DOES_NOT_APPLY : read(quantity.values);

const FIGURES: readonly ColumnDefinition<PopulationRow>[] = [
  ...partColumns,
  ...withReason<PopulationRow>(null, null, [
    percentColumn,
    codedFigure('kind', { fr: 'nature', en: 'kind' }, ROW_KINDS, ({ quantity }) =>
      quantity ? 'quantity' : 'category',
    ),
    codedFigure(
      'unit',
      { fr: 'unité de la grandeur', en: 'unit of the quantity' },
      UNITS,
      ({ quantity }) => quantity?.unit ?? DOES_NOT_APPLY,
    ),
    ...descriptionColumns(
      ['mean', 'standardDeviation', 'median', 'minimum', 'maximum', 'firstQuartile', 'thirdQuartile'],
      ofQuantity,
    ),
  ]),
];

/**
 * Who was studied (thesis, Table 3 and lines 1083–1116): for a category the patients of each level, not-known as
 * one of its own; for a quantity its mean and spread, over the patients or pairs of which it is known.
 */
export const populationTable = (
  included: readonly IncludedPatient[],
  counted: readonly CountedPair[],
  measured: readonly MeasuredLesion[],
): ComputedTable =>
  resultTable<PopulationRow>(
    'population',
    { fr: 'Population étudiée (tableau 3)', en: 'Population studied (Table 3)' },
    [
      ...CHARACTERISTIC_COLUMNS,
      coded(
        'of',
        { fr: 'ce que compte la ligne', en: 'what the row counts' },
        SAMPLES,
        ({ sample }) => sample,
      ),
      ...FIGURES,
    ],
    populationRows(included, counted, measured),
  );

interface SetRow extends PopulationRow {
  readonly set: AnalysisSet;
}

/** The same of the patients of each analysis, side by side: who of the included was counted, and who was measured. */
export function populationSetsTable(
  included: readonly IncludedPatient[],
  counted: readonly CountedPair[],
  measured: readonly MeasuredLesion[],
): ComputedTable {
  const patientsOf = (items: readonly { readonly patient: IncludedPatient }[]) => [
    ...new Set(items.map(({ patient }) => patient)),
  ];
  const sets = [
    ['included', included],
    ['counted', patientsOf(counted)],
    ['measured', patientsOf(measured)],
  ] as const;
  return resultTable<SetRow>(
    'population-sets',
    { fr: 'Patients de chaque analyse', en: 'Patients of each analysis' },
    [
      coded('set', { fr: 'analyse', en: 'analysis' }, ANALYSIS_SETS, ({ set }) => set),
      ...CHARACTERISTIC_COLUMNS,
      ...FIGURES,
    ],
    sets.flatMap(([set, patients]) => patientRows(patients, counted).map((row) => ({ set, ...row }))),
  );
}
