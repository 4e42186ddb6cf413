import { describe, expect, it } from 'vitest';
import { meantResult } from '#cdk/commands/meant-result.ts';
import { bucketWith } from './bucket-in-memory.ts';

const A = `abcdef1${'0'.repeat(25)}`;
const B = `abcdef2${'0'.repeat(25)}`;
const C = `123456${'0'.repeat(26)}`;
const { bucket } = bucketWith({
  [`results/${A}/manifest.json`]: '',
  [`results/${B}/manifest.json`]: '',
  [`results/${C}/counts.csv`]: '',
  [`results/${C}/manifest.json`]: '',
  'results/latest.json': JSON.stringify({ id: B, publishedAt: '', manifest: '', tables: [] }),
  'results/frozen/article.json': JSON.stringify({ name: 'article', id: A, at: '', by: 'x', why: 'y' }),
});

describe('the result that is meant', () => {
  it.each([
    ['its id', A, A],
    ['the beginning of one id', 'abcdef1', A],
    ['six characters', '123456', C],
    ['a frozen name', 'article', A],
    ['latest', 'latest', B],
  ])('is found by %s', async (_, word, id) => {
    expect(await meantResult(bucket, word)).toBe(id);
  });

  it('is not guessed where several ids begin so: they are named', async () => {
    await expect(meantResult(bucket, 'abcdef')).rejects.toThrow(`${A}, ${B}`);
  });

  it.each(['abcde', '654321', 'unknown', 'Article', '../latest', 'frozen', ''])('is not %j', async (word) => {
    await expect(meantResult(bucket, word)).rejects.toThrow(/means no result/);
  });

  it('is no result where nothing is published', async () => {
    await expect(meantResult(bucketWith().bucket, 'latest')).rejects.toThrow(/No result is published yet/);
  });
});
