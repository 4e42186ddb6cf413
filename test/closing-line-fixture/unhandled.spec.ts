import { expect, it } from 'vitest';

it('passes, and leaves an error behind', () => {
  setTimeout(() => {
    throw new Error('outside any test');
  });
  expect(1).toBe(1);
});
