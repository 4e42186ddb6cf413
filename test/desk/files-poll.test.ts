import { expect, it } from 'vitest';
import { filesPoll } from '#functions/desk/page/centre/files-poll.ts';
import type { DeskFile } from '#shared/desk/centre-api.ts';

const NEVER = () => false;

/** A poll that waits for nothing, on a desk that answers each reading with the next of some answers; the last one stays. */
function pollOn(...answers: readonly (readonly DeskFile[] | Error)[]) {
  const pauses: number[] = [];
  let readings = 0;
  const poll = filesPoll(
    async () => {
      const answer = answers[Math.min(readings, answers.length - 1)] ?? [];
      readings += 1;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    async (milliseconds) => pauses.push(milliseconds),
  );
  return { poll, pauses, readings: () => readings };
}

const file = (name: string): DeskFile => ({
  name,
  state: 'accepted',
  since: null,
  newest: null,
  inForce: null,
  verdictAt: null,
  table: null,
  problems: null,
  warnings: null,
  headline: null,
  entering: null,
  changes: null,
  refusedSince: null,
  history: [],
});
const named = (name: string) => (files: readonly DeskFile[]) => files.find((one) => one.name === name);

it('all who wait for something of the files are served by the same readings, at one rate', async () => {
  const { poll, pauses, readings } = pollOn([], [], [file('a')], [file('a'), file('b')]);
  const seen = await Promise.all([poll(named('a'), NEVER), poll(named('b'), NEVER), poll(named('a'), NEVER)]);
  expect(seen.map((one) => one?.name)).toEqual(['a', 'b', 'a']);
  expect(readings()).toBe(4);
  expect(pauses).toEqual([2_000, 2_000, 2_000, 2_000]);
});

it('a reading that fails only makes them wait longer', async () => {
  const { poll, readings } = pollOn([], new Error('no connection'), [file('a')]);
  expect(await poll(named('a'), NEVER)).toMatchObject({ name: 'a' });
  expect(readings()).toBe(3);
});

it('nothing is read for somebody who waits no longer', async () => {
  const { poll, readings } = pollOn([]);
  let asked = 0;
  const twice = () => {
    asked += 1;
    return asked > 2;
  };
  expect(await poll(named('a'), twice)).toBeUndefined();
  expect(readings()).toBe(2);
  expect(await poll(named('a'), () => true)).toBeUndefined();
  expect(readings()).toBe(2);
});
