import { holds, type Operands } from './condition.ts';
import type { Item, ItemKey } from './item.ts';

/** What a condition asks for; met where there is none. */
export interface Condition extends Operands {
  readonly expression: string | undefined;
}

export type Table = ReturnType<typeof emptyTable>;

/** A DynamoDB table of items by partition and sort key: every read consistent, every write of one item atomic. */
export function emptyTable() {
  const partitions = new Map<string, Map<string, Item>>();
  let changes = 0;
  const get = ({ pk, sk }: ItemKey): Item | undefined => partitions.get(pk)?.get(sk);
  const put = (item: Item): void => {
    changes += 1;
    const partition = partitions.get(item.pk) ?? new Map<string, Item>();
    partitions.set(item.pk, partition.set(item.sk, item));
  };
  const remove = ({ pk, sk }: ItemKey): void => {
    changes += 1;
    partitions.get(pk)?.delete(sk);
  };
  return {
    /** How many writes there were. */
    changes: () => changes,
    get,
    put,
    remove,
    meets: (key: ItemKey, { expression, ...operands }: Condition): boolean =>
      expression === undefined || holds(expression, get(key), operands),
    /** A partition in order of its sort keys. */
    partition: (pk: string): readonly Item[] =>
      [...(partitions.get(pk)?.values() ?? [])].sort((a, b) => (a.sk < b.sk ? -1 : 1)),
    partitionNames: (): readonly string[] =>
      [...partitions].flatMap(([pk, items]) => (items.size > 0 ? [pk] : [])),
  };
}
