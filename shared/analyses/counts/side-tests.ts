import { pairedColumns } from '#shared/analyses/comparison/paired-columns.ts';
import type { ComparePaired, PairedComparison } from '#shared/analyses/comparison/paired-comparison.ts';
import { COUNTED, type CountedName } from '#shared/protocol/sequences.ts';
import { METASTASES } from '#shared/publication/column-groups.ts';
import { sequenceColumn } from '#shared/publication/key-columns.ts';
import { type ComputedTable, integer, resultTable } from '#shared/publication/result-table.ts';
import type { CountColumns } from './count-columns.ts';

interface SideTest extends PairedComparison {
  readonly sequence: CountedName;
}

/**
 * Whether a sequence sees as many metastases in the right liver as in the left. The thesis says of CT that it does
 * (line 1158), without a test; no family is declared, so nothing is adjusted.
 */
export function sideTestsTable(counts: CountColumns, comparePaired: ComparePaired): ComputedTable {
  const tests = COUNTED.map(({ name }) => ({
    sequence: name,
    ...comparePaired(counts.perPair(name, 'right'), counts.perPair(name, 'left'), counts.patientOfPair),
  }));
  return resultTable<SideTest>(
    'side-tests',
    {
      fr: 'Détection : le foie droit comparé au foie gauche (droite − gauche) ; p bilatéraux',
      en: 'Detection: the right liver compared with the left (right − left); two-sided p',
    },
    [
      sequenceColumn,
      integer('n_pairs', { fr: 'couples comparés', en: 'pairs compared' }, (test) => test.n),
      ...pairedColumns(METASTASES, 'par couple', 'per pair', { fr: 'droite − gauche', en: 'right − left' }),
    ],
    tests,
  );
}
