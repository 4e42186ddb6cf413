import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atanh, exp, log1p, tanh } from '#shared/statistics/elementary-functions.ts';

/*
 * Against the platform's own, which may differ from them in the last bit where a processor fuses multiplications; and
 * at some places against the doubles next to the true values.
 */
const near = (ours: number, platform: number) =>
  expect(Math.abs(ours - platform)).toBeLessThanOrEqual(4 * Number.EPSILON * Math.abs(platform));

describe('the elementary functions', () => {
  it('are those of the platform to the last bits', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -30, max: 30, noNaN: true }),
        fc.double({ min: -0.999, max: 0.999, noNaN: true }),
        (x, share) => {
          near(exp(x), Math.exp(x));
          near(tanh(x), Math.tanh(x));
          near(log1p(Math.abs(x)), Math.log1p(Math.abs(x)));
          near(log1p(share), Math.log1p(share));
          near(atanh(share), Math.atanh(share));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('keep what is exact, and what is small', () => {
    expect([exp(0), exp(1), log1p(0), tanh(0), atanh(0)]).toEqual([1, Math.E, 0, 0, 0]);
    expect([tanh(40), tanh(-40)]).toEqual([1, -1]);
    expect([tanh(1e-300), log1p(1e-300), atanh(1e-300)]).toEqual([1e-300, 1e-300, 1e-300]);
  });

  it('are right to the last digit at 1 and −1', () => {
    expect([exp(-1), log1p(1), tanh(1), tanh(-1), atanh(0.5)]).toEqual([
      0.36787944117144233,
      Math.LN2,
      0.7615941559557649,
      -0.7615941559557649,
      0.5493061443340548,
    ]);
  });
});
