import { describe, expect, it } from 'vitest';
import { awaited } from '#cdk/commands/awaited.ts';

function terminal(signal = new AbortController().signal) {
  const reported: string[] = [];
  return {
    reported,
    signal,
    say: ({ en }: { readonly en: string }) => en,
    report: (text: string) => void reported.push(text),
  };
}

const what = { fr: 'le verdict', en: 'the verdict' };
const quick = { what, patienceMilliseconds: 60_000, pollMilliseconds: 1 };

describe('a wait', () => {
  it('ends with what is seen, and says nothing of a short one', async () => {
    let looks = 0;
    const waiting = terminal();
    expect(await awaited(waiting, quick, async () => (++looks < 3 ? undefined : looks))).toBe(3);
    expect(waiting.reported).toEqual([]);
  });

  it('says that it goes on', async () => {
    let looks = 0;
    const waiting = terminal();
    await awaited(waiting, { ...quick, sayEveryMilliseconds: 0 }, async () => ++looks === 3 || undefined);
    expect(waiting.reported).toEqual(['waiting: the verdict (0 s)…', 'waiting: the verdict (0 s)…']);
  });

  it('gives up when patience ends', async () => {
    expect(
      await awaited(terminal(), { ...quick, patienceMilliseconds: 0 }, async () => undefined),
    ).toBeUndefined();
  });

  it('ends at once when it is interrupted', async () => {
    const waiting = awaited(terminal(AbortSignal.abort()), quick, async () => undefined);
    await expect(waiting).rejects.toThrow(/abort/i);
  });
});
