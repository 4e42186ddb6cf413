import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '#cdk/fingerprint.ts';
import { STACK_NAME } from '#cdk/stack-outputs.ts';
import { projectContext } from './synthesise.ts';

/** What a synthesis reads. */
const READ = ['cdk', 'functions', 'shared', 'package.json', 'package-lock.json', 'tsconfig.json'];

const place = mkdtempSync(join(tmpdir(), 'ctmri-same-'));
afterAll(() => rmSync(place, { recursive: true }));

/** A copy of the project, without its history, whose packages are a link to the ones that are installed. */
function copyOfProject(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const path of READ) cpSync(join(PROJECT, path), join(folder, path), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** The files of a cloud assembly by their names, with what they hold. */
type Assembly = ReadonlyMap<string, string>;
const TEMPLATE = `/${STACK_NAME}.template.json`;

const differing = (one: Assembly, other: Assembly) =>
  [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name));

/** What the app of that folder writes. */
async function assembly(root: string, outdir: string): Promise<Assembly> {
  const app = spawn(process.execPath, [join(root, 'cdk/app.ts')], {
    cwd: root,
    env: {
      ...process.env,
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify(projectContext),
      CDK_DEFAULT_REGION: 'eu-west-3',
    },
    stdio: 'ignore',
  });
  const status = await new Promise((resolve) => app.on('close', resolve));
  expect(status).toBe(0);
  const files = readdirSync(outdir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((path) => [path.slice(outdir.length), readFileSync(path, 'utf8')]));
}

describe('a synthesis', () => {
  let here: Assembly;
  let again: Assembly;
  let inACopy: Assembly;
  let outsideAnother: Assembly;
  beforeAll(async () => {
    const copy = copyOfProject(join(place, 'copy'));
    const other = copyOfProject(join(place, 'far/away/other'));
    [here, again, inACopy, outsideAnother] = await Promise.all([
      assembly(PROJECT, join(place, 'here')),
      assembly(PROJECT, join(place, 'again')),
      assembly(copy, join(copy, 'cdk.out')),
      assembly(other, join(place, 'outside')),
    ]);
  });

  it('gives the same bytes the second time, so that `cdk diff` is silent', () => {
    expect(here.has(TEMPLATE)).toBe(true);
    expect(differing(here, again)).toEqual([]);
  });

  it('gives the same template and assets wherever project and output lie, inside each other or not', () => {
    // It says where each construct is made; only the CDK's own command line reads it.
    expect(differing(inACopy, outsideAnother)).toEqual([`/${STACK_NAME}.metadata.json`]);
  });

  it('gives the same assets from packages that are a link to elsewhere', () => {
    const assets = (files: Assembly) => [...files].filter(([name]) => name.startsWith('/asset.'));
    expect(assets(here).length).toBeGreaterThanOrEqual(4);
    expect(Object.fromEntries(assets(inACopy))).toEqual(Object.fromEntries(assets(here)));
  });

  it('gives the same template without the history of the project, but for the commit', () => {
    const commit = /"CODE_COMMIT": "[^"]*"/;
    expect(inACopy.get(TEMPLATE)).toMatch(commit);
    const withoutCommit = (files: Assembly) => files.get(TEMPLATE)?.replace(commit, '');
    expect(withoutCommit(inACopy)).toBe(withoutCommit(here));
  });
});
