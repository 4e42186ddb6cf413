import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMissing, missing } from '#shared/statistics/figure.ts';
import { signedRankTest } from '#shared/statistics/signed-rank-test.ts';
import { signedRankTestWithInterval } from '#shared/statistics/signed-rank-test-with-interval.ts';
import { known } from './known.ts';
import { columns, count, signChoices, tenths, untied } from './samples.ts';

const anyColumns = fc.oneof(columns(count), columns(tenths));

describe('the signed rank test', () => {
  it('does not depend on the order of the pairs', () => {
    fc.assert(
      fc.property(anyColumns, fc.infiniteStream(fc.nat()), ({ x, y }, keys) => {
        const order = x.map((_, index) => ({ index, key: keys.next().value })).sort((a, b) => a.key - b.key);
        const shuffled = (values: readonly number[]) => order.map(({ index }) => values[index] ?? null);
        expect(signedRankTestWithInterval(shuffled(x), shuffled(y))).toEqual(
          signedRankTestWithInterval(x, y),
        );
      }),
    );
  });

  it('mirrors itself when the two columns change places', () => {
    fc.assert(
      fc.property(anyColumns, ({ x, y }) => {
        const forth = signedRankTestWithInterval(x, y);
        const back = signedRankTestWithInterval(y, x);
        const used = known(forth.used);
        expect(back.statistic).toBe((used * (used + 1)) / 2 - known(forth.statistic));
        const turned = { statistic: null, z: null, estimate: null, interval: null };
        expect({ ...back, ...turned }).toEqual({ ...forth, ...turned });
        if (forth.used === 0) return;
        expect(known(back.estimate)).toBe(0 - known(forth.estimate));
        if (isMissing(forth.interval)) return;
        expect(known(back.interval).lower).toBe(0 - forth.interval.upper);
        expect(known(back.interval).upper).toBe(0 - forth.interval.lower);
      }),
    );
  });

  it('does not depend on the unit: millimetres or tenths, as long as the doubles are exact', () => {
    fc.assert(
      fc.property(anyColumns, fc.integer({ min: -20, max: 20 }), ({ x, y }, exponent) => {
        const scaled = (values: readonly number[]) => values.map((value) => value * 2 ** exponent);
        expect(signedRankTest(scaled(x), scaled(y))).toEqual(signedRankTest(x, y));
      }),
    );
  });

  it('shifts its estimate and limits with a shift of the differences and of μ', () => {
    fc.assert(
      fc.property(anyColumns, fc.integer({ min: -100, max: 100 }), ({ x, y }, mu) => {
        const moved = signedRankTest(
          x.map((value) => value + mu),
          y,
          { mu },
        );
        expect(moved).toEqual(signedRankTest(x, y));
      }),
    );
  });

  it('drops a further zero difference, counts it, and no longer uses the exact law', () => {
    fc.assert(
      fc.property(anyColumns, ({ x, y }) => {
        const before = signedRankTest(x, y);
        const after = signedRankTest([...x, 7], [...y, 7]);
        expect(after.statistic).toBe(before.statistic);
        expect(after.used).toBe(before.used);
        expect(after.zeros).toBe(known(before.zeros) + 1);
        expect(after.method).not.toBe('exact');
      }),
    );
  });

  it('gives a p between 0 and 1 with its logarithm, or a reason', () => {
    fc.assert(
      fc.property(anyColumns, fc.constantFrom('two-sided', 'less', 'greater'), ({ x, y }, alternative) => {
        const { pValue } = signedRankTest(x, y, { alternative });
        if (isMissing(pValue)) {
          expect(pValue.missing).toBe('all_zero');
          return;
        }
        const { p, log10P } = pValue;
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(log10P).toBeCloseTo(Math.log10(p), 9);
      }),
    );
  });

  it('equals a count over every choice of signs where it is exact', () => {
    fc.assert(
      fc.property(untied(1, 10), (differences) => {
        const sorted = differences.map(Math.abs).sort((a, b) => a - b);
        const ranks = differences.map((difference) => sorted.indexOf(Math.abs(difference)) + 1);
        const observed = ranks.reduce(
          (sum, rank, index) => sum + ((differences[index] ?? 0) > 0 ? rank : 0),
          0,
        );
        let above = 0;
        let below = 0;
        let all = 0;
        for (const signs of signChoices(ranks.length)) {
          const v = ranks.reduce((sum, rank, index) => sum + (signs[index] === 1 ? rank : 0), 0);
          all += 1;
          above += v >= observed ? 1 : 0;
          below += v <= observed ? 1 : 0;
        }
        const p = (alternative: 'greater' | 'less' | 'two-sided') =>
          known(signedRankTest(differences, null, { alternative }).pValue).p;
        expect(p('greater')).toBeCloseTo(above / all, 13);
        expect(p('less')).toBeCloseTo(below / all, 13);
        expect(p('two-sided')).toBeCloseTo(Math.min(1, (2 * Math.min(above, below)) / all), 13);
      }),
    );
  });

  it('keeps log10 p finite where p underflows', () => {
    const everyPositive = Array.from({ length: 20_000 }, (_, index) => index + 1);
    const { p, log10P } = known(signedRankTest(everyPositive, null).pValue);
    expect(p).toBe(0);
    expect(log10P).toBeCloseTo(-3259.9, 0);
  });

  it('takes 5,000 pairs with their interval in half a second of the processor', () => {
    const x = Array.from({ length: 5000 }, (_, index) => Math.sin(index) * 30);
    // Not by the clock: on a busy machine the test waits for its turn.
    const before = process.threadCpuUsage();
    signedRankTestWithInterval(x, null);
    const { user, system } = process.threadCpuUsage(before);
    expect(user + system).toBeLessThan(500_000);
  });

  it('refuses the exact law of more differences than R itself can count', () => {
    const differences = Array.from({ length: 1001 }, (_, index) => index + 1);
    expect(signedRankTest(differences, null, { exact: true })).toMatchObject({
      statistic: missing('exact_law_too_large'),
      pValue: missing('exact_law_too_large'),
    });
  });

  it('skips missing values on either side, and says when nothing is left', () => {
    expect(signedRankTest([5, null, 9, Number.NaN], [3, 2, 4, 1])).toMatchObject({ used: 2, statistic: 3 });
    expect(signedRankTest([null], [1])).toMatchObject({
      pValue: missing('no_observation'),
      statistic: missing('no_observation'),
    });
  });

  it('has a z unless the law is exact', () => {
    expect(signedRankTest([1, 2, 3], null).z).toEqual(missing('exact_law'));
    expect(known(signedRankTest([1, 2, 3], null, { exact: false }).z)).toBeGreaterThan(0);
  });

  it('has a p, but no interval, where all differences are equal or one is infinite', () => {
    expect(signedRankTestWithInterval([2, 2, 2], null)).toMatchObject({
      pValue: { p: expect.closeTo(0.1489, 4) },
      estimate: 2,
      estimateKind: 'midrange',
      interval: missing('no_variation'),
      warnings: ['no_interval_when_constant', 'no_exact_p_with_ties', 'no_exact_interval_with_ties'],
    });
    const infinite = [Number.NEGATIVE_INFINITY, 1, 1, Number.POSITIVE_INFINITY];
    expect(signedRankTestWithInterval(infinite, null)).toMatchObject({
      pValue: { p: expect.any(Number) },
      estimate: missing('infinite_value'),
      interval: missing('infinite_value'),
    });
  });

  it('has neither at a level that is none', () => {
    expect(signedRankTestWithInterval([1, 2], null, { level: 1 })).toMatchObject({
      pValue: missing('invalid_level'),
      interval: missing('invalid_level'),
    });
  });
});
