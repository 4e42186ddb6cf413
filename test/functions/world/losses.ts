import { HEADS, PENDING, STAGED } from '#shared/storage/item-keys.ts';
import type { Item } from './item.ts';
import { anyOf } from './random.ts';
import type { Table } from './table.ts';

type Lost = (table: Table, random: () => number) => (item: Item) => boolean;

const ofPartition =
  (pk: string): Lost =>
  () =>
  (item) =>
    item.pk === pk;

/** What of a table may be lost. */
export const LOSSES = {
  everything: () => () => true,
  'all heads': ofPartition(HEADS),
  'all rows':
    () =>
    ({ pk }) =>
      pk.startsWith('ROWS#'),
  'all records of staging': ofPartition(STAGED),
  'all notes of what is waited for': ofPartition(PENDING),
  'any half of the items': (_, random) => () => random() < 0.5,
  'a few items': (_, random) => () => random() < 0.2,
  'any partition': (table, random) => {
    const names = table.partitionNames();
    const lost = names.length === 0 ? undefined : anyOf(names, random);
    return ({ pk }) => pk === lost;
  },
} as const satisfies Readonly<Record<string, Lost>>;
export type Loss = keyof typeof LOSSES;
