import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Figure, missing } from '#shared/statistics/figure.ts';
import { metaAnalysis } from '#shared/statistics/meta-analysis.ts';
import type { Interval } from '#shared/statistics/outcome.ts';
import { known } from './known.ts';

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
        expect(known(moved.random.estimate)).toBeCloseTo(known(forth.random.estimate) + 2, 8);
        expect(known(moved.tauSquared)).toBeCloseTo(known(forth.tauSquared), 8);
        expect(known(moved.heterogeneity.iSquared)).toBeCloseTo(known(forth.heterogeneity.iSquared), 8);
      }),
    );
  });

  it('gives the random effect the wider interval, and prediction a wider one still', () => {
    fc.assert(
      fc.property(fc.array(centre, { minLength: 5, maxLength: 12 }), (centres) => {
        const { common, random, predictionInterval } = metaAnalysis(centres);
        const width = (interval: Figure<Interval>) => known(interval).upper - known(interval).lower;
        expect(width(random.interval)).toBeGreaterThanOrEqual(width(common.interval) * (1 - 1e-12));
        expect(width(predictionInterval)).toBeGreaterThanOrEqual(width(random.interval) * (1 - 1e-12));
      }),
    );
  });

  it('lists a single centre without pooling it, and predicts from five on', () => {
    const alone = metaAnalysis([{ effect: 1, variance: 0.04 }]);
    expect(alone.common).toMatchObject({ estimate: 1, standardError: 0.2 });
    const tooFew = missing('too_few_centres');
    expect(alone.random).toMatchObject({ estimate: tooFew, interval: tooFew });
    expect(alone).toMatchObject({ tauSquared: tooFew, predictionInterval: tooFew });
    expect(alone.heterogeneity).toMatchObject({ q: tooFew, pValue: tooFew });
    const two = metaAnalysis([
      { effect: 1, variance: 0.04 },
      { effect: 2, variance: 0.04 },
    ]);
    expect(known(two.random.estimate)).toBeCloseTo(1.5, 12);
    const four = [1, 2, 3, 4].map((effect) => ({ effect, variance: 0.04 }));
    expect([two, metaAnalysis(four)].map(({ predictionInterval }) => predictionInterval)).toEqual([
      tooFew,
      tooFew,
    ]);
    expect(metaAnalysis([]).common.estimate).toEqual(missing('no_observation'));
  });

  it('is never surer of the effect than DerSimonian and Laird, also where all centres agree', () => {
    fc.assert(
      fc.property(fc.array(centre, { minLength: 2, maxLength: 12 }), (centres) => {
        const { hartungKnapp, random } = metaAnalysis(centres);
        expect(known(hartungKnapp.standardError)).toBeGreaterThanOrEqual(known(random.standardError));
      }),
    );
    const same = [0.1, 0.2, 0.3].map((variance) => ({ effect: 0.5, variance }));
    expect(known(metaAnalysis(same).hartungKnapp.standardError)).toBeCloseTo((10 + 5 + 10 / 3) ** -0.5, 12);
  });
});
