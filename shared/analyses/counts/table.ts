import { ALL_LESIONS, COUNTED, type CountedName, type TotalName } from '#shared/protocol/sequences.ts';
import { REGIONS, type Region } from '#shared/protocol/sides.ts';
import { percentage } from '#shared/publication/column-groups.ts';
import { figure, wholeFigure, withReason } from '#shared/publication/figure-columns.ts';
import { sequenceColumn, sideColumn } from '#shared/publication/key-columns.ts';
import { type ComputedTable, integer, resultTable } from '#shared/publication/result-table.ts';
import { mean, median, sum } from '#shared/statistics/descriptives.ts';
import type { CountColumns } from './count-columns.ts';

interface CountSummary {
  readonly region: Region;
  readonly sequence: CountedName;
  readonly pairs: number;
  readonly patients: number;
  readonly counts: Float64Array;
  readonly total: number;
  readonly modalityTotal: number;
  readonly allLesions: number;
  readonly wholeLiver: number;
}

/** Tables 4, 5 and 6 of the thesis: metastases seen on each sequence, on the whole liver and by side. */
export function countsTable(counts: CountColumns): ComputedTable {
  const total = (name: CountedName, region: Region) => sum(counts.perPatient(name, region));
  const { pairs, patients } = counts;
  const summaries = REGIONS.flatMap((region) =>
    COUNTED.map(({ name, modality }): CountSummary => {
      const modalityTotal: TotalName = `${modality}_total`;
      return {
        region,
        sequence: name,
        pairs,
        patients,
        counts: counts.perPair(name, region),
        total: total(name, region),
        modalityTotal: total(modalityTotal, region),
        allLesions: total(ALL_LESIONS, region),
        wholeLiver: total(ALL_LESIONS, 'whole'),
      };
    }),
  );
  return resultTable<CountSummary>(
    'counts',
    {
      fr: 'Métastases vues par séquence et par côté (tableaux 4, 5 et 6)',
      en: 'Metastases seen by sequence and side (Tables 4, 5 and 6)',
    },
    [
      sideColumn,
      sequenceColumn,
      integer('n_pairs', { fr: 'couples dénombrés', en: 'counted pairs' }, (row) => row.pairs),
      integer(
        'n_patients',
        { fr: 'patients de ces couples', en: 'patients of these pairs' },
        (row) => row.patients,
      ),
      integer(
        'total',
        { fr: 'métastases vues, tous couples', en: 'metastases seen, all pairs' },
        (row) => row.total,
      ),
      ...withReason<CountSummary>(null, null, [
        figure(
          'mean_per_pair',
          { fr: 'métastases par couple, moyenne', en: 'metastases per pair, mean' },
          (row) => mean(row.counts),
        ),
        figure(
          'median_per_pair',
          { fr: 'métastases par couple, médiane', en: 'metastases per pair, median' },
          (row) => median(row.counts),
        ),
        wholeFigure(
          'modality_total',
          { fr: 'métastases de la modalité (son total)', en: 'metastases of the modality (its total)' },
          (row) => row.modalityTotal,
        ),
        wholeFigure(
          'not_seen',
          { fr: 'métastases de la modalité non vues', en: 'metastases of the modality not seen' },
          (row) => row.modalityTotal - row.total,
        ),
        figure(
          'share_of_modality',
          { fr: 'part du total de la modalité', en: 'share of the modality’s total' },
          (row) => percentage(row.total, row.modalityTotal),
          '%',
        ),
        wholeFigure(
          'all_lesions',
          {
            fr: 'toutes les métastases de cette partie du foie',
            en: 'all metastases of this part of the liver',
          },
          (row) => row.allLesions,
        ),
        figure(
          'share_of_all',
          {
            fr: 'part de toutes les métastases de cette partie',
            en: 'share of all metastases of this part',
          },
          (row) => percentage(row.total, row.allLesions),
          '%',
        ),
        figure(
          'share_of_whole_liver',
          { fr: 'part de toutes les métastases du foie', en: 'share of all metastases of the liver' },
          (row) => percentage(row.total, row.wholeLiver),
          '%',
        ),
      ]),
    ],
    summaries,
  );
}
