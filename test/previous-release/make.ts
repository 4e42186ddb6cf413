import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

/**
 * `npx node test/previous-release/make.ts`: builds the two functions of the previous release from its commit, and computes
 * the sample cohort by it.
 */

const COMMIT = '424fef2ffc3e6f367ef5a7113bfa1eb642102fe9';
const project = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'ctmri-previous-'));
const inFolder = { cwd: folder, encoding: 'utf8' } as const;
/** As its stack had it, for the CommonJS packages of the bundle. */
const REQUIRE =
  "import { createRequire as requireFromThisBundle } from 'node:module'; const require = requireFromThisBundle(import.meta.url);";

try {
  const archive = join(folder, 'source.tar');
  execFileSync('git', ['archive', '--output', archive, COMMIT], { cwd: project });
  execFileSync('tar', ['-xf', archive], inFolder);
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    ...inFolder,
    stdio: 'ignore',
  });
  for (const name of ['ingest', 'statistics']) await bundle(name);
  writeFileSync(join(import.meta.dirname, 'result.json.br'), brotliCompressSync(resultOfSampleCohort()));
  const saying = "import { codeVersion } from './cdk/code-version.ts'; process.stdout.write(codeVersion());";
  const codeVersion = execFileSync(process.execPath, ['--input-type=module', '-e', saying], inFolder);
  const release = `${JSON.stringify({ commit: COMMIT, codeVersion }, null, 2)}\n`;
  writeFileSync(join(import.meta.dirname, 'release.json'), release);
} finally {
  rmSync(folder, { recursive: true });
}

/** The texts of `tables.json` and `manifest.json`, as that release publishes them. */
function resultOfSampleCohort(): string {
  const out = join(folder, 'result');
  // By its script, for the file behind it has other names in other releases.
  const compute = ['run', 'ctmri', '--', 'compute', 'test/cohort/thesis', '--out', out];
  execFileSync('npm', compute, { ...inFolder, stdio: 'ignore' });
  const text = (name: string) => readFileSync(join(out, name), 'utf8');
  return JSON.stringify({ tables: text('tables.json'), manifest: text('manifest.json') });
}

/** As its stack bundled it, without the source map; compressed once more than a zip file would. */
async function bundle(name: string): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: [`functions/${name}/handler.ts`],
    outfile: 'index.mjs',
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'none',
    banner: { js: REQUIRE },
  });
  for (const { contents } of outputFiles) {
    writeFileSync(join(import.meta.dirname, `${name}.mjs.br`), brotliCompressSync(contents));
  }
}
