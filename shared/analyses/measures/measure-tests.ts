import { familyColumns, type InFamily, inFamily } from '#shared/analyses/comparison/family.ts';
import { pairedColumns } from '#shared/analyses/comparison/paired-columns.ts';
import type { ComparePaired, PairedComparison } from '#shared/analyses/comparison/paired-comparison.ts';
import { COMPARISONS, type Comparison } from '#shared/protocol/comparisons.ts';
import { MILLIMETRES, scaled } from '#shared/publication/column-groups.ts';
import { explainedBy } from '#shared/publication/figure-columns.ts';
import { comparisonColumns } from '#shared/publication/key-columns.ts';
import { type ComputedTable, integer, resultTable } from '#shared/publication/result-table.ts';
import { mean } from '#shared/statistics/descriptives.ts';
import { type Figure, mapped } from '#shared/statistics/figure.ts';
import { columnOfDifferences } from '#shared/statistics/sample.ts';
import { type MeasureColumns, type MeasureUnit, valuesPer } from './measure-columns.ts';

export interface MeasureTest extends Comparison, PairedComparison, InFamily {
  readonly perPatient: Figure;
  readonly perPair: Figure;
  readonly ofPatientMeans: Figure;
}

/** Every comparison of two sequences over the lesions measured on both, one family of 15, on whole tenths of a millimetre. */
export function measureTests(measures: MeasureColumns, comparePaired: ComparePaired): readonly MeasureTest[] {
  const meanPer = (unit: MeasureUnit, values: Float64Array) => mean(valuesPer(unit, measures, values));
  return inFamily(
    COMPARISONS.map(({ first, second }) => {
      const ofFirst = measures.diameters(first.name);
      const ofSecond = measures.diameters(second.name);
      const differences = columnOfDifferences(ofFirst, ofSecond);
      return {
        first,
        second,
        perPatient: meanPer('patient', differences),
        perPair: meanPer('pair', differences),
        ofPatientMeans: minus(meanPer('patient', ofFirst), meanPer('patient', ofSecond)),
        ...comparePaired(ofFirst, ofSecond, measures.patientOfLesion),
      };
    }),
  );
}

/**
 * The measures compared lesion by lesion: every comparison of two sequences over the lesions measured on both, one
 * family of 15. Computed on whole tenths of a millimetre, so that ties are ties; given in millimetres.
 */
export const measureTestsTable = (tests: readonly MeasureTest[]): ComputedTable =>
  resultTable<MeasureTest>(
    'measure-tests',
    {
      fr: 'Mesures : comparaison des séquences deux à deux, lésion par lésion ; p bilatéraux',
      en: 'Measures: the sequences compared two by two, lesion by lesion; two-sided p',
    },
    [
      ...comparisonColumns,
      integer(
        'n_lesions',
        { fr: 'lésions mesurées sur les deux', en: 'lesions measured on both' },
        (test) => test.n,
      ),
      ...pairedColumns(MILLIMETRES, 'par lésion', 'per lesion'),
      ...otherMeans,
      ...familyColumns,
    ],
    tests,
  );

const minus = (a: Figure, b: Figure): Figure => mapped(a, (first) => mapped(b, (second) => first - second));

/** Blank where no lesion is measured on one of the two, as the t test of the lesions' differences is. */
const otherMeans = explainedBy<MeasureTest>('t_reason', [
  scaled(
    MILLIMETRES,
    'mean_difference_per_patient',
    {
      fr: 'différence moyenne de chaque patient, moyenne sur les patients',
      en: 'each patient’s mean difference, mean over patients',
    },
    (test) => test.perPatient,
  ),
  scaled(
    MILLIMETRES,
    'mean_difference_per_pair',
    {
      fr: 'différence moyenne de chaque couple, moyenne sur les couples',
      en: 'each pair’s mean difference, mean over pairs',
    },
    (test) => test.perPair,
  ),
  // What the thesis gives (line 1263): with lesions that one sequence lacks, not the mean of the differences.
  scaled(
    MILLIMETRES,
    'difference_of_patient_means',
    {
      fr: 'différence des moyennes par patient (tableau 7)',
      en: 'difference of the means per patient (Table 7)',
    },
    (test) => test.ofPatientMeans,
  ),
]);
