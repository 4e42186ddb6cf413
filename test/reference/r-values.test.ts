import { describe, expect, it } from 'vitest';
import { adapters } from './adapters.ts';
import { compare } from './comparison.ts';
import { readReferenceFiles } from './fixtures.ts';
import { notCoveredKinds } from './not-covered.ts';

for (const { kind, cases } of readReferenceFiles()) {
  if (notCoveredKinds.includes(kind)) continue;
  describe(`R gives the same: ${kind}`, () => {
    it.each(cases.map((reference) => [reference.id, reference] as const))('%s', (_id, reference) => {
      const adapter = adapters[kind];
      expect(adapter, `the kind ${kind} is known, or listed in not-covered.ts`).toBeDefined();
      const answer = adapter?.(reference);
      expect(answer?.error).toBe(reference.error);
      expect(answer?.warnings).toEqual(reference.warnings);
      compare(reference.expect, answer?.expect, { kind, tolerances: reference.tol ?? {} });
    });
  });
}
