import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrderOfLines } from '#shared/validation/in-order-of-lines.ts';
import { inWholeFile, onLine, type Problem, problemKind } from '#shared/validation/problem.ts';

const wrong = problemKind('WRONG', (rule: number) => ({ fr: `Règle ${rule}`, en: `Rule ${rule}` }));
const found = (line: number, rule: number): Problem => wrong(line === 0 ? inWholeFile : onLine(line), rule);
const words = (problems: Iterable<Problem>) =>
  [...problems].map(({ row, message }) => `${row} ${message.en}`);

describe('the problems of several rules', () => {
  it('come in order of lines, those of one line in order of the rules', () => {
    const lines = fc.array(fc.array(fc.nat(8), { maxLength: 6 }), { maxLength: 5 });
    fc.assert(
      fc.property(lines, (ofRules) => {
        const rules = ofRules.map((rule, number) => rule.map((line) => found(line, number)));
        const sorted = rules.flat().toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
        expect(words(inOrderOfLines(...rules))).toEqual(words(sorted));
      }),
    );
  });

  it('are taken one by one: of a rule that finds many, no more is there than is asked for', () => {
    let made = 0;
    function* many() {
      for (let line = 1; line <= 1_000; line++) {
        made += 1;
        yield found(line, 1);
      }
    }
    const problems = inOrderOfLines(many(), [found(7, 2), found(3, 2)]);
    expect(words(problems.take(4))).toEqual(['1 Rule 1', '2 Rule 1', '3 Rule 1', '3 Rule 2']);
    expect(made).toBeLessThan(6);
  });
});
