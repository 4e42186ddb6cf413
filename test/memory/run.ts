import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { INGEST_MEMORY } from '#cdk/stack/ingest-function.ts';
import { bytesOf } from '#test/validation/csv-file.ts';
import { LARGEST_FILES, type LargestFile } from './largest-files.ts';

/**
 * `npm run test:memory [-- NAME …]`: the largest files that are permitted, each brought in by a process with half of the
 * memory of the Lambda. Exit status 1 where one of them dies, needs more, or gets another verdict.
 */

const HALF = Math.floor(INGEST_MEMORY / 2);
const MEGABYTE = 1_000_000;

/**
 * The flags with which Lambda starts Node: nine tenths of the memory for the old generation, one for the young one.
 * Source: `/var/runtime/bootstrap` of its Node.js runtimes.
 */
const flagsFor = (megabytes: number): readonly string[] => {
  const young = Math.floor(megabytes / 10);
  return [
    `--max-semi-space-size=${Math.floor(young / 2)}`,
    `--max-old-space-size=${megabytes - young}`,
    '--disable-warning=ExperimentalWarning',
  ];
};

const measuredSchema = z.object({
  verdict: z.string(),
  found: z.number(),
  memory: z.number(),
  seconds: z.number(),
  written: z.array(z.number()),
});

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function write({ lines, encoding = 'utf-8' }: LargestFile, path: string): Promise<void> {
  if (encoding !== 'utf-8') {
    const text = [...lines()].join('\r\n');
    await pipeline(Readable.from([bytesOf(text, encoding)]), createWriteStream(path));
    return;
  }
  const ended = function* () {
    let piece = '';
    for (const line of lines()) {
      piece += `${line}\n`;
      if (piece.length < MEGABYTE) continue;
      yield piece;
      piece = '';
    }
    yield piece;
  };
  await pipeline(Readable.from(ended()), createWriteStream(path));
}

/** @returns what is wrong; undefined where nothing is */
function measured(name: string, file: LargestFile, path: string): string | undefined {
  const script = join(import.meta.dirname, 'examine-once.ts');
  const child = spawnSync(process.execPath, [...flagsFor(HALF), script, name, path], { encoding: 'utf8' });
  const size = (statSync(path).size / MEGABYTE).toFixed(0);
  if (child.status !== 0) {
    say(`${name}: ${size} MB, DIED\n${child.stderr.split('\n').filter(Boolean).slice(-3).join('\n')}`);
    return `${name} died in ${HALF} MB`;
  }
  const { verdict, found, memory, seconds, written } = measuredSchema.parse(JSON.parse(child.stdout));
  const [text, annotated, json] = written.map((megabytes) => megabytes.toFixed(1));
  say(
    `${name}: ${size} MB, ${verdict}, ${found.toLocaleString('en')} found, ${memory.toFixed(0)} MB of ${HALF}, ` +
      `${seconds.toFixed(0)} s; text ${text}, annotated ${annotated}, JSON ${json} MB`,
  );
  if (verdict !== file.verdict) return `${name} is ${verdict}`;
  return memory > HALF ? `${name} took ${memory.toFixed(0)} MB of ${HALF}` : undefined;
}

const HELP = `The largest files that are permitted, each brought in with half of the memory of the Lambda (${HALF} MB).

  npm run test:memory                              all of them: some minutes
  npm run test:memory -- valid-pairs rows-elsewhere

${Object.entries(LARGEST_FILES)
  .map(([name, { what }]) => `  ${name.padEnd(22)}${what}`)
  .join('\n')}

Exit codes: 0 each has its verdict within that memory; 1 one has not, or died; 2 wrong arguments.`;

const asked = process.argv.slice(2);
if (asked.includes('--help')) {
  say(HELP);
  process.exit(0);
}
const unknown = asked.filter((name) => !Object.hasOwn(LARGEST_FILES, name));
if (unknown.length > 0) {
  say(`No such file: ${unknown.join(', ')}. There are ${Object.keys(LARGEST_FILES).join(', ')}.`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'ctmri-memory-'));
const failures: string[] = [];
try {
  for (const [name, file] of Object.entries(LARGEST_FILES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const path = join(folder, `${name}.csv`);
    await write(file, path);
    const failure = measured(name, file, path);
    if (failure !== undefined) failures.push(failure);
    rmSync(path);
  }
} finally {
  rmSync(folder, { recursive: true });
}
for (const failure of failures) say(`FAILED: ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;
