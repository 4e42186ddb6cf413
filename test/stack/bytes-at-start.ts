import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How many bytes of code a start of a bundled function reads: its file, and the parts without which that cannot begin. */
export function bytesAtStart(folder: string, file = 'index.mjs', seen: Set<string> = new Set()): number {
  if (seen.has(file)) return 0;
  seen.add(file);
  const code = readFileSync(join(folder, file));
  // Not `import("./part-….mjs")`, which is read when it is asked for.
  const needed = code.toString().matchAll(/(?:from|import)"\.\/(part-\w+\.mjs)"/g);
  return code.length + [...needed].reduce((sum, [, part = '']) => sum + bytesAtStart(folder, part, seen), 0);
}
