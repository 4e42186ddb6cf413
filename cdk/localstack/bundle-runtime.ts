import { join } from 'node:path';
import { build, stop } from 'esbuild';

/**
 * Lambda's runtime as one JavaScript file: stripping types in each function's process would cost it 16 MB of its memory.
 */
export async function bundleRuntime(outfile: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'runtime', 'loop.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    outfile,
    logLevel: 'error',
  });
  // esbuild keeps a process of its own until told that there is no more to build.
  await stop();
}
