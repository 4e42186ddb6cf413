import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { obstacleToR, runValuesScript } from './r-program.ts';

/** Kinds that base R answers, and kinds that need packages besides. */
const ofBaseR = [
  'cluster_binary',
  'descriptives',
  'distributions',
  'omnibus',
  'p_adjust',
  'study',
  't_test',
  'wilcoxon_signed_rank',
];
const ofPackages = [
  'agreement',
  'categorical',
  'cluster_paired',
  'count_models',
  'heterogeneity',
  'signed_rank_beyond',
];

describe('r-values.R answers the cases as they are committed', () => {
  it.for([
    { by: 'base R', kinds: ofBaseR },
    { by: 'packages', kinds: ofPackages },
  ])('by $by', ({ kinds }, context) => {
    skipWithoutR(context, kinds);
    const { status, stdout, stderr } = runValuesScript(['--check', ...kinds]);
    expect(stdout + stderr).not.toContain(' was ');
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
    skipWithoutR(context, ['p_adjust']);
    const withQuestion = readFileSync(committed, 'utf8').replace('\n]}', `,\n${question}\n]}`);
    writeFileSync(file(), withQuestion);
    expect(runValuesScript(['p_adjust'], folder).status).toBe(0);
    const answered = withQuestion.replace(question, `${question.slice(0, -1)}, ${answer}`);
    expect(readFileSync(file(), 'utf8')).toBe(answered);
    expect(runValuesScript(['--check', 'p_adjust'], folder).status).toBe(0);
  });

  it('names the field that differs, and changes nothing with --check', (context) => {
    skipWithoutR(context, ['p_adjust']);
    copyFileSync(committed, file());
    const wrong = readFileSync(committed, 'utf8').replace('"error": "n >= lp is not TRUE"', '"error": null');
    writeFileSync(file(), wrong);
    const { status, stdout } = runValuesScript(['--check', 'p_adjust'], folder);
    expect(stdout).toContain('p_adjust/n-smaller: error was null, is "n >= lp is not TRUE"');
    expect(status).toBe(1);
    expect(readFileSync(file(), 'utf8')).toBe(wrong);
    expect(runValuesScript(['p_adjust'], folder).status).toBe(0);
    expect(readFileSync(file(), 'utf8')).toBe(readFileSync(committed, 'utf8'));
  });
});

function skipWithoutR(context: { skip(note?: string): never }, kinds: readonly string[]): void {
  const obstacle = obstacleToR(...kinds);
  if (obstacle !== null) context.skip(obstacle);
}
