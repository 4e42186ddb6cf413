import { describe, expect, it } from 'vitest';
import { freezeResult } from '#cdk/commands/freeze.ts';
import { meantResult } from '#cdk/commands/meant-result.ts';
import { runCommand } from '#cdk/commands/run-command.ts';
import { frozenResultSchema } from '#shared/publication/frozen-result.ts';
import { bucketWith } from './bucket-in-memory.ts';
import { latestOf, objectsOf, resultOf } from './published-study.ts';
import { optionsOf, terminalIn } from './terminal-in-memory.ts';

const RESULT = await resultOf('a'.repeat(32));
const OBJECTS = { ...objectsOf(RESULT), ...latestOf(RESULT) };
const WANTED = { name: 'article-2026', result: 'latest', why: 'submitted', by: 'A. Martin' };

describe('ctmri freeze', () => {
  it('writes which result, when, by whom and why, and the name means it from then on', async () => {
    const { bucket, read } = bucketWith(OBJECTS);
    const { terminal, printed } = terminalIn('en');
    expect(await freezeResult(bucket, WANTED, optionsOf(), terminal)).toBe(0);
    expect(printed()).toBe(`article-2026 names ${RESULT.manifest.id} (frozen by A. Martin).`);
    const stored = JSON.parse(read('results/frozen/article-2026.json') ?? '');
    expect(frozenResultSchema.parse(stored)).toMatchObject({
      name: 'article-2026',
      id: RESULT.manifest.id,
      by: 'A. Martin',
      why: 'submitted',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    expect(await meantResult(bucket, 'article-2026')).toBe(RESULT.manifest.id);
  });

  it('refuses a name that is taken, and says what it names; nothing changes', async () => {
    const { bucket, read } = bucketWith(OBJECTS);
    const { terminal } = terminalIn('en');
    await freezeResult(bucket, WANTED, optionsOf(), terminal);
    const before = read('results/frozen/article-2026.json');
    const again = freezeResult(bucket, { ...WANTED, by: 'Z' }, optionsOf(), terminal);
    await expect(again).rejects.toThrow(
      new RegExp(`names ${RESULT.manifest.id} already .*by A. Martin: submitted`),
    );
    expect(read('results/frozen/article-2026.json')).toBe(before);
  });

  it.each(['counts.csv', 'tables.json', 'manifest.json'])(
    'freezes nothing where %s is missing',
    async (file) => {
      const { bucket, erase, read } = bucketWith(OBJECTS);
      erase(`results/${RESULT.manifest.id}/${file}`);
      const freezing = freezeResult(bucket, WANTED, optionsOf(), terminalIn('en').terminal);
      await expect(freezing).rejects.toThrow(/no longer has its tables|is missing|no manifest/);
      expect(read('results/frozen/article-2026.json')).toBeUndefined();
    },
  );

  it('says so where the night took the tables away while the name was written', async () => {
    const { bucket, erase, read } = bucketWith(OBJECTS, () => {
      erase(`results/${RESULT.manifest.id}/tables.json`);
    });
    const freezing = freezeResult(bucket, WANTED, optionsOf(), terminalIn('en').terminal);
    await expect(freezing).rejects.toThrow('no longer has its tables');
    expect(read('results/frozen/article-2026.json')).toBeDefined();
  });

  it('freezes nothing where a table is not what the manifest says', async () => {
    const { bucket, put, read } = bucketWith(OBJECTS);
    put(`results/${RESULT.manifest.id}/counts.csv`, 'another');
    const freezing = freezeResult(bucket, WANTED, optionsOf(), terminalIn('en').terminal);
    await expect(freezing).rejects.toThrow(/counts\.csv .* not the one that its manifest names/);
    expect(read('results/frozen/article-2026.json')).toBeUndefined();
  });
});

describe('a wrong call of ctmri freeze', () => {
  it.each([
    [[], /Name it/],
    [['article'], /Name it/],
    [['article', '--why', ' '], /Name it/],
    [['Article', '--why', 'x'], /cannot name a result/],
    [['abcdef', '--why', 'x'], /cannot name a result/],
    [['article', '--why', 'x'], /Say by --by who/],
  ])('%j ends with 2 before anything is asked of AWS', async (words, complaint) => {
    const { terminal, reported } = terminalIn('en');
    expect(await runCommand(['freeze', ...words, '--lang', 'en'], terminal)).toBe(2);
    expect(reported()).toMatch(complaint);
  });
});
