import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, vi } from 'vitest';

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

/** Objects that a test no longer holds, by their names. */
export type NotHeld = ReadonlyMap<string, WeakRef<object>>;

export const notHeld = (objects: Readonly<Record<string, object>>): NotHeld =>
  new Map(Object.entries(objects).map(([name, object]) => [name, new WeakRef(object)]));

/** Expects that nobody holds any of them. */
export const expectLetGo = (objects: NotHeld): Promise<void> =>
  // V8 compiles beside the program, and holds what it compiles for until it is done: asked again until then.
  vi.waitFor(
    () => {
      if (typeof collectGarbage !== 'function') throw new Error('garbage cannot be collected');
      collectGarbage();
      const held = [...objects].filter(([, object]) => object.deref() !== undefined);
      expect(held.map(([name]) => name)).toEqual([]);
    },
    { timeout: 20_000, interval: 50 },
  );
