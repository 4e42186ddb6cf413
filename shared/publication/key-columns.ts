import type { Comparison } from '#shared/protocol/comparisons.ts';
import type { CountedName, SequenceName } from '#shared/protocol/sequences.ts';
import type { Region } from '#shared/protocol/sides.ts';
import { type ColumnDefinition, coded } from './result-table.ts';

/** The region of the liver that a row speaks of. */
export const sideColumn: ColumnDefinition<{ readonly region: Region | null }> = coded(
  'side',
  { fr: 'côté', en: 'side' },
  'region',
  ({ region }) => region,
);

/** The sequence or total that a row speaks of. */
export const sequenceColumn: ColumnDefinition<{ readonly sequence: CountedName | SequenceName | null }> =
  coded('sequence', { fr: 'séquence', en: 'sequence' }, 'sequence', ({ sequence }) => sequence);

/** Which two sequences a row compares: every difference is first − second. */
export const comparisonColumns: readonly ColumnDefinition<Comparison>[] = [
  coded('first', { fr: 'première séquence', en: 'first sequence' }, 'sequence', ({ first }) => first.name),
  coded('second', { fr: 'seconde séquence', en: 'second sequence' }, 'sequence', ({ second }) => second.name),
];

/** The follow-up that a row speaks of. */
export const timePointColumn: ColumnDefinition<{ readonly timePoint: string }> = coded(
  'time_point',
  { fr: 'suivi (numéro)', en: 'follow-up (number)' },
  'time_point',
  ({ timePoint }) => timePoint,
);
