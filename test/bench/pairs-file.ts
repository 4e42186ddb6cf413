import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LARGEST_FILES } from '#test/memory/largest-files.ts';

/** Writes a file of as many pairs as are permitted, of which nothing is wrong. @returns where */
export function pairsFile(folder: string): string {
  const path = join(folder, 'pairs.csv');
  const [header = '', ...rows] = LARGEST_FILES['valid-pairs']?.lines() ?? [];
  // Its rows end before the columns that may be absent: some of the peers refuse rows that are shorter than the header.
  const columns = header.split(',').slice(0, rows[0]?.split(',').length);
  writeFileSync(path, `${[columns.join(','), ...rows].join('\n')}\n`);
  return path;
}
