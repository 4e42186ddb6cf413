import { READER } from '#shared/tables/pairs.ts';
import type { RowKey } from '#shared/tables/tables.ts';
import type { FileRows } from './file-rows.ts';
import type { OtherRows } from './identity-rules.ts';
import type { Problem } from './problem.ts';
import { readerNotDescribed } from './warnings.ts';

/**
 * Readers of pairs who are in no readers file of the centre, each once, at the first pair that he read. A centre that has
 * sent no readers file describes nobody, and is not asked to.
 */
export function readersNotDescribed(rows: FileRows, others: OtherRows): readonly Problem[] {
  if (others.readers.size === 0 || rows.table !== 'pairs') return [];
  const found = new Map<RowKey, Problem>();
  for (const { content, at } of rows.where(READER.name, (reader) => !others.readers.has(String(reader)))) {
    const reader = content.table === 'pairs' ? String(content.row.reader) : '';
    if (!found.has(reader)) found.set(reader, readerNotDescribed(at('reader'), reader));
  }
  return [...found.values()];
}
