import type { RowKey } from '#shared/tables/tables.ts';

/**
 * So many rows of a file stand in one partition of the table, which takes 1,000 writes a second: a second's work. Those of a
 * larger file are spread over all parts, so that writing them is bound by the table and not by one partition.
 * Source: AWS, "Best practices for designing and using partition keys effectively in DynamoDB".
 */
export const MOST_ROWS_IN_ONE_PARTITION = 1_000;

/** What the names of a file's partitions end in, after the name that all of them share; the first one has that name alone. */
export const PARTS: readonly string[] = ['', ...Array.from('123456789abcdef', (part) => `#${part}`)];

/** Those of a file whose rows stand together. */
export const ONE_PART = PARTS.slice(0, 1);

/** The name of a partition that is not its file's first one, which stands in the group. */
export const LATER_PART = /^(.*#[0-9a-f]{16})#[1-9a-f]$/s;

/** Close to the square root of the modulus of a digest, and prime, so that ids alike in all but a digit go far apart. */
const FACTOR = 1_000_003;
const MODULUS = 2 ** 31 - 1;

/**
 * In which of some parts a row stands: the same for all rows of a patient, so that one query finds those of a file. From 0.
 *
 * @param row - begins with its patient's id, or is its reader's
 */
export function partOf(row: RowKey, parts: number): number {
  const end = row.indexOf('#');
  let digest = 0;
  for (let at = 0; at < (end === -1 ? row.length : end); at += 1) {
    digest = (digest * FACTOR + row.charCodeAt(at)) % MODULUS;
  }
  return digest % parts;
}
