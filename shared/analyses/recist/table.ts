import { figure, withReason } from '#shared/publication/figure-columns.ts';
import { type ComputedTable, integer, resultTable } from '#shared/publication/result-table.ts';
import { AVERAGED_SUMS } from './averaged-sums.ts';
import { COUNTED_KINDS } from './counted-kinds.ts';
import { methodColumn } from './methods.ts';
import type { RecistRow, RecistTally } from './recist-tally.ts';
import { timePointColumns } from './time-points.ts';

/**
 * RECIST 1.1 with each modality and sequence: how many follow-ups have each response, by its own scans. A follow-up is
 * not evaluable where a target is not and nothing else decides; a patient without a lesion of 10 mm on the method's first
 * scan has no target there. Sums, nadir and change are means over patients, and need two: whose they are is not published.
 */
export function recistTable(tally: RecistTally): ComputedTable {
  return resultTable<RecistRow>(
    'recist',
    {
      fr: 'RECIST 1.1 par modalité et par séquence',
      en: 'RECIST 1.1 by modality and sequence',
    },
    [
      methodColumn,
      ...timePointColumns,
      integer(
        'n_patients',
        {
          fr: 'patients suivis avec cible (10 mm ou plus au premier examen)',
          en: 'patients followed with a target (10 mm or more on the first scan)',
        },
        ({ tally }) => tally.patients,
      ),
      integer(
        'n_patients_without_target',
        { fr: 'patients suivis sans cible', en: 'patients followed without a target' },
        ({ tally }) => tally.withoutTarget,
      ),
      integer(
        'n_follow_ups',
        { fr: 'suivis de patients avec cible', en: 'follow-ups of patients with a target' },
        ({ tally }) => tally.followUps,
      ),
      ...COUNTED_KINDS.map((kind) =>
        integer(kind.name, kind.title, ({ tally }: RecistRow) => tally.count(kind)),
      ),
      integer(
        'n_sums',
        { fr: 'suivis avec somme complète', en: 'follow-ups with a complete sum' },
        ({ tally }) => tally.sums,
      ),
      integer(
        'n_patients_with_sum',
        { fr: 'patients avec somme complète', en: 'patients with a complete sum' },
        ({ tally }) => tally.patientsWithSum,
      ),
      ...withReason<RecistRow>(
        'sums',
        { fr: 'sommes', en: 'sums' },
        AVERAGED_SUMS.map((averaged) =>
          figure(averaged.name, averaged.title, ({ tally }) => tally.mean(averaged), averaged.unit),
        ),
      ),
    ],
    tally.rows(),
  );
}
