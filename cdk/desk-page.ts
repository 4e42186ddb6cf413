import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { buildSync } from 'esbuild';
import { ASSETS, PAGE_FILE } from '#functions/desk/page-files.ts';
import { PROJECT } from './fingerprint.ts';
import type { BundledFile } from './stack/function-bundle.ts';

/** Where the page's sources are, from the project's folder. */
const SOURCES = 'functions/desk/page';
/** What the page starts with; `…-worker.ts` is started by it. */
const ENTRIES = /^(?:page\.(?:ts|css)|.+-worker\.ts)$/;
/** A source in the page's text stands for where its bundle is found. */
const PLACEHOLDER = /\{\{([^{}]+)\}\}/g;

/**
 * The desk's page as browsers get it. The names of its parts hold a hash of them, so that they may be kept for ever; what the
 * page needs only sometimes is a part of its own. Paths are from the page's folder: `index.html`, `assets/page-ABCDEFGH.js`.
 *
 * @param root - the project's folder
 */
export function deskPage(root: string = PROJECT): readonly BundledFile[] {
  const sources = join(root, SOURCES);
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: readdirSync(sources)
      .filter((name) => ENTRIES.test(name))
      .map((name) => join(sources, name)),
    outdir: join(root, ASSETS),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    platform: 'browser',
    format: 'esm',
    target: ['chrome120', 'firefox121', 'safari17'],
    preserveSymlinks: true,
    minify: true,
    legalComments: 'external',
    logLevel: 'error',
  });
  const bundles = new Map(
    Object.entries(metafile.outputs).flatMap(([output, { entryPoint }]) =>
      entryPoint === undefined
        ? []
        : [[relative(SOURCES, entryPoint), `${ASSETS}${basename(output)}`] as const],
    ),
  );
  const page = readFileSync(join(sources, PAGE_FILE), 'utf8').replaceAll(PLACEHOLDER, (_, source: string) => {
    const bundle = bundles.get(source);
    if (bundle === undefined)
      throw new Error(`${PAGE_FILE} asks for ${source}, which is no part of the page`);
    return bundle;
  });
  return [
    { path: PAGE_FILE, contents: new TextEncoder().encode(page) },
    ...outputFiles.map(({ path, contents }) => ({ path: `${ASSETS.slice(1)}${basename(path)}`, contents })),
  ];
}
