import { describe, expect, it } from 'vitest';
import { MOST_PROBLEMS_KEPT, MOST_PROBLEMS_SHOWN } from '#shared/validation/limits.ts';
import { inCell, type Problem, problemKind } from '#shared/validation/problem.ts';
import { tallied } from '#shared/validation/tally.ts';
import { columnNames, csvFile } from './csv-file.ts';
import { examined } from './examined.ts';

/** Problems of so many lines, each of another value, and how many messages were written. */
function wrongCells(lines: number, ofEach: number) {
  const written = { messages: 0 };
  const wrong = problemKind('WRONG', (value: string) => {
    written.messages += 1;
    return { fr: `Faux ${value}`, en: `Wrong ${value}` };
  });
  const problems = function* (): Generator<Problem> {
    for (let line = 2; line < lines + 2; line++) {
      for (let cell = 0; cell < ofEach; cell++)
        yield wrong(inCell(line, 'sex', `x${cell}`), `${line} ${cell}`);
    }
  };
  return { written, problems };
}

describe('what was found in a file', () => {
  it('is all kept, as it came, where it is not very much', () => {
    const { problems } = wrongCells(3, 2);
    const { kept, count, groups } = tallied(problems());
    expect(kept.map(({ row, value, others }) => [row, value, others])).toEqual(
      [2, 3, 4].flatMap((row) => ['x0', 'x1'].map((value) => [row, value, undefined])),
    );
    expect([count, groups.length]).toEqual([6, 6]);
  });

  it('is all counted, but only so much kept, and of every line the first, with how many more it has', () => {
    const lines = 5;
    const ofEach = MOST_PROBLEMS_KEPT / 2 - 1;
    const { kept, count } = tallied(wrongCells(lines, ofEach).problems());
    expect(count).toBe(lines * ofEach);
    expect(kept).toHaveLength(MOST_PROBLEMS_KEPT + 2);
    expect(kept.slice(2 * ofEach).map(({ row, value, others }) => [row, value, others])).toEqual([
      [4, 'x0', undefined],
      [4, 'x1', ofEach - 2],
      [5, 'x0', ofEach - 1],
      [6, 'x0', ofEach - 1],
    ]);
    expect(kept.every(({ message }, at) => at % 10_000 > 0 || message.en.startsWith('Wrong'))).toBe(true);
  });

  it('has its messages written for the entries of a report alone, not for what is only counted', () => {
    const { problems, written } = wrongCells(200, 50);
    expect(tallied(problems()).count).toBe(10_000);
    expect(written.messages).toBe(MOST_PROBLEMS_SHOWN);
  });
});

describe('the problems of a file', () => {
  const width = columnNames('pairs').length;
  const blank = Object.fromEntries(columnNames('pairs').map((name) => [name, '?']));
  const manyWrong = (rows: number) =>
    examined(
      csvFile(
        'pairs',
        Array.from({ length: rows }, () => blank),
      ),
    );

  it('are all counted and every line is kept, however many there are', () => {
    const rows = 6_000;
    const { tally } = manyWrong(rows);
    expect(tally.count).toBe(rows * width);
    expect(tally.kept.length).toBeLessThan(MOST_PROBLEMS_KEPT + rows);
    expect(new Set(tally.kept.map(({ row }) => row)).size).toBe(rows);
    expect(tally.groups).toHaveLength(width);
    expect(tally.groups.reduce((sum, { count }) => sum + count, 0)).toBe(tally.count);
  });

  it('are not kept with their rows: a row that is right keeps no cell but its values', () => {
    const examination = examined(csvFile('pairs', [{ patient_id: 'P7' }]));
    if (examination.verdict === 'refused') throw new Error('refused');
    const [row] = examination.rows;
    expect(row?.at('patient_id')).toEqual({ row: 2, column: 'patient_id', value: 'P7' });
    expect(Object.keys(row ?? {})).toEqual([]);
  });
});
