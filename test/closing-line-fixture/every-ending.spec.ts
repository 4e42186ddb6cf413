import { expect, it } from 'vitest';

// What `closing-line.test.ts` runs, to see how each ending is told.
it('passes', () => {
  expect(1).toBe(1);
});

it('fails', () => {
  expect(1).toBe(2);
});

it('is skipped with a reason', ({ skip }) => skip('the emulator is missing'));

it.skip('is skipped without a reason', () => {});
