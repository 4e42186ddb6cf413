import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  allMissing,
  type Figure,
  isMissing,
  mapped,
  missing,
  whyMissing,
} from '#shared/statistics/figure.ts';
import type { Interval, PValue } from '#shared/statistics/outcome.ts';

const interval: Interval = { lower: 1, upper: 2, level: 0.95 };

describe('a figure', () => {
  it.each([0, Number.NaN, interval, new Float64Array(), [], 'exact', null])(
    'is missing only when it carries a reason: %o exists',
    (value) => {
      expect(isMissing(value)).toBe(false);
      expect(whyMissing(value)).toBeNull();
    },
  );

  it('makes another one, or hands its reason on', () => {
    const width = (figure: Figure<Interval>) => mapped(figure, ({ lower, upper }) => upper - lower);
    expect(width(interval)).toBe(1);
    expect(width(missing('too_few_patients'))).toEqual(missing('too_few_patients'));
    expect(whyMissing(width(missing('all_zero')))).toBe('all_zero');
  });

  it('cannot be null, nor left out of a record', () => {
    interface Test {
      readonly n: number;
      readonly statistic: Figure;
      readonly pValue: Figure<PValue>;
    }
    const noTest = (n: number): Test => ({ n, ...allMissing('all_zero', ['statistic', 'pValue']) });
    expect(noTest(3)).toEqual({ n: 3, statistic: missing('all_zero'), pValue: missing('all_zero') });
    const forgotten = { n: 3, ...allMissing('all_zero', ['statistic']) };
    expectTypeOf(forgotten).not.toExtend<Test>();
    expectTypeOf({ ...noTest(3), pValue: null }).not.toExtend<Test>();
    expectTypeOf({ ...noTest(3), pValue: missing('bad_luck') }).not.toExtend<Test>();
  });
});
