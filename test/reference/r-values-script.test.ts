import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReferenceFiles } from './fixtures.ts';
import { obstacle, runValuesScript } from './r-program.ts';

const kinds = readReferenceFiles().map(({ kind }) => kind);

describe('r-values.R answers the cases as they are committed', () => {
  it.for(kinds)('%s', (kind, context) => {
    const { status, stdout, stderr } = run(context, ['--check', kind]);
    expect(stdout + stderr).toContain(' 0 with other values');
    expect(status).toBe(0);
  });
});

describe('r-values.R on a file of one’s own', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(`${tmpdir()}/r-values-`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const committed = fileURLToPath(new URL('./r/p_adjust.json', import.meta.url));
  const file = () => `${folder}/p_adjust.json`;
  const question =
    '{"id": "p_adjust/new", "tags": [], "source": "R", "call": "p.adjust(p, method, n)", "input": {"p": [0.01, null, 0.04]}, "args": {"method": "holm"}}';
  const answer = '"expect": [0.02, null, 0.04], "warnings": [], "error": null, "note": null, "tol": null}';

  it('answers a new case and leaves the rest of the file as it is', (context) => {
    const withQuestion = readFileSync(committed, 'utf8').replace('\n]}', `,\n${question}\n]}`);
    writeFileSync(file(), withQuestion);
    expect(run(context, ['p_adjust'], folder).status).toBe(0);
    const answered = withQuestion.replace(question, `${question.slice(0, -1)}, ${answer}`);
    expect(readFileSync(file(), 'utf8')).toBe(answered);
    expect(run(context, ['--check', 'p_adjust'], folder).status).toBe(0);
  });

  it('names the field that differs, and changes nothing with --check', (context) => {
    copyFileSync(committed, file());
    const wrong = readFileSync(committed, 'utf8').replace('"error": "n >= lp is not TRUE"', '"error": null');
    writeFileSync(file(), wrong);
    const { status, stdout } = run(context, ['--check', 'p_adjust'], folder);
    expect(stdout).toContain('p_adjust/n-smaller: error was null, is "n >= lp is not TRUE"');
    expect(status).toBe(1);
    expect(readFileSync(file(), 'utf8')).toBe(wrong);
    expect(run(context, ['p_adjust'], folder).status).toBe(0);
    expect(readFileSync(file(), 'utf8')).toBe(readFileSync(committed, 'utf8'));
  });
});

/** Runs the script; where R or a package is missing, the test is skipped and says so. */
function run(context: { skip(note?: string): never }, given: readonly string[], folder?: string) {
  const result = runValuesScript(given, folder);
  const missing = obstacle(result);
  return missing === null ? result : context.skip(missing);
}
