import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes of one of the files of this folder, by its name without `.csv`. */
export const hospitalFile = (name: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(readFileSync(join(import.meta.dirname, `${name}.csv`)));
