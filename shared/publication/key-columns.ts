import type { CountedComparison } from '#shared/protocol/comparisons.ts';
import { COUNTED, type CountedName } from '#shared/protocol/sequences.ts';
import { REGION_TITLES, type Region } from '#shared/protocol/sides.ts';
import { type ColumnDefinition, coded } from './result-table.ts';
import { entriesOf, vocabulary } from './vocabulary.ts';

export const REGIONS = vocabulary('region', entriesOf(REGION_TITLES));

/** The six sequences and the two totals. */
const COUNTED_SEQUENCES = vocabulary(
  'sequence',
  COUNTED.map(({ name, title }) => ({ code: name, title })),
);

/** The region of the liver that a row speaks of. */
export const sideColumn: ColumnDefinition<{ readonly region: Region | null }> = coded(
  'side',
  { fr: 'côté', en: 'side' },
  REGIONS,
  ({ region }) => region,
);

/** The sequence or total that a row speaks of. */
export const sequenceColumn: ColumnDefinition<{ readonly sequence: CountedName | null }> = coded(
  'sequence',
  { fr: 'séquence', en: 'sequence' },
  COUNTED_SEQUENCES,
  ({ sequence }) => sequence,
);

/** Which two sequences a row compares: every difference is first − second. */
export const comparisonColumns: readonly ColumnDefinition<CountedComparison>[] = [
  coded(
    'first',
    { fr: 'première séquence', en: 'first sequence' },
    COUNTED_SEQUENCES,
    ({ first }) => first.name,
  ),
  coded(
    'second',
    { fr: 'seconde séquence', en: 'second sequence' },
    COUNTED_SEQUENCES,
    ({ second }) => second.name,
  ),
];
