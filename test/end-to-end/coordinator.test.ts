import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { MILLISECONDS_PER_DAY } from '#shared/calendar.ts';
import { runClock } from './clock.ts';
import { ctmri } from './ctmri.ts';
import { withVariables } from './deployed-functions.ts';
import { drop, dropCohort, eventually, outputs, published, publishedFrom, remove } from './deployed-study.ts';
import { COHORT } from './local-computation.ts';

/** Frozen names stay for good, also on a study that outlives the tests. */
const NAME = `test-${Date.now().toString(36)}x`;
const LESIONS = readFileSync(join(COHORT, 'rouen', 'lesions.csv'), 'utf8');
const FEWER = LESIONS.split('\n').toSpliced(2, 1).join('\n');

/** The function's clock, as `NODE_OPTIONS` sets it. */
const EIGHT_DAYS_LATER = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
    `const now = () => performance.timeOrigin + performance.now() + ${8 * MILLISECONDS_PER_DAY};
     globalThis.Date = class extends Date {
       constructor(...given) { super(...(given.length > 0 ? given : [now()])); }
       static now() { return now(); }
     };`,
  )}`,
};

let before = '';
let after = '';

beforeAll(async () => {
  before = (await publishedFrom(await dropCohort(COHORT))).manifest.id;
  after = (await publishedFrom([await drop('rouen', 'lesions.csv', FEWER)])).manifest.id;
});

afterAll(() => drop('rouen', 'lesions.csv', LESIONS));

const jsonOf = async (...words: readonly string[]) => {
  const { exitCode, printed } = await ctmri(...words, '--json');
  return { exitCode, json: z.looseObject({}).parse(JSON.parse(printed)) };
};

describe('a coordinator', () => {
  it('sees in results --list what is new in the latest one', async () => {
    const { exitCode, json } = await jsonOf('results', '--list');
    expect(exitCode).toBe(0);
    expect(json['results']).toMatchObject([
      {
        id: after,
        latest: true,
        changes: {
          inputs: [{ key: 'uploads/rouen/lesions.csv', change: 'replaced' }],
          terms: [],
          code: null,
        },
      },
      ...new Array(z.array(z.unknown()).parse(json['results']).length - 1).fill({ latest: false }),
    ]);
  });

  it('sees by diff which figures moved, and that none moved between a result and itself', async () => {
    const { exitCode, json } = await jsonOf('diff', before.slice(0, 12), 'latest');
    expect([exitCode, json['sameFigures']]).toEqual([1, false]);
    expect(JSON.stringify(json['tables'])).toContain('"column":"n_lesions"');
    expect((await ctmri('diff', after, 'latest')).exitCode).toBe(0);
  });

  it('freezes a result under a name, which then means it, once', async () => {
    const words = ['freeze', NAME, before, '--why', 'a test', '--by', 'the tests'];
    expect(await ctmri(...words)).toMatchObject({ exitCode: 0 });
    expect((await jsonOf('results', '--id', NAME)).json['id']).toBe(before);
    const again = await ctmri(...words.with(2, after));
    expect(again.exitCode).toBe(3);
    expect(again.reported).toContain(before);
  });

  it('reproduces a result whose files were replaced since, to the byte', async () => {
    const { exitCode, json } = await jsonOf('reproduce', NAME);
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ id: before, reproduced: true, gone: [], otherBytes: [] });
  });

  it('sees in the status who sent what, and what is to be done', async () => {
    await drop('rouen', 'more.csv', 'nothing that the study knows');
    const { exitCode, json } = await jsonOf('status', 'rouen');
    expect(exitCode).toBe(1);
    expect(json).toMatchObject({
      published: { id: after },
      centres: [{ centre: 'rouen', ofTheStudy: true, unanswered: [] }],
      attention: [{ what: 'refused', keys: ['uploads/rouen/more.csv'] }],
    });
    await remove('uploads/rouen/more.csv');
    await eventually('a study without that file', async () =>
      (await ctmri('status', 'rouen')).exitCode === 0 ? true : undefined,
    );
    expect((await published())?.manifest.id).toBe(after);
  });

  it('sees after a week which results have lost their tables, and computes them again', async () => {
    const latest = (await publishedFrom([await drop('rouen', 'lesions.csv', LESIONS)])).manifest.id;
    await withVariables(EIGHT_DAYS_LATER, async () => void (await runClock()), [
      outputs.StatisticsFunctionName,
    ]);
    const { json } = await jsonOf('results', '--list');
    const listed = z.array(z.object({ id: z.string(), cleared: z.boolean() })).parse(json['results']);
    const isCleared = new Map(listed.map(({ id, cleared }) => [id, cleared]));
    expect([latest, before, after].map((id) => isCleared.get(id))).toEqual([false, false, true]);
    expect(await ctmri('diff', after, 'latest')).toMatchObject({
      exitCode: 3,
      reported: expect.stringContaining(`ctmri -- reproduce ${after}`),
    });
    expect((await jsonOf('reproduce', after)).json).toMatchObject({ id: after, gone: [], otherBytes: [] });
  });
});
