import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledFunction } from '#cdk/stack/function-bundle.ts';
import type { DeployedFunction } from '#test/localstack/deployed-function.ts';
import { zip } from '#test/localstack/zip.ts';
import { answeredOtherwise } from './lost-round.ts';
import { BODIES_FILE, CALLS_FILE, REPLAY_FILE, type Recording, replaySchema } from './recorded-call.ts';

/** A function that sends a recording again, as LocalStack runs it: a process of this machine, which reads it from a folder. */
export function bareFunction(folder: string, { calls, bodies }: Recording): DeployedFunction {
  mkdirSync(folder);
  writeFileSync(join(folder, CALLS_FILE), JSON.stringify(calls));
  writeFileSync(join(folder, BODIES_FILE), bodies);
  const files = bundledFunction('test/bench/uploads/bare-function.ts');
  const code = files.map(({ path, contents }) => [path, new TextDecoder().decode(contents)] as const);
  return { code: zip(Object.fromEntries(code)), variables: { RECORDING: folder } };
}

/** How long it took; it must have been answered as the study's function was, or something else was measured. */
export function replayedSeconds(folder: string): number {
  const { seconds, otherwise } = replaySchema.parse(
    JSON.parse(readFileSync(join(folder, REPLAY_FILE), 'utf8')),
  );
  if (otherwise.length > 0) throw answeredOtherwise(otherwise);
  return seconds;
}
