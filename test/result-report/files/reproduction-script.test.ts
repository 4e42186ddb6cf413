import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPRODUCTION_SCRIPT, reproductionScript } from '#shared/result-report/files/reproduction-script.ts';
import { type SampleResult, sampleResult } from './sample-result.ts';

/** What R says of the script beside the result's files, some of them changed. */
async function inR(
  { files, result }: SampleResult,
  changed: (name: string, text: string) => string = (_, text) => text,
): Promise<{ readonly status: number; readonly output: string } | 'no R'> {
  const folder = await mkdtemp(join(tmpdir(), 'reproduce-'));
  try {
    for (const [name, text] of files) await writeFile(join(folder, name), changed(name, text));
    const script = join(folder, REPRODUCTION_SCRIPT);
    await writeFile(script, reproductionScript(result) ?? '');
    return await new Promise((resolve, reject) => {
      execFile('Rscript', ['--vanilla', script], { maxBuffer: 1e8 }, (error, stdout, stderr) => {
        if (error?.code === 'ENOENT') resolve('no R');
        else if (error !== null && typeof error.code !== 'number') reject(error);
        else resolve({ status: Number(error?.code ?? 0), output: stdout + stderr });
      });
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

const WITHOUT_R = 'R is not installed: apt-get install r-base-core';

describe('reproduce.R', { timeout: 120_000 }, () => {
  it.for(['clustered', 'small-centres', 'all-equal'])(
    'finds every p of the tests of counts and diameters again from the points: %s',
    async (cohort, { skip }) => {
      const said = await inR(await sampleResult(cohort));
      if (said === 'no R') return skip(WITHOUT_R);
      expect(said).toMatchObject({ status: 0 });
      expect(said.output).toMatch(/different: 0\n$/);
    },
  );

  it('reproduces each p that the tables of the thesis’s cohort publish', async ({ skip }) => {
    const sample = await sampleResult('thesis');
    const said = await inR(sample);
    if (said === 'no R') return skip(WITHOUT_R);
    const published = sample.result.tables
      .filter(({ name }) => /^(?:primary-comparison|count-tests|side-tests|measure-tests)$/.test(name))
      .flatMap(({ columns, rows }) =>
        columns.flatMap(({ name }, position) =>
          /(?<!log10)_p(?:_holm|_bh)?$/.test(name) ? rows.map((row) => row[position]) : [],
        ),
      )
      .filter((value) => value !== null).length;
    expect(published).toBeGreaterThan(900);
    expect(said.status).toBe(0);
    expect(said.output).toContain(`\n${published} p, `);
  });

  it('says which p differ, and fails, where a table is not made of these points', async ({ skip }) => {
    const said = await inR(await sampleResult('thesis'), (name, text) =>
      name === 'points.csv' ? text.replace(/^(diameter,mm,,1,1),[\d.]+/m, '$1,99.9') : text,
    );
    if (said === 'no R') return skip(WITHOUT_R);
    expect(said.status).toBe(1);
    expect(said.output).toMatch(/measure-tests +mri_t2fs mri_diffusion +wilcoxon_p/);
  });
});

it('reproduce.R says which table it does not find, as where it lies in a folder without them', async ({
  skip,
}) => {
  const sample = await sampleResult('clustered');
  const said = await inR({ ...sample, files: new Map() });
  if (said === 'no R') return skip(WITHOUT_R);
  expect(said.status).toBe(2);
  expect(said.output).toMatch(/points\.csv : introuvable \/ not found\. Rscript reproduce\.R FOLDER\n$/);
});

describe('there is no reproduce.R', () => {
  it.each([
    ['without points', 'thesis', { pointsPublished: false }],
    ['without p', 'thesis', { significanceShown: false }],
    ['of too few patients', 'two-patients', {}],
  ] as const)('%s', async (_, cohort, settings) => {
    expect(reproductionScript((await sampleResult(cohort, settings)).result)).toBeUndefined();
  });

  it('of a result of an earlier release, which has no table of points', async () => {
    const { result } = await sampleResult('thesis');
    const tables = result.tables.filter(({ name }) => name !== 'points');
    expect(reproductionScript({ ...result, tables })).toBeUndefined();
  });
});
