import { describe, expect, it } from 'vitest';
import { annotations, MOST_CHARACTERS_OF_MESSAGES } from '#shared/reports/annotations.ts';
import { isOurAnnotation } from '#shared/validation/annotation-column.ts';
import { inCell, problemKind } from '#shared/validation/problem.ts';

const MESSAGE = 'x'.repeat(500);
const wrong = problemKind('WRONG', () => ({ fr: MESSAGE, en: MESSAGE }));
const HEADER = 1;
/** The most that a spreadsheet takes in one cell. */
const LONGEST_CELL = 32_767;

describe('annotations', () => {
  it('mark every row, but together are no longer than so much, however much is wrong', () => {
    const rows = 2 * (MOST_CHARACTERS_OF_MESSAGES / MESSAGE.length);
    const problems = Array.from({ length: rows }, (_, at) => wrong(inCell(at + 2, 'sex', 'x')));
    const annotationOf = annotations(problems, HEADER, 'fr');
    let length = 0;
    let unmarked = 0;
    for (let line = 2; line < rows + 2; line++) {
      const text = annotationOf(line);
      length += text.length;
      if (text === '' || !isOurAnnotation(text)) unmarked += 1;
    }
    expect(unmarked).toBe(0);
    expect(length).toBeLessThan(MOST_CHARACTERS_OF_MESSAGES + 30 * rows);
    expect(annotationOf(rows + 2)).toBe('');
  });

  it('fit into a cell, and say how many problems their row has in all', () => {
    const problems = Array.from({ length: 1_000 }, (_, at) => wrong(inCell(2, `c${at}`, 'x')));
    const last = problems.pop()?.beside(7);
    const annotationOf = annotations([...problems, ...(last ? [last] : [])], HEADER, 'fr');
    const text = annotationOf(2);
    expect(text).toMatch(/^1\u202f007 problèmes sur cette ligne, dont : c0: x+ \[WRONG\] \| c1: /);
    expect(text.length).toBeLessThan(LONGEST_CELL);
    expect(isOurAnnotation(text)).toBe(true);
    expect(annotations([wrong(inCell(2, 'a', '')).beside(1)], HEADER, 'en')(2)).toBe(
      `2 problems in this row, such as: a: ${MESSAGE} [WRONG]`,
    );
  });

  it('stand in every row of a column that is wrong as a whole, and once at the header', () => {
    const column = wrong(inCell(HEADER, 'date', '')).marking([1, 2, 4]);
    const annotationOf = annotations([column, wrong(inCell(4, 'sex', 'x'))], HEADER, 'en');
    const [header, second, third, fourth] = [1, 2, 3, 4].map(annotationOf);
    expect([header, second, third]).toEqual([`date: ${MESSAGE} [WRONG]`, `date: ${MESSAGE} [WRONG]`, '']);
    expect(fourth).toBe(`date: ${MESSAGE} [WRONG] | sex: ${MESSAGE} [WRONG]`);
  });
});
