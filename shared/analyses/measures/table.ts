import { SEQUENCES, type SequenceName } from '#shared/protocol/sequences.ts';
import { MILLIMETRES, scaled } from '#shared/publication/column-groups.ts';
import { withReason } from '#shared/publication/figure-columns.ts';
import { sequenceColumn } from '#shared/publication/key-columns.ts';
import { type ComputedTable, coded, integer, resultTable } from '#shared/publication/result-table.ts';
import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { type Description, describe } from '#shared/statistics/descriptives.ts';
import { MEASURE_UNITS, type MeasureColumns, type MeasureUnit, valuesPer } from './measure-columns.ts';

const PER = vocabulary(
  'per',
  entriesOf({
    lesion: { fr: 'lésion', en: 'lesion' },
    patient: { fr: 'patient', en: 'patient' },
    pair: { fr: 'couple', en: 'pair' },
  }),
);

interface MeasureSummary {
  readonly sequence: SequenceName;
  readonly unit: MeasureUnit;
  readonly diameters: Description;
}

/** Table 7 of the thesis: the largest axial diameter on each sequence, over the lesions measured on it. */
export function measuresTable(measures: MeasureColumns): ComputedTable {
  const summaries = SEQUENCES.flatMap(({ name }) =>
    MEASURE_UNITS.map((unit) => ({
      sequence: name,
      unit,
      diameters: describe(valuesPer(unit, measures, measures.diameters(name))),
    })),
  );
  return resultTable<MeasureSummary>(
    'measures',
    {
      fr: 'Plus grand diamètre axial par lésion, par patient et par couple (tableau 7)',
      en: 'Largest axial diameter per lesion, per patient and per pair (Table 7)',
    },
    [
      sequenceColumn,
      coded('per', { fr: 'une valeur par', en: 'one value for each' }, PER, ({ unit }) => unit),
      integer(
        'n_lesions',
        { fr: 'lésions de l’analyse', en: 'lesions of the analysis' },
        () => measures.lesions,
      ),
      integer(
        'n',
        {
          fr: 'valeurs : lésions, patients ou couples mesurés sur la séquence',
          en: 'values: lesions, patients or pairs measured on the sequence',
        },
        ({ diameters }) => diameters.n,
      ),
      ...withReason<MeasureSummary>(null, null, [
        scaled(
          MILLIMETRES,
          'mean',
          { fr: 'diamètre, moyenne', en: 'diameter, mean' },
          ({ diameters }) => diameters.mean,
        ),
        scaled(
          MILLIMETRES,
          'standard_deviation',
          { fr: 'diamètre, écart type (n − 1)', en: 'diameter, standard deviation (n − 1)' },
          ({ diameters }) => diameters.standardDeviation,
        ),
        scaled(
          MILLIMETRES,
          'median',
          { fr: 'diamètre, médiane', en: 'diameter, median' },
          ({ diameters }) => diameters.median,
        ),
        scaled(
          MILLIMETRES,
          'minimum',
          { fr: 'diamètre, minimum', en: 'diameter, minimum' },
          ({ diameters }) => diameters.minimum,
        ),
        scaled(
          MILLIMETRES,
          'maximum',
          { fr: 'diamètre, maximum', en: 'diameter, maximum' },
          ({ diameters }) => diameters.maximum,
        ),
      ]),
    ],
    summaries,
  );
}
