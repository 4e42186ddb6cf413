import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPLANATIONS } from '#shared/guidance/explanations/explanations.ts';
import { examinedExample, problemOfExample } from '#shared/guidance/explanations/shown-example.ts';
import { findingsOf } from '#shared/validation/examination.ts';
import { arbitrarySettings } from '#test/study/arbitrary-settings.ts';
import { SETTINGS } from '#test/study/settings.ts';

/** Each line of the texts that is a code: the tests of the problems hold that every kind is there. */
const TEXTS = readFileSync(new URL('../validation/texts.txt', import.meta.url), 'utf8');
const CODES = new Set(TEXTS.split('\n').filter((line) => /^[A-Z][A-Z0-9_]*$/.test(line)));

it('there is one for each code that a report may have, and for no other', () => {
  expect(Object.keys(EXPLANATIONS).toSorted()).toEqual([...CODES].toSorted());
});

describe.each(Object.entries(EXPLANATIONS))('%s', (code, { title, why, example }) => {
  it('is explained in both languages', () => {
    for (const { fr, en } of [title, why]) {
      expect(fr).not.toBe(en);
      // A straight apostrophe, or a colon without its space, is not French typography.
      expect(fr).not.toMatch(/'|\S[:;?!](\s|$)/);
    }
    expect(Math.max(title.fr.length, title.en.length)).toBeLessThan(60);
    expect(title.fr + title.en).not.toMatch(/\.( |$)/);
    expect(why.fr.endsWith('.') && why.en.endsWith('.')).toBe(true);
  });

  it('has an example of it that is really one, and mended is accepted without it, in every study', () => {
    const holds = (settings: typeof SETTINGS) => {
      const shown = example(settings);
      expect(problemOfExample(code, shown, settings)?.problem.code).toBe(code);
      if ('told' in shown) return;
      for (const { examination } of examinedExample(shown.mended, settings)) {
        expect(examination.verdict).toBe('accepted');
        expect(findingsOf(examination).map((found) => found.code)).not.toContain(code);
      }
    };
    holds(SETTINGS);
    fc.assert(fc.property(arbitrarySettings, holds), { numRuns: 25 });
  });
});
