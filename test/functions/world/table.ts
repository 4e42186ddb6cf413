import { holds, type Operands } from './condition.ts';
import type { Item, ItemKey } from './item.ts';

/** What a condition asks for; met where there is none. */
export interface Condition extends Operands {
  readonly expression: string | undefined;
}

/** All items of a table at one moment. */
export type TableCopy = ReadonlyMap<string, ReadonlyMap<string, Item>>;

export type Table = ReturnType<typeof emptyTable>;

/** A DynamoDB table of items by partition and sort key: every read consistent, every write of one item atomic. */
export function emptyTable() {
  let partitions = new Map<string, Map<string, Item>>();
  /** Partitions in order, as they were read last; forgotten when they change. */
  const inOrder = new Map<string, readonly Item[]>();
  let changes = 0;
  const get = ({ pk, sk }: ItemKey): Item | undefined => partitions.get(pk)?.get(sk);
  const put = (item: Item): void => {
    changes += 1;
    inOrder.delete(item.pk);
    const partition = partitions.get(item.pk) ?? new Map<string, Item>();
    partitions.set(item.pk, partition.set(item.sk, item));
  };
  const remove = ({ pk, sk }: ItemKey): void => {
    changes += 1;
    inOrder.delete(pk);
    partitions.get(pk)?.delete(sk);
  };
  const copy = (items: TableCopy) => new Map([...items].map(([pk, partition]) => [pk, new Map(partition)]));
  return {
    /** How many writes there were. */
    changes: () => changes,
    get,
    put,
    remove,
    meets: (key: ItemKey, { expression, ...operands }: Condition): boolean =>
      expression === undefined || holds(expression, get(key), operands),
    /** A partition in order of its sort keys: the same list as long as nothing of it is written. */
    partition(pk: string): readonly Item[] {
      const known =
        inOrder.get(pk) ?? [...(partitions.get(pk)?.values() ?? [])].sort((a, b) => (a.sk < b.sk ? -1 : 1));
      inOrder.set(pk, known);
      return known;
    },
    /** What an operator may bring back later; an item is never changed in place, so that it stays as it is. */
    copy: (): TableCopy => copy(partitions),
    /** The items of a copy take the place of all others. */
    restore(items: TableCopy): void {
      changes += 1;
      inOrder.clear();
      partitions = copy(items);
    },
    /** No function does this: the items that are meant are gone. */
    lose(isLost: (item: Item) => boolean): void {
      changes += 1;
      inOrder.clear();
      for (const partition of partitions.values())
        for (const [sk, item] of partition) if (isLost(item)) partition.delete(sk);
    },
    /** Nor this: items are what a hand, a script or a fault made of them; their keys stay. */
    alter(alterations: (item: Item) => Readonly<Record<string, unknown>> | undefined): void {
      changes += 1;
      inOrder.clear();
      for (const partition of partitions.values())
        for (const [sk, item] of partition) {
          const altered = alterations(item);
          if (altered !== undefined) partition.set(sk, { ...altered, pk: item.pk, sk });
        }
    },
    partitionNames: (): readonly string[] =>
      [...partitions].flatMap(([pk, items]) => (items.size > 0 ? [pk] : [])),
  };
}
