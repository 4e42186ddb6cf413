import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { publishFiles } from '#functions/statistics/publish-files.ts';
import type { Written } from '#functions/storage/conditional-object.ts';
import { manifestFor } from '#test/publication/comparison/manifests.ts';

const ID = '0123456789abcdef0123456789abcdef';
const TABLES = new Map([
  ['a.csv', 'a\n'],
  ['b.csv', 'b\n'],
  ['c.csv', 'c\n'],
]);

/** Publishes three tables to a bucket that answers to the first at once and to the others later; what was written, in order. */
async function publishedTo(answerOf: (file: string) => Written) {
  const written: string[] = [];
  const outcome = await publishFiles(
    {
      log: () => {},
      readText: async () => undefined,
      writeOver: async ({ key }) => {
        const file = key.slice(key.lastIndexOf('/') + 1);
        if (file !== 'a.csv') await setTimeout(5);
        written.push(file);
        return answerOf(file);
      },
    },
    ID,
    { tables: TABLES, manifest: manifestFor() },
  );
  return { outcome, written };
}

describe('the files of a result', () => {
  it('are written with the manifest last', async () => {
    const { outcome, written } = await publishedTo(() => ({ etag: 'e' }));
    expect(outcome).toBe('published');
    expect(written.toSorted()).toEqual(['a.csv', 'b.csv', 'c.csv', 'manifest.json']);
    expect(written.at(-1)).toBe('manifest.json');
  });

  it.each(['a.csv', 'c.csv'])(
    'are left without a manifest where another run was faster with %s',
    async (one) => {
      const { outcome, written } = await publishedTo((file) => (file === one ? 'overtaken' : { etag: 'e' }));
      expect(outcome).toBe('overtaken');
      expect(written).not.toContain('manifest.json');
    },
  );
});
