import { describe, expect, it } from 'vitest';
import { type Awaiting, awaitUploads } from '#functions/statistics/await-uploads.ts';
import type { AwaitedUpload } from '#functions/storage/awaited-uploads.ts';

const KEY = 'uploads/rouen/patients.csv';
const FILE = { centre: 'rouen', key: KEY, reason: 'rows_lost' } as const;
const NOW = '2026-11-25T12:00:00.000Z';
const [AN_HOUR_AGO, LESS, MORE] = [
  '2026-11-25T11:00:00.000Z',
  '2026-11-25T11:00:00.001Z',
  '2026-11-25T10:59:59.999Z',
];

/** Noted under today’s rules, and asked for; nobody has answered yet. */
const note = (own: Partial<AwaitedUpload> = {}): AwaitedUpload => ({
  since: LESS,
  rules: 'today',
  wanted: 'file',
  answers: 0,
  askedAfter: 0,
  ...own,
});

/** What is done about one file, and whether it holds up the result. */
async function waiting(known: AwaitedUpload | undefined, others: Partial<Awaiting> = {}) {
  const done: unknown[] = [];
  const held = await awaitUploads(
    {
      now: () => new Date(NOW),
      sendHint: async (key, delaySeconds) =>
        void done.push(['hint', key, ...(delaySeconds ? [delaySeconds] : [])]),
      noteAwaited: async (key, { wanted, since, rules }) =>
        void done.push(['note', key, wanted, since, rules]),
      noteAsked: async (key, answers) => void done.push(['asked', key, answers]),
      forgetAwaited: async (key) => void done.push(['forget', key]),
    },
    {
      rules: 'today',
      unsettled: [FILE],
      outdated: [],
      awaited: known === undefined ? new Map() : new Map([[KEY, known]]),
      askAgain: false,
      ...others,
    },
  );
  return { done, holdsUp: held.length > 0 };
}

describe('a file that is waited for', () => {
  it('is noted and asked for: the hint goes out before it is noted that it did', async () => {
    expect(await waiting(undefined)).toEqual({
      done: [
        ['note', KEY, 'file', NOW, 'today'],
        ['hint', KEY],
        ['asked', KEY, 0],
      ],
      holdsUp: true,
    });
  });

  it('is not asked for twice before somebody has answered, but by the clock', async () => {
    const again = [
      ['hint', KEY],
      ['asked', KEY, 0],
    ];
    expect((await waiting(note())).done).toEqual([]);
    expect((await waiting(note(), { askAgain: true })).done).toEqual(again);
  });

  it.each([
    ['since it was answered', note({ answers: 3, askedAfter: 2 }), 3],
    ['that nobody has asked for yet', note({ askedAfter: -1 }), 0],
  ])('is asked for again %s', async (_, known, answers) => {
    expect((await waiting(known)).done).toEqual([
      ['hint', KEY],
      ['asked', KEY, answers],
    ]);
  });

  it.each([
    [LESS, true],
    [AN_HOUR_AGO, false],
    [MORE, false],
  ])('since %s holds up the result: %s', async (since, holdsUp) => {
    expect((await waiting(note({ since }))).holdsUp).toBe(holdsUp);
  });

  it('is waited for anew by other rules', async () => {
    expect(await waiting(note({ since: MORE, rules: 'yesterday' }))).toEqual({
      done: [
        ['note', KEY, 'file', NOW, 'today'],
        ['hint', KEY],
        ['asked', KEY, 0],
      ],
      holdsUp: true,
    });
  });

  it('is forgotten once it is settled', async () => {
    expect(await waiting(note(), { unsettled: [] })).toEqual({ done: [['forget', KEY]], holdsUp: false });
  });
});

describe('a report that is outdated', () => {
  const outdated = [{ centre: 'rouen', key: KEY }];
  const askedFor = { done: [['hint', KEY], ['asked', KEY, 0]], holdsUp: false }; // biome-ignore format: one line
  const report = (own: Partial<AwaitedUpload> = {}) => note({ wanted: 'report', ...own });

  it('is noted and asked for once, and holds nothing up', async () => {
    expect(await waiting(undefined, { unsettled: [], outdated })).toEqual({
      done: [['note', KEY, 'report', NOW, 'today'], ...askedFor.done],
      holdsUp: false,
    });
    expect((await waiting(report(), { unsettled: [], outdated })).done).toEqual([]);
  });

  it('is asked for again once it was answered; after an hour the hint is held back', async () => {
    const answered = { answers: 1, askedAfter: 0 };
    const own = { unsettled: [], outdated };
    expect((await waiting(report(answered), own)).done).toEqual([
      ['hint', KEY],
      ['asked', KEY, 1],
    ]);
    expect((await waiting(report({ ...answered, since: MORE }), own)).done).toEqual([
      ['hint', KEY, 900],
      ['asked', KEY, 1],
    ]);
  });

  it('is not asked for while a file of its centre is waited for, and its note stays', async () => {
    const other = 'uploads/rouen/pairs.csv';
    const others = { awaited: new Map([[KEY, note()], [other, report()]]) }; // biome-ignore format: one line
    const beside = { ...others, outdated: [{ centre: 'rouen', key: other }] };
    expect((await waiting(undefined, beside)).done).toEqual([]);
  });

  it('does not hold a file up for as long as the report was waited for', async () => {
    expect((await waiting(report({ since: MORE }))).holdsUp).toBe(true);
  });
});
