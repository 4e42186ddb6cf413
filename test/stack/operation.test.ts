import { describe, expect, it } from 'vitest';
import { synthesise } from './synthesise.ts';

const { stack } = synthesise();

describe('the stack', () => {
  it('is not deleted before somebody has switched off its protection', () => {
    expect(stack.terminationProtection).toBe(true);
  });
});
