import { describe, expect, it } from 'vitest';
import { freezableName, isIdPrefix } from '#shared/publication/frozen-result.ts';

describe('the name of a frozen result', () => {
  it.each(['article-2026', 'these', 'a', '2026', 'face', 'a'.repeat(63).concat('z')])('may be %s', (name) => {
    expect(freezableName(name)).toBe(true);
  });

  it.each(['', 'Article', 'été', 'a b', 'a/b', '../x', 'z'.repeat(65), 'latest'])('may not be %j', (name) => {
    expect(freezableName(name)).toBe(false);
  });

  it.each(['decade', '202611', '0'.repeat(32)])('may not be %s, which an id may begin with', (name) => {
    expect([freezableName(name), isIdPrefix(name)]).toEqual([false, true]);
  });
});
