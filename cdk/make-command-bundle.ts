import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { BUNDLES, bundleOfNow, COMMAND_LINE } from './command-bundle.ts';
import { PROJECT } from './fingerprint.ts';

/** A source of ours says where it lies itself, not where its bundle does: what it reads lies beside it. */
const ownPlaces: Plugin = {
  name: 'own-places',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
    }));
  },
};

/**
 * Bundles all commands, in place of the bundle of other sources. It is there whole or not at all, because a command may
 * start meanwhile.
 *
 * @param root - the project's folder
 */
export async function makeCommandBundle(root: string = PROJECT): Promise<void> {
  const bundle = bundleOfNow(root);
  if (existsSync(bundle)) return;
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [COMMAND_LINE],
    // Nothing is written there; the source maps name the sources from there.
    outdir: root,
    write: false,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    // It starts a program of its own, from its folder.
    external: ['esbuild'],
    // Packages that are CommonJS ask for Node's own modules by `require`, which an ES module has not.
    banner: {
      js: "import { createRequire as requireFromHere } from 'node:module'; const require = requireFromHere(import.meta.url);",
    },
    plugins: [ownPlaces],
    // For profiles: `npm run bench` names each source.
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'error',
  });
  rmSync(join(root, BUNDLES), { recursive: true, force: true });
  const unfinished = `${bundle}.unfinished`;
  mkdirSync(unfinished, { recursive: true });
  for (const { path, contents } of outputFiles) writeFileSync(join(unfinished, basename(path)), contents);
  renameSync(unfinished, bundle);
}
