import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';
import { PROJECT } from '../fingerprint.ts';
import { withOwnSourceMaps } from './own-source-map.ts';

/**
 * CommonJS packages in the bundle (`debug`, below @stdlib) ask for Node's own modules by `require`, which an ES module
 * has not. The long name: esbuild renames its own, but does not look into a banner.
 */
const REQUIRE =
  "import { createRequire as requireFromThisBundle } from 'node:module'; const require = requireFromThisBundle(import.meta.url);";

/** Never started: every bundle is made here. */
const NO_IMAGE = DockerImage.fromRegistry('none');

/**
 * The code of a function: its handler and, apart, what is imported only when it is asked for, each with its source map. Its name is a hash of what it holds, which depends on the source
 * and the packages alone, and not on where the project or the output lies: so a deployment without a change is none.
 *
 * Not CDK's `NodejsFunction`: that lets esbuild write where the output happens to be, and the source map names the
 * sources from there.
 *
 * @param entry - the handler's file, from the project's folder
 * @param root - the project's folder
 * @param filesBeside - what the function reads from its own folder, by path
 */
export const functionCode = (
  entry: string,
  root: string = PROJECT,
  filesBeside: () => readonly BundledFile[] = () => [],
): Code =>
  Code.fromAsset(dirname(join(root, entry)), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: NO_IMAGE,
      local: {
        tryBundle: (folder) => {
          for (const { path, contents } of [...bundledFunction(entry, root), ...filesBeside()]) {
            mkdirSync(dirname(join(folder, path)), { recursive: true });
            writeFileSync(join(folder, path), contents);
          }
          return true;
        },
      },
    },
  });

export interface BundledFile {
  /** From the folder of the function's code. */
  readonly path: string;
  readonly contents: Uint8Array;
}

/**
 * The function as Lambda gets it: `index.mjs`, the parts that it loads later, the source maps of what is ours, the packages'
 * licences. A start reads and compiles `index.mjs` alone: the SDK's ways to credentials that no function has, and what the study imports
 * where it is used, cost nothing until then.
 */
export function bundledFunction(entry: string, root: string = PROJECT): readonly BundledFile[] {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: [{ in: join(root, entry), out: 'index' }],
    // Nothing is written there; the source map names the sources from there: `functions/ingest/handler.ts`.
    outdir: root,
    outExtension: { '.js': '.mjs' },
    write: false,
    bundle: true,
    splitting: true,
    chunkNames: 'part-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    // What was tested is what runs: the SDK of the lock file, not the one that the runtime brings that day.
    external: [],
    // Packages that are a link to elsewhere are the same packages.
    preserveSymlinks: true,
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    // The packages' licences, in a file beside the bundle instead of behind every module.
    legalComments: 'external',
    banner: { js: REQUIRE },
    logLevel: 'error',
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  return [...withOwnSourceMaps(texts)].map(([path, text]) => ({
    path,
    contents: new TextEncoder().encode(text),
  }));
}
