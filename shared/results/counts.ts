import { COUNTED, type CountedName, TOTALS, type TotalName } from '#shared/protocol/sequences.ts';
import { REGIONS, type Region } from '#shared/protocol/sides.ts';
import { mean, median, sum } from '#shared/statistics/descriptives.ts';
import { type CountedPair, lesionCount, patientsOf } from '#shared/study/counted-pairs.ts';
import { integer, number, type ResultTable, resultTable, text } from './result-table.ts';

interface CountSummary {
  readonly region: Region;
  readonly counted: CountedName;
  readonly pairs: readonly CountedPair[];
  readonly counts: readonly number[];
  readonly modalityTotal: number;
  readonly allLesions: number;
}

/**
 * The thesis takes the union of the four MRI sequences for the union of all six (line 1139): an assumption,
 * for CT and MRI lesions were not matched one to one.
 */
const ALL_LESIONS: TotalName = 'mri_total';

const percent = (part: number, whole: number) => (whole === 0 ? null : (100 * part) / whole);

/** Tables 4, 5 and 6 of the thesis: metastases seen on each sequence, on the whole liver and by side. */
export function countsTable(pairs: readonly CountedPair[]): ResultTable {
  const totalOf = (name: CountedName, region: Region) =>
    sum(pairs.map((pair) => lesionCount(pair, name, region)));
  const summaries = REGIONS.flatMap((region) =>
    COUNTED.map(
      ({ name, modality }): CountSummary => ({
        region,
        counted: name,
        pairs,
        counts: pairs.map((pair) => lesionCount(pair, name, region)),
        modalityTotal: sum(
          TOTALS.filter((total) => total.modality === modality).map((total) => totalOf(total.name, region)),
        ),
        allLesions: totalOf(ALL_LESIONS, 'whole'),
      }),
    ),
  );
  return resultTable<CountSummary>(
    'counts',
    {
      fr: 'Métastases vues par séquence et par côté (tableaux 4, 5 et 6)',
      en: 'Metastases seen by sequence and side (Tables 4, 5 and 6)',
    },
    [
      text('side', { fr: 'côté', en: 'side' }, ({ region }) => region),
      text('sequence', { fr: 'séquence', en: 'sequence' }, ({ counted }) => counted),
      integer('n_pairs', { fr: 'couples', en: 'pairs' }, (row) => row.pairs.length),
      integer('n_patients', { fr: 'patients', en: 'patients' }, (row) => patientsOf(row.pairs)),
      integer('total', { fr: 'métastases', en: 'metastases' }, (row) => sum(row.counts)),
      number('mean_per_pair', { fr: 'moyenne par couple', en: 'mean per pair' }, (row) => mean(row.counts)),
      number('median_per_pair', { fr: 'médiane par couple', en: 'median per pair' }, (row) =>
        median(row.counts),
      ),
      integer(
        'modality_total',
        { fr: 'total de la modalité', en: 'total of the modality' },
        (row) => row.modalityTotal,
      ),
      number(
        'share_of_modality',
        { fr: 'part du total de la modalité', en: 'share of the modality’s total' },
        (row) => percent(sum(row.counts), row.modalityTotal),
        '%',
      ),
      integer(
        'all_lesions',
        { fr: 'toutes les métastases (foie entier)', en: 'all metastases (whole liver)' },
        (row) => row.allLesions,
      ),
      number(
        'share_of_all',
        { fr: 'part de toutes les métastases', en: 'share of all metastases' },
        (row) => percent(sum(row.counts), row.allLesions),
        '%',
      ),
    ],
    summaries,
  );
}
