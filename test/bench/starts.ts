import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { PROJECT } from '#cdk/fingerprint.ts';
import { type BundledFile, bundledFunction } from '#cdk/stack/function-bundle.ts';
import { THESIS_SETTINGS } from '#shared/protocol/study-settings.ts';
import { bytesAtStart } from '#test/stack/bytes-at-start.ts';
import { OWN } from './bench.ts';
import type { Program } from './measured-run.ts';

export const BARE = 'bare SDK clients';
/** The functions that run for every upload, with a start of their own now and then. */
export const STARTED = ['ingest', 'statistics'] as const;
export type Started = (typeof STARTED)[number];

/** What either of them reads at its start; any values will do. */
const ENVIRONMENT = {
  AWS_REGION: 'eu-west-3',
  ...{ BUCKET: 'b', TABLE: 't', KEY: 'k', CENTRES: 'c', RULES: 'r', CODE_VERSION: 'v', CODE_COMMIT: 'c' },
  FULL_VERIFICATION_DAYS: '7',
  ...{
    UPLOAD_QUEUE_URL: 'q',
    STATISTICS_FUNCTION: 's',
    REPORT_FUNCTION: 'r',
    VERDICT_TOPICS: 'v',
    DESK_URL: 'd',
  },
  STUDY_SETTINGS: JSON.stringify(THESIS_SETTINGS),
};

/** A function as it starts, and how many bytes its start reads. */
export interface Start {
  readonly program: Program;
  readonly bytes: number;
}

/**
 * A function of the study; the SDK's clients that it works with and nothing else, as CDK's own NodejsFunction would bundle
 * them; and those bundled as the study bundles its functions.
 *
 * @param folder - where the bundles are written
 */
export function starts(name: Started, folder: string): ReadonlyMap<string, Start> {
  const bare = `test/bench/peers/bare-${name}.ts`;
  const bundles = {
    [OWN]: bundledFunction(`functions/${name}/handler.ts`),
    [BARE]: inOneFile(bare),
    [`${BARE}, in parts`]: bundledFunction(bare),
  };
  return new Map(
    Object.entries(bundles).map(([bundle, files], place) => {
      const own = join(folder, `${name}-${place}`);
      mkdirSync(own);
      for (const { path, contents } of files) writeFileSync(join(own, path), contents);
      const words = [
        // As the functions run on Lambda.
        '--enable-source-maps',
        join(import.meta.dirname, 'start-once.mjs'),
        join(own, 'index.mjs'),
        JSON.stringify(ENVIRONMENT),
      ];
      const program = { command: process.execPath, words };
      return [bundle, { program, bytes: bytesAtStart(own) }];
    }),
  );
}

const inOneFile = (entry: string): readonly BundledFile[] =>
  buildSync({
    entryPoints: [join(PROJECT, entry)],
    outfile: 'index.mjs',
    write: false,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  }).outputFiles.map(({ contents }) => ({ path: 'index.mjs', contents }));
