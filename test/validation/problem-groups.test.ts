import { describe, expect, it } from 'vitest';
import { MOST_PROBLEMS_SHOWN } from '#shared/validation/limits.ts';
import { inCell, inWholeFile, type Problem, problemKind } from '#shared/validation/problem.ts';
import { type ProblemGroup, ProblemGroups } from '#shared/validation/problem-groups.ts';

const wrong = problemKind('WRONG', (expected: string) => ({
  fr: `Faux ${expected}`,
  en: `Wrong ${expected}`,
}));
const at = (row: number, column: string | null, value: string, expected = 'x'): Problem =>
  wrong(inCell(row, column, value), expected);

function groupedProblems(problems: readonly Problem[]): readonly ProblemGroup[] {
  const groups = new ProblemGroups();
  for (const problem of problems) groups.add(problem);
  return groups.all();
}

describe('problems of one kind, column and value', () => {
  it('are one entry with their lines, in order of the first', () => {
    const groups = groupedProblems([
      at(2, 'sex', 'h'),
      at(3, 'sex', 'f'),
      at(3, 'site', 'h'),
      at(5, 'sex', 'h'),
    ]);
    expect(groups.map(({ column, value, lines, count }) => [column, value, lines, count])).toEqual([
      ['sex', 'h', [2, 5], 2],
      ['sex', 'f', [3], 1],
      ['site', 'h', [3], 1],
    ]);
    expect(groups[0]).toMatchObject({ code: 'WRONG', message: { fr: 'Faux x', en: 'Wrong x' }, places: 2 });
  });

  it('are told apart where they say something else', () => {
    expect(groupedProblems([at(2, 'sex', 'h'), at(3, 'sex', 'h', 'y')])).toHaveLength(2);
  });

  it('are one whatever their value where they are of whole rows', () => {
    expect(groupedProblems([at(2, null, '8'), at(3, null, '9')])).toMatchObject([
      { value: null, lines: [2, 3] },
    ]);
    expect(groupedProblems([at(2, null, '8')])).toMatchObject([{ value: '8' }]);
  });

  it('are counted where one of them stands for a column, and where it is of the file', () => {
    const column = at(1, 'date', '').marking([2, 3, 4]);
    expect(groupedProblems([column])).toMatchObject([{ count: 1, places: 3, lines: [2, 3, 4] }]);
    expect(groupedProblems([wrong(inWholeFile, 'x')])).toMatchObject([{ count: 1, places: 1, lines: [] }]);
  });

  it('name the first hundred lines, and are at most so many', () => {
    const same = Array.from({ length: 250 }, (_, row) => at(row, 'sex', 'h'));
    const [group] = groupedProblems(same);
    expect([group?.lines.length, group?.lines.at(-1), group?.places]).toEqual([100, 99, 250]);
    const others = Array.from({ length: MOST_PROBLEMS_SHOWN + 5 }, (_, row) => at(row, 'sex', `v${row}`));
    expect(groupedProblems([...others, at(9999, 'sex', 'v0')])).toHaveLength(MOST_PROBLEMS_SHOWN);
    expect(groupedProblems([...others, at(9999, 'sex', 'v0')])[0]).toMatchObject({ count: 2 });
  });
});
