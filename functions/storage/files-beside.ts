import { createHash } from 'node:crypto';
import type { CentreHead, UploadedFile } from '#shared/storage/centre-head.ts';
import { otherFilesInForce } from '#shared/storage/file-order.ts';

const LENGTH = 16;

/** What a report speaks of besides the file itself depends on these parts of its record. */
type Reported = Pick<UploadedFile, 'since' | 'state'>;

/**
 * Whether the report on a file may speak of another one in force: a refusal of the older ones that have its rows; the warnings
 * of an accepted file of any, for rows of all tables are laid side by side.
 */
const speaksOf = ({ state }: Reported, older: boolean): boolean =>
  state === 'accepted' || (state === 'refused' && older);

/**
 * Names the centre's other files of which the report on one may speak, with their rows: 16 hexadecimal digits of a SHA-256.
 * The report on a file that lies in the folder of no centre speaks of the centres instead.
 */
export function filesBeside(
  head: CentreHead,
  key: string,
  file: Reported,
  centres: readonly string[],
): string {
  const files = otherFilesInForce(head, { key, since: file.since })
    .filter(({ older }) => speaksOf(file, older))
    .map(({ file: { key: other, generation } }) => [other, generation]);
  const beside = file.state === 'misplaced' ? centres : files;
  return createHash('sha256').update(JSON.stringify(beside)).digest('hex').slice(0, LENGTH);
}

/** The files of a centre whose report speaks of others as they are no longer, in the order of their keys. */
export const outdatedReports = (head: CentreHead, centres: readonly string[]): readonly string[] =>
  Object.entries(head.files)
    .filter(([key, file]) => file.beside !== filesBeside(head, key, file, centres))
    .map(([key]) => key)
    .toSorted();
