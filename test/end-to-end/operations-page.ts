import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { installLocalStack } from '#cdk/localstack/install/localstack.ts';
import { commandBlocks } from '#test/docs/command-blocks.ts';
import { PROJECT } from './local-computation.ts';
import { stack } from './own-stack.ts';

const BLOCKS = commandBlocks('docs/OPERATIONS.md');
/** As the page has them for a LocalStack at its usual place. */
const USUAL_ENDPOINT = 'http://127.0.0.1:4566';
const USUAL_CLI = '~/.cache/ctmri/localstack-*/bin/aws';

/** What an operator types first on LocalStack: the second block of the page in the place of the first line of its first. */
async function preparation(): Promise<string> {
  const [first = '', local = ''] = BLOCKS.get('') ?? [];
  // The AWS CLI is among LocalStack's own packages.
  const python = await installLocalStack({
    cacheFolder: cacheFolder(process.env),
    progress: () => {},
    environment: process.env,
  });
  const here = [
    [USUAL_ENDPOINT, stack.environment['AWS_ENDPOINT_URL'] ?? ''],
    [USUAL_CLI, join(dirname(python), 'aws')],
  ] as const;
  for (const [usual] of here) if (!local.includes(usual)) throw new Error(`the page lacks ${usual}`);
  const localHere = here.reduce((text, [usual, found]) => text.replace(usual, found), local);
  return localHere + first.slice(first.indexOf('\n') + 1);
}

export interface Typed {
  readonly exitCode: number | null;
  /** What the terminal showed. */
  readonly shown: string;
}

/**
 * Types a block of the page into a terminal, as it stands there.
 *
 * @param heading the heading that it stands under
 * @param place which block of that section, from 0
 */
export async function typeBlock(heading: string, place = 0, folder = PROJECT): Promise<Typed> {
  const block = BLOCKS.get(heading)?.[place];
  if (block === undefined) throw new Error(`the page has no block ${place} under ${heading}`);
  const script = (await preparation()) + block;
  const terminal = spawn('bash', ['-eo', 'pipefail', '-c', script], {
    cwd: folder,
    env: { ...process.env, ...stack.environment, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let shown = '';
  for (const stream of [terminal.stdout, terminal.stderr]) {
    stream.on('data', (text) => {
      shown += String(text);
    });
  }
  return new Promise((resolve) => {
    terminal.on('close', (exitCode) => resolve({ exitCode, shown }));
  });
}
