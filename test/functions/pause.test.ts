import { describe, expect, it } from 'vitest';
import { longestPause } from '#functions/storage/pause.ts';

describe('the longest pause before another attempt', () => {
  it.each([
    [1, 100],
    [2, 200],
    [6, 3200],
    [7, 5000],
    [19, 5000],
  ])('number %i is %i milliseconds', (attempt, milliseconds) => {
    expect(longestPause(attempt)).toBe(milliseconds);
  });
});
