/**
 * Does the work on every item, so many at once. After a failure no further item is begun, and what was begun is
 * waited for: otherwise Lambda would freeze it with the process, and it would go on within a later invocation.
 */
export async function inParallel<Item>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = Iterator.from(items);
  let failed = false;
  const worker = async () => {
    for (let next = left.next(); !failed && next.done !== true; next = left.next()) {
      await work(next.value).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
