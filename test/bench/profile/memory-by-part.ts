import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { isMeasured, measuredRun, nodeProgram } from '../measured-run.ts';
import { figure, markdownTable } from '../page.ts';

const MOST_SECONDS = 60;
const megabytesByPart = z.record(z.string(), z.number());

/**
 * What a program holds after its garbage was collected, by the parts that it names itself, in times its file.
 *
 * @param words - of Node: the program writes each part's megabytes into the file whose path it is given last
 * @param most - the most that it takes where Node collects when it sees fit, megabytes
 * @param file - its file, megabytes
 */
export function memoryByPart(
  words: readonly string[],
  folder: string,
  { most, file }: { readonly most: number; readonly file: number },
): string {
  const result = join(folder, 'held.json');
  const run = measuredRun(nodeProgram('--expose-gc', ...words, result), folder, MOST_SECONDS);
  if (!isMeasured(run)) return run.why;
  const parts = Object.entries(megabytesByPart.parse(JSON.parse(readFileSync(result, 'utf8'))));
  const held = parts.reduce((sum, [, megabytes]) => sum + megabytes, 0);
  return markdownTable(
    ['held, its garbage collected', 'memory, times the file'],
    [...parts, ['not collected yet, and kept free for new objects', most - held] as const].map(
      ([part, megabytes]) => [part, `${figure(megabytes / file)} ×`],
    ),
  );
}
