import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { InstancePaths } from './instance.ts';

/**
 * Lambda's runtime as one JavaScript file: stripping types in each function's process would cost it 16 MB of its memory.
 *
 * @returns its path
 */
export function bundleRuntime({ files }: InstancePaths): string {
  const outfile = join(files, 'runtime.mjs');
  buildSync({
    entryPoints: [join(import.meta.dirname, 'runtime', 'loop.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}
