import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterRobustMean } from '#shared/statistics/cluster-robust-mean.ts';
import { clusterRobustRatio } from '#shared/statistics/cluster-robust-ratio.ts';
import { clusteredDifference, clusteredProportion } from '#shared/statistics/clustered-proportion.ts';
import { clusteredSample } from '#shared/statistics/clustered-sample.ts';
import { clusteredShare, clusteredShareDifference } from '#shared/statistics/clustered-share.ts';
import { missing } from '#shared/statistics/figure.ts';
import { known } from './known.ts';

/** Lesions by patient: of each whether a first and a second sequence show it. */
const patients = fc.array(
  fc.array(fc.record({ first: fc.boolean(), second: fc.boolean() }), { minLength: 1, maxLength: 6 }),
  { minLength: 6, maxLength: 20 },
);
type Patients = typeof patients extends fc.Arbitrary<infer Value> ? Value : never;
const counts = (all: Patients, one: 'first' | 'second') =>
  all.map((lesions) => lesions.filter((lesion) => lesion[one]).length);
const sizes = (all: Patients) => all.map((lesions) => lesions.length);

/** The mean over lesions that clubSandwich was asked for: one value a lesion. */
const meanOver = (all: Patients, value: (lesion: Patients[number][number]) => number) =>
  clusterRobustMean(
    clusteredSample(
      all.flatMap((lesions) => lesions.map(value)),
      all.flatMap((lesions, patient) => lesions.map(() => patient)),
    ),
  );

describe('a ratio of sums over patients', () => {
  it('has the error and the degrees of freedom of the mean over lesions', () => {
    fc.assert(
      fc.property(patients, (all) => {
        const mean = meanOver(all, ({ first }) => Number(first));
        const ratio = clusterRobustRatio(counts(all, 'first'), sizes(all));
        expect(ratio.estimate).toBeCloseTo(known(mean.mean), 12);
        expect(ratio.degreesOfFreedom).toBeCloseTo(known(clusterDegrees(all)), 9);
        if (ratio.standardError > 1e-12)
          expect(ratio.standardError).toBeCloseTo(known(mean.standardError), 12);
      }),
    );
  });
});

/** The degrees of freedom hang on the sizes alone; a lesion that differs from all others makes sure that there is an error. */
const clusterDegrees = (all: Patients) => {
  let position = 0;
  return meanOver(all, () => {
    position += 1;
    return position === 1 ? 2 : 0;
  }).degreesOfFreedom;
};

describe('the share of listed lesions', () => {
  it('has the estimate of the other shares, and limits that hold it', () => {
    fc.assert(
      fc.property(patients, (all) => {
        const [seen, present] = [counts(all, 'first'), sizes(all)];
        const share = clusteredShare(seen, present);
        expect(share.estimate).toEqual(clusteredProportion(seen, present).estimate);
        const { lower, upper } = known(share.interval);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower - 1e-12).toBeLessThanOrEqual(known(share.estimate));
        expect(upper + 1e-12).toBeGreaterThanOrEqual(known(share.estimate));
      }),
    );
  });

  it('of all or none seen is the one-sided one; of five patients there are no limits', () => {
    const all = [2, 1, 4, 3, 1, 1];
    expect(clusteredShare(all, all)).toEqual(clusteredProportion(all, all));
    expect(clusteredShare([1, 0, 2, 1, 1], [3, 2, 2, 1, 1]).interval).toEqual(missing('too_few_patients'));
    expect(clusteredShare([], []).estimate).toEqual(missing('no_observation'));
  });

  it('of two sequences differs by the mean difference over lesions, with its CR2 limits', () => {
    fc.assert(
      fc.property(patients, (all) => {
        const found = clusteredShareDifference(counts(all, 'first'), counts(all, 'second'), sizes(all));
        const mean = meanOver(all, ({ first, second }) => Number(first) - Number(second));
        if ('missing' in found.interval) expect(found.interval).toEqual(missing('no_variation'));
        else {
          const { lower, upper } = known(mean.interval);
          expect(found.interval.lower).toBeCloseTo(Math.max(-1, lower), 9);
          expect(found.interval.upper).toBeCloseTo(Math.min(1, upper), 9);
        }
      }),
    );
  });

  it('has no limits where every patient gains the same share, whatever rounding leaves of its error', () => {
    // 1 − (1/49) · 49 is not 0 in doubles.
    const [gained, nothing, present] = [1, 0, 49].map((count) => Array<number>(6).fill(count));
    for (const difference of [clusteredDifference, clusteredShareDifference]) {
      expect(difference(gained ?? [], nothing ?? [], present ?? [])).toMatchObject({
        estimate: 1 / 49,
        standardError: 0,
        interval: missing('no_variation'),
      });
    }
  });
});
