import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as causeProblems from '#shared/validation/cause-problems.ts';
import * as crossTableWarnings from '#shared/validation/cross-table-warnings.ts';
import * as fileProblems from '#shared/validation/file-problems.ts';
import * as idProblems from '#shared/validation/id-problems.ts';
import { inWholeFile } from '#shared/validation/problem.ts';
import * as rowProblems from '#shared/validation/row-problems.ts';
import * as shapeProblems from '#shared/validation/shape-problems.ts';
import * as visibilityProblems from '#shared/validation/visibility-problems.ts';
import * as warnings from '#shared/validation/warnings.ts';
import { decodeWindows1252, encodeWindows1252 } from '#shared/validation/windows-1252.ts';
import { ALL_CASES } from './all-cases.ts';
import { findings } from './examined.ts';

const codeSchema = z.object({ code: z.string() });

/** The codes of all kinds that a module defines, whatever details their texts need. */
const codesDefinedIn = (module: object): readonly string[] =>
  Object.values(module).map(
    (kind) => codeSchema.parse(Reflect.apply(kind, undefined, [inWholeFile, ',', ';'])).code,
  );

const DEFINED = [
  fileProblems,
  causeProblems,
  idProblems,
  rowProblems,
  shapeProblems,
  warnings,
  crossTableWarnings,
  visibilityProblems,
].flatMap(codesDefinedIn);

const REMEDY = {
  fr: /\p{L}{2}ez\b|Attendu/u,
  en: /\b(save|split|take|add|delete|mend|keep|move|drop|join|empty|write|check|send|look|expected)\b/i,
};

describe.each(ALL_CASES)('%s', (_, cases) => {
  it.each(cases)('$title', ({ found, expected }) => {
    const problems = found();
    expect(findings(problems)).toEqual(expected);
    for (const { message } of problems) {
      expect(message.fr).toMatch(REMEDY.fr);
      expect(message.en).toMatch(REMEDY.en);
      expect(message.fr).not.toBe(message.en);
      expect(message.fr + message.en).not.toMatch(/undefined|null|NaN|\[object/);
      // The annotated file is written in the sender's encoding, which may be this one.
      for (const text of [message.fr, message.en]) {
        const broader = text.replaceAll('\u202f', '\u00a0');
        expect(decodeWindows1252(encodeWindows1252(broader))).toBe(broader);
      }
    }
  });
});

describe('the kinds of problems', () => {
  it('are each found in one of these cases', () => {
    const found = new Set(
      ALL_CASES.flatMap(([, cases]) => cases.flatMap(({ expected }) => expected)).map(({ code }) => code),
    );
    expect([...found].toSorted()).toEqual([...DEFINED].toSorted());
  });

  it('have codes that tell them apart', () => {
    expect(new Set(DEFINED).size).toBe(DEFINED.length);
    for (const code of DEFINED) expect(code).toMatch(/^[A-Z]+(_[A-Z0-9]+)*$/);
  });
});
