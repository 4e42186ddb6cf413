import { describe, expect, it } from 'vitest';
import { settleUploads } from '#functions/statistics/settle-uploads.ts';
import { emptyHead } from '#shared/storage/centre-head.ts';
import type { LiveVersions } from '#shared/storage/live-versions.ts';

const CHANGES = 5;
const LATEST = { id: '0', publishedAt: '', manifest: '', tables: [], changes: CHANGES };
const UPLOADS: ReadonlyMap<string, LiveVersions> = new Map();

/** How often all uploads are listed, and whether the log says that they were compared. */
async function compared(changesInTable: number, uploads?: typeof UPLOADS) {
  let listed = 0;
  const logged: string[] = [];
  const nothing = async () => {};
  await settleUploads(
    {
      now: () => new Date(0),
      log: (event) => void logged.push(event),
      centres: ['rouen'],
      rules: 'today',
      readText: async () => undefined,
      readAwaited: async () => new Map(),
      listVersions: async () => undefined,
      listUploads: async () => {
        listed += 1;
        return UPLOADS;
      },
      isWhole: async () => true,
      sendHint: nothing,
      noteAwaited: nothing,
      noteAsked: nothing,
      forgetAwaited: nothing,
    },
    {
      heads: [{ ...emptyHead('rouen'), version: changesInTable }],
      latest: { content: LATEST, etag: '' },
      uploads,
      lackingRows: new Set(),
    },
  );
  return { listed, logged };
}

describe('a run after an upload', () => {
  it('compares the whole bucket where the table has seen less than the latest result', async () => {
    expect(await compared(CHANGES - 1)).toEqual({ listed: 1, logged: ['compared'] });
  });

  it.each([CHANGES, CHANGES + 1])('lists nothing where it has seen %d changes', async (changes) => {
    expect(await compared(changes)).toEqual({ listed: 0, logged: [] });
  });
});

describe('a run by the clock', () => {
  it('compares the uploads that it has listed', async () => {
    expect(await compared(CHANGES, UPLOADS)).toEqual({ listed: 0, logged: ['compared'] });
  });
});
