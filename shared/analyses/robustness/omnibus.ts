import type { CountColumns } from '#shared/analyses/counts/count-columns.ts';
import type { MeasureColumns } from '#shared/analyses/measures/measure-columns.ts';
import { SEQUENCES } from '#shared/protocol/sequences.ts';
import { REGIONS, type Region } from '#shared/protocol/sides.ts';
import { pColumns } from '#shared/publication/column-groups.ts';
import { figure, wholeFigure, withReason } from '#shared/publication/figure-columns.ts';
import { sideColumn } from '#shared/publication/key-columns.ts';
import { type ComputedTable, integer, resultTable } from '#shared/publication/result-table.ts';
import { allMissing } from '#shared/statistics/figure.ts';
import { type FriedmanTest, friedmanTest } from '#shared/statistics/friedman-test.ts';
import { type Analysis, analysisColumn } from './analysis-column.ts';

interface Omnibus {
  readonly analysis: Analysis;
  /** Null for the measures, which no side divides. */
  readonly region: Region | null;
  readonly rows: number;
  /** Whose complete rows are compared. */
  readonly patients: number;
  readonly test: FriedmanTest;
}

const FRIEDMAN = { fr: 'Friedman', en: 'Friedman' };

/** Before each family of 15 comparisons: whether the six sequences differ at all. */
export function omnibusTable(counts: CountColumns, measures: MeasureColumns): ComputedTable {
  const compared = (columns: readonly Float64Array[], rows: number, patientOfRow: Uint32Array) => {
    const patients = new Set(
      patientOfRow.filter((_, row) => columns.every((column) => !Number.isNaN(column[row]))),
    ).size;
    const test = friedmanTest(columns);
    return { rows, patients, test: patients === 1 && test.n > 1 ? ofOnePatient(test) : test };
  };
  const families: readonly Omnibus[] = [
    ...REGIONS.map((region) => ({
      analysis: 'counts' as const,
      region,
      ...compared(
        SEQUENCES.map(({ name }) => counts.perPair(name, region)),
        counts.pairs,
        counts.patientOfPair,
      ),
    })),
    {
      analysis: 'measures',
      region: null,
      ...compared(
        SEQUENCES.map(({ name }) => measures.diameters(name)),
        measures.lesions,
        measures.patientOfLesion,
      ),
    },
  ];
  return resultTable<Omnibus>(
    'omnibus',
    {
      fr: 'Les six séquences ensemble : test de Friedman et W de Kendall (couples ou lésions pris pour indépendants)',
      en: 'The six sequences together: Friedman’s test and Kendall’s W (pairs or lesions taken as independent)',
    },
    [
      analysisColumn,
      sideColumn,
      integer(
        'n',
        { fr: 'couples ou lésions complets', en: 'complete pairs or lesions' },
        ({ test }) => test.n,
      ),
      integer(
        'n_incomplete',
        { fr: 'couples ou lésions incomplets, écartés', en: 'incomplete pairs or lesions, left out' },
        ({ rows, test }) => rows - test.n,
      ),
      integer(
        'n_patients',
        { fr: 'patients de ces couples ou lésions', en: 'patients of these pairs or lesions' },
        ({ patients }) => patients,
      ),
      ...withReason<Omnibus>('friedman', FRIEDMAN, [
        figure('friedman_chi2', { fr: 'Friedman : χ²', en: 'Friedman: χ²' }, ({ test }) => test.statistic),
        wholeFigure(
          'friedman_df',
          { fr: 'Friedman : degrés de liberté', en: 'Friedman: degrees of freedom' },
          ({ test }) => test.degreesOfFreedom,
        ),
        ...pColumns('friedman', FRIEDMAN, ({ test }: Omnibus) => test.pValue),
        figure(
          'kendall_w',
          { fr: 'W de Kendall (0 à 1)', en: 'Kendall’s W (0 to 1)' },
          ({ test }) => test.kendallW,
        ),
      ]),
    ],
    families,
  );
}

/** One patient's rows are his figures, not the study's, and are not independent of each other. */
const ofOnePatient = ({ n, degreesOfFreedom }: FriedmanTest): FriedmanTest => ({
  n,
  degreesOfFreedom,
  ...allMissing('too_few_patients', ['statistic', 'pValue', 'kendallW']),
});
