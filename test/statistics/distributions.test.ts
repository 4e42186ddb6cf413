import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquaredPValue } from '#shared/statistics/chi-squared-distribution.ts';
import { fQuantile, fUpperTail } from '#shared/statistics/f-distribution.ts';
import { missing } from '#shared/statistics/figure.ts';
import { logGamma, logGammaHalfStep } from '#shared/statistics/log-gamma.ts';
import { normalPValue } from '#shared/statistics/normal-distribution.ts';
import { normalQuantile } from '#shared/statistics/normal-quantile.ts';
import { signedRankLaw, signedRankQuantile } from '#shared/statistics/signed-rank-distribution.ts';
import { studentTPValue, studentTQuantile } from '#shared/statistics/student-t-distribution.ts';
import { subsetSumLaw } from '#shared/statistics/subset-sum-law.ts';
import { known } from './known.ts';
import { signChoices } from './samples.ts';

const ratio = (actual: number, expected: number) => Math.abs(actual / expected - 1);
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const degrees = fc.oneof(fc.integer({ min: 1, max: 2000 }), real(0.5, 300));

describe('the tails', () => {
  it('agree with each other: a squared normal is χ² with 1 degree, a squared t is F with 1 and ν', () => {
    fc.assert(
      fc.property(real(0.01, 30), degrees, (value, df) => {
        expect(ratio(chiSquaredPValue(value * value, 1).p, normalPValue(value).p)).toBeLessThan(1e-11);
        const { p } = studentTPValue(value, df);
        if (p > 1e-280) expect(ratio(fUpperTail(value * value, 1, df), p)).toBeLessThan(1e-10);
      }),
    );
  });

  it('have a logarithm that continues where the probability underflows', () => {
    fc.assert(
      fc.property(real(5, 36), real(100, 5000), (z, df) => {
        expect(normalPValue(z).log10P).toBeCloseTo(Math.log10(normalPValue(z).p), 8);
        const near = studentTPValue(z, df);
        if (near.p > 1e-280) expect(near.log10P).toBeCloseTo(Math.log10(near.p), 8);
      }),
    );
    // The three laws share their far tails: t tends to the normal law, whose square is χ² with 1 degree.
    expect(normalPValue(60).log10P).toBeCloseTo(-783.606, 3);
    expect(chiSquaredPValue(3600, 1).log10P).toBeCloseTo(normalPValue(60).log10P, 8);
    expect(ratio(studentTPValue(60, 1e12).log10P, normalPValue(60).log10P)).toBeLessThan(1e-6);
    expect(chiSquaredPValue(3600, 2).log10P).toBeCloseTo(-1800 / Math.LN10, 8);
  });

  it('have quantiles that undo them', () => {
    fc.assert(
      fc.property(real(1e-9, 0.999), degrees, fc.integer({ min: 1, max: 200 }), (p, df, df2) => {
        expect(ratio(normalPValue(normalQuantile(p), 'less').p, p)).toBeLessThan(1e-6);
        expect(ratio(studentTPValue(studentTQuantile(p, df), df, 'less').p, p)).toBeLessThan(1e-7);
        expect(ratio(fUpperTail(fQuantile(1 - p, df, df2), df, df2), p)).toBeLessThan(1e-6);
      }),
    );
  });

  it('are 1 where there is no evidence', () => {
    expect(normalPValue(0)).toEqual({ p: 1, log10P: 0 });
    expect(studentTPValue(0, 5)).toEqual({ p: 1, log10P: 0 });
    expect(chiSquaredPValue(0, 3).p).toBe(1);
  });
});

describe('the law of a random subset sum', () => {
  it('equals a count over every subset', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 9 }), (weights) => {
        const law = known(subsetSumLaw(weights));
        const sums = [...signChoices(weights.length)].map((signs) =>
          weights.reduce((sum, weight, index) => sum + (signs[index] === 1 ? weight : 0), 0),
        );
        for (let q = -1; q <= law.total + 1; q += 1) {
          const proportion = (holds: (sum: number) => boolean) => sums.filter(holds).length / sums.length;
          expect(law.atMost(q)).toBeCloseTo(
            proportion((sum) => sum <= q),
            13,
          );
          expect(law.atLeast(q)).toBeCloseTo(
            proportion((sum) => sum >= q),
            13,
          );
        }
      }),
    );
  });

  it('has the bits of the plain shift algorithm, whose counts are rounded from 2⁵³ on', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 90 }), fc.nat(), (weights, any) => {
        const law = known(subsetSumLaw(weights));
        const counts = new Array<number>(law.total + 1).fill(0).with(0, 1);
        for (const weight of weights.toSorted((a, b) => a - b)) {
          for (let sum = law.total; sum >= weight; sum -= 1) {
            counts[sum] = (counts[sum] ?? 0) + (counts[sum - weight] ?? 0);
          }
        }
        const q = any % (Math.floor(law.total / 2) + 1);
        const share = 2 ** -weights.length;
        const expected = counts.slice(0, q + 1).reduce((sum, count) => sum + count * share, 0);
        if (q < law.total) expect(law.atMost(q)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same to the last bit however much of its tail was counted before', () => {
    const whole = known(signedRankLaw(300));
    const half = whole.atMost(whole.total / 2);
    for (const q of [0, 5000, 14_000, 14_001, 20_000, whole.total - 20_000, whole.total / 2]) {
      const fresh = known(signedRankLaw(300));
      expect([fresh.atMost(q), fresh.atLeast(q)]).toEqual([whole.atMost(q), whole.atLeast(q)]);
    }
    expect(half + whole.atMost(whole.total / 2 - 1)).toBeCloseTo(1, 13);
  });

  it('reaches as far as a thousand weights go', () => {
    const law = known(signedRankLaw(1000));
    expect([law.atMost(0), law.atLeast(law.total)]).toEqual([2 ** -1000, 2 ** -1000]);
    expect(law.atMost(5)).toBe(10 * 2 ** -1000);
    expect(law.atMost(law.total / 2)).toBeCloseTo(0.5, 4);
  });

  it('is refused when it would take too long', () => {
    expect(subsetSumLaw([1e9, 1e9])).toEqual(missing('exact_law_too_large'));
    expect(signedRankLaw(1001)).toEqual(missing('exact_law_too_large'));
  });

  it('has quantiles at which the probability is first reached', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), real(0.0001, 0.9999), (n, probability) => {
        const law = known(signedRankLaw(n));
        const q = signedRankQuantile(law, probability);
        expect(law.atMost(q)).toBeGreaterThanOrEqual(probability - 1e-12);
        expect(law.atMost(q - 1)).toBeLessThan(probability + 1e-12);
      }),
    );
  });
});

describe('the logarithm of Γ', () => {
  it('obeys Γ(x + 1) = x Γ(x)', () => {
    fc.assert(
      fc.property(real(1e-6, 1e5), (x) => {
        expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(
          1e-12 * (1 + logGamma(x + 3)),
        );
      }),
    );
  });

  it('has half steps that make up a whole one', () => {
    fc.assert(
      fc.property(real(0.01, 1e6), (a) => {
        expect(logGammaHalfStep(a) + logGammaHalfStep(a + 0.5)).toBeCloseTo(Math.log(a), 12);
      }),
    );
  });
});
