import { inject } from 'vitest';

/** Of the stacks that are deployed for tests, that of this file: no other file that runs meanwhile has it. */
function ownStack() {
  const stacks = inject('stacks');
  const { VITEST_POOL_ID: place } = process.env;
  const stack = stacks[Number(place) - 1];
  if (stack === undefined) throw new Error(`of ${stacks.length} stacks there is none for worker ${place}`);
  return stack;
}

export const stack = ownStack();
