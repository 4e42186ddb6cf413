import { SEQUENCES, type SequenceName } from '#shared/protocol/sequences.ts';
import { MILLIMETRES } from '#shared/publication/column-groups.ts';
import { bound, DOES_NOT_APPLY } from '#shared/publication/figure-columns.ts';
import { sequenceColumn } from '#shared/publication/key-columns.ts';
import { type ComputedTable, integer, number, resultTable } from '#shared/publication/result-table.ts';
import { HISTOGRAM_LIMITS_MM } from './histogram-limits.ts';
import { type MeasureColumns, valuesPer } from './measure-columns.ts';

interface Bin {
  readonly sequence: SequenceName;
  readonly from: number;
  /** The last bin is open. */
  readonly below: number | typeof DOES_NOT_APPLY;
  readonly patients: number;
  readonly all: number;
}

/** Tables 8 and 9 of the thesis: how many patients have a mean diameter in which bin, from its limit to below the next. */
export function measureHistogramsTable(measures: MeasureColumns): ComputedTable {
  const bins = SEQUENCES.flatMap(({ name }) => {
    const means = valuesPer('patient', measures, measures.diameters(name));
    return HISTOGRAM_LIMITS_MM.map((from, position): Bin => {
      const below = HISTOGRAM_LIMITS_MM[position + 1];
      const inBin = means.filter(
        (mean) =>
          mean >= from * MILLIMETRES.parts && (below === undefined || mean < below * MILLIMETRES.parts),
      );
      return {
        sequence: name,
        from,
        below: below ?? DOES_NOT_APPLY,
        patients: inBin.length,
        all: means.length,
      };
    });
  });
  return resultTable<Bin>(
    'measure-histograms',
    {
      fr: 'Diamètre moyen par patient : histogramme par séquence (tableaux 8 et 9)',
      en: 'Mean diameter per patient: histogram by sequence (Tables 8 and 9)',
    },
    [
      sequenceColumn,
      number(
        'from',
        { fr: 'diamètre moyen à partir de', en: 'mean diameter from' },
        ({ from }) => from,
        MILLIMETRES.unit,
      ),
      bound(
        'below',
        { fr: 'diamètre moyen jusqu’à, non compris', en: 'mean diameter up to, not included' },
        ({ below }) => below,
        MILLIMETRES.unit,
      ),
      integer(
        'patients',
        { fr: 'patients de cette classe', en: 'patients in this bin' },
        ({ patients }) => patients,
      ),
      integer(
        'n_patients',
        { fr: 'patients mesurés sur la séquence', en: 'patients measured on the sequence' },
        ({ all }) => all,
      ),
    ],
    bins,
  );
}
