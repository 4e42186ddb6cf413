import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { bothLanguages } from '#shared/language.ts';
import { type PluginCheck, type PluginChecks, pluginChecks } from './plugin-checks.ts';

/** The tools are installed the first time, perhaps after LocalStack, which another test may be installing. */
const LONGEST_INSTALLATION = 15 * 60_000;
const NAMES = ['ruff check', 'ruff format', 'mypy'];
/** Something for each of the three to find: a name that nothing uses, a line that is laid out badly, a wrong type. */
const FAULTY = '"""Nothing."""\n\nimport os\n\nCOUNT: int =   "one"\n';

let found: PluginChecks;
const folder = mkdtempSync(join(tmpdir(), 'ctmri-plugin-'));

beforeAll(async () => {
  writeFileSync(join(folder, 'faulty.py'), FAULTY);
  found = await pluginChecks({
    cacheFolder: cacheFolder(process.env),
    environment: process.env,
    progress: (step) => process.stderr.write(`${bothLanguages(step)}\n`),
  });
}, LONGEST_INSTALLATION);

afterAll(() => rmSync(folder, { recursive: true }));

/** Where the tools are not to be had, a person is told so; continuous integration fails. */
function checkOf(name: string, { skip }: TestContext): PluginCheck {
  if ('missing' in found) {
    if (process.env['CI']) throw new Error(found.missing);
    return skip(`the Python plugin is not checked: ${found.missing}`);
  }
  const check = found.checks.find((candidate) => candidate.name === name);
  if (check === undefined) throw new Error(`there is no check ${name}`);
  return check;
}

describe('the Python plugin of LocalStack', () => {
  it.for(NAMES)('passes %s', async (name, context) => {
    const { succeeded, output } = await checkOf(name, context).run();
    expect({ succeeded, output }).toMatchObject({ succeeded: true });
    expect(output).toMatch(/All checks passed|already formatted|no issues found in \d+ source files/);
  });

  it.for(NAMES)('would fail %s if there were a fault', async (name, context) => {
    const { succeeded, output } = await checkOf(name, context).run(folder);
    expect(succeeded).toBe(false);
    expect(output).toContain('faulty.py');
  });
});
