import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import * as z from 'zod';
import type { DeployedFunction } from '../localstack/deployed-function.ts';
import { zip } from '../localstack/zip.ts';
import { PROJECT } from './local-computation.ts';

const FOLDER = join(PROJECT, 'test/previous-release');
const stored = (file: string) => readFileSync(join(FOLDER, file));

const release = z
  .object({ commit: z.string(), codeVersion: z.string() })
  .parse(JSON.parse(stored('release.json').toString()));

const codeOf = (name: 'ingest' | 'statistics'): Uint8Array =>
  zip({ 'index.mjs': brotliDecompressSync(stored(`${name}.mjs.br`)).toString() });

/** The statistics function as the previous release's stack made it, where this one's stands. */
export const previousStatistics = ({ variables }: DeployedFunction): DeployedFunction => ({
  code: codeOf('statistics'),
  variables: {
    ...pick(variables, ['BUCKET', 'TABLE', 'UPLOAD_QUEUE_URL', 'CENTRES']),
    STUDY_SETTINGS: '{"fewestPatientsShown":5}',
    CODE_VERSION: release.codeVersion,
    CODE_COMMIT: release.commit,
  },
});

/** Its ingest. */
export const previousIngest = ({ variables }: DeployedFunction): DeployedFunction => ({
  code: codeOf('ingest'),
  variables: pick(variables, ['BUCKET', 'TABLE', 'STATISTICS_FUNCTION', 'UPLOAD_QUEUE_URL', 'CENTRES']),
});

/** The variables that both releases know; what this one adds was not there. */
const pick = (variables: DeployedFunction['variables'], names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, variables[name] ?? '']));
