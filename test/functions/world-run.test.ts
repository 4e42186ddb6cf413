import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createWorld } from './world/world.ts';

it('a run that is busy for seconds, as with its first import on a busy machine, is waited for', async () => {
  const run = await createWorld().run(() => setTimeout(4_000));
  expect(run.state).toBe('ended');
});
