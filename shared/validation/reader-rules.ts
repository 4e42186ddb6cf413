import type { RowKey } from '#shared/tables/tables.ts';
import type { OtherRows } from './identity-rules.ts';
import type { Problem } from './problem.ts';
import type { FileRow } from './read-row.ts';
import { readerNotDescribed } from './warnings.ts';

/**
 * Readers of pairs who are in no readers file of the centre, each once, at the first pair that he read. A centre that has
 * sent no readers file describes nobody, and is not asked to.
 */
export function readersNotDescribed(rows: readonly FileRow[], others: OtherRows): readonly Problem[] {
  if (others.readers.size === 0) return [];
  const found = new Map<RowKey, Problem>();
  for (const { content, at } of rows) {
    if (content.table !== 'pairs') continue;
    const reader = String(content.row.reader);
    if (others.readers.has(reader) || found.has(reader)) continue;
    found.set(reader, readerNotDescribed(at('reader'), reader));
  }
  return [...found.values()];
}
