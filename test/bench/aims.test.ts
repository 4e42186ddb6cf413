import { describe, expect, it } from 'vitest';
import { AIMS, aimsTable, isMissed, type Reaching } from './aims.ts';

const reaching: Reaching = new Map([
  ['validationSpeed', [{ value: 4.9 }]],
  ['validationTime', [{ value: 2.5 }]],
  [
    'startTime',
    [
      { of: 'ingest', value: 1.1 },
      { of: 'statistics', value: 1.2 },
    ],
  ],
  ['deskFrame', { why: 'no browser' }],
]);

describe('an aim', () => {
  it('is missed where one of its figures is over what it may be, or under what it should be', () => {
    const missed = AIMS.map(({ name }) => name).filter((name) => isMissed(reaching, name));
    expect(missed).toEqual(['validationSpeed', 'startTime']);
  });

  it('has its row, with what was measured, and where it is said why that is not enough', () => {
    const [, , ...rows] = aimsTable([{ heading: 'Starts, of `functions`', reaching }]).split('\n');
    expect(rows).toHaveLength(AIMS.length);
    const rowOf = (what: string) => rows.find((row) => row.includes(what));
    expect(rowOf('function’s start')).toContain(
      '| ≤ 1.15 × | ingest: 1.1 ×; statistics: 1.2 × | no: [why](#starts-of-functions) |',
    );
    expect(rowOf('typed alone')).toContain('| ≤ 2.5 × | 2.5 × | yes |');
    expect(rowOf('desk')).toContain('| – | no browser |');
    expect(rowOf('report')).toContain('| – | not measured |');
  });
});
