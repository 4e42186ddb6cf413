import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metaAnalysis } from '#shared/statistics/meta-analysis.ts';

const centre = fc.record({
  effect: fc.double({ min: -5, max: 5, noNaN: true }),
  variance: fc.double({ min: 0.01, max: 2, noNaN: true }),
});

describe('pooling the centres', () => {
  it('does not depend on their order, and follows a shift of all effects', () => {
    fc.assert(
      fc.property(fc.array(centre, { minLength: 3, maxLength: 12 }), (centres) => {
        const forth = metaAnalysis(centres);
        const moved = metaAnalysis(
          centres.toReversed().map(({ effect, variance }) => ({ effect: effect + 2, variance })),
        );
        expect(moved.random.estimate).toBeCloseTo((forth.random.estimate ?? Number.NaN) + 2, 8);
        expect(moved.tauSquared).toBeCloseTo(forth.tauSquared ?? Number.NaN, 8);
        expect(moved.heterogeneity.iSquared).toBeCloseTo(forth.heterogeneity.iSquared ?? Number.NaN, 8);
      }),
    );
  });

  it('gives the random effect the wider interval, and prediction a wider one still', () => {
    fc.assert(
      fc.property(fc.array(centre, { minLength: 3, maxLength: 12 }), (centres) => {
        const { common, random, predictionInterval } = metaAnalysis(centres);
        const width = (limits: { lower: number; upper: number } | null) =>
          limits === null ? Number.NaN : limits.upper - limits.lower;
        expect(width(random.interval)).toBeGreaterThanOrEqual(width(common.interval) * (1 - 1e-12));
        expect(width(predictionInterval)).toBeGreaterThanOrEqual(width(random.interval) * (1 - 1e-12));
      }),
    );
  });

  it('lists a single centre without pooling it, and predicts from three on', () => {
    const alone = metaAnalysis([{ effect: 1, variance: 0.04 }]);
    expect(alone.common).toMatchObject({ estimate: 1, standardError: 0.2 });
    expect(alone.random).toMatchObject({ estimate: null, reason: 'too_few_centres' });
    expect(alone.heterogeneity).toMatchObject({ q: null, p: null, reason: 'too_few_centres' });
    const two = metaAnalysis([
      { effect: 1, variance: 0.04 },
      { effect: 2, variance: 0.04 },
    ]);
    expect(two.random.estimate).toBeCloseTo(1.5, 12);
    expect(two.predictionInterval).toBeNull();
    expect(metaAnalysis([]).common).toMatchObject({ estimate: null, reason: 'no_observation' });
  });

  it('does not test with an error of zero when all centres agree', () => {
    const same = [0.1, 0.2, 0.3].map((variance) => ({ effect: 0.5, variance }));
    expect(metaAnalysis(same).hartungKnapp).toMatchObject({ p: null, t: null, reason: 'no_variation' });
  });
});
