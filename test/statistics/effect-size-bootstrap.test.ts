import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusteredSample } from '#shared/statistics/clustered-sample.ts';
import { quantile } from '#shared/statistics/descriptives.ts';
import { effectSizeBootstrap } from '#shared/statistics/effect-size-bootstrap.ts';
import { isMissing, missing } from '#shared/statistics/figure.ts';
import { drawPatients } from '#shared/statistics/patient-draws.ts';
import { rankBiserial } from '#shared/statistics/rank-biserial.ts';
import { signedRankTest } from '#shared/statistics/signed-rank-test.ts';
import { standardisedMeanDifference } from '#shared/statistics/t-test.ts';
import { known } from './known.ts';

const rows = fc.array(fc.tuple(fc.integer({ min: -4, max: 6 }), fc.nat(8)), { minLength: 15, maxLength: 30 });

describe('the bootstrap of effect sizes', () => {
  it('has the limits of the effect sizes of the redrawn rows themselves', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 1000 }), (data, seed) => {
        const sample = clusteredSample(
          data.map(([value]) => value),
          data.map(([, patient]) => patient),
        );
        const draws = drawPatients(sample.patientCount, seed, 40);
        const redrawn = Array.from({ length: 40 }, (_, replicate) => {
          const times = draws.timesDrawn(replicate);
          return [...sample.values].flatMap((value, row) =>
            Array.from({ length: times[sample.patients[row] ?? 0] ?? 0 }, () => value),
          );
        });
        const correlations = redrawn.map((values) => rankBiserial(signedRankTest(values, null)));
        const standardised = redrawn.map(
          (values) =>
            standardisedMeanDifference(
              values,
              values.map(() => 0),
            ).dz,
        );
        const result = effectSizeBootstrap(sample, draws);
        fc.pre(sample.patientCount >= 6);
        for (const [interval, effects] of [
          [result.rankBiserial, correlations],
          [result.dz, standardised],
        ] as const) {
          if (effects.some(isMissing)) continue;
          const values = effects.map(known);
          expect(known(interval).lower).toBeCloseTo(known(quantile(values, 0.025)), 9);
          expect(known(interval).upper).toBeCloseTo(known(quantile(values, 0.975)), 9);
        }
      }),
    );
  });

  it('gives no limits of what does not vary, nor of fewer than six patients', () => {
    const six = clusteredSample([2, 2, 2, 2, 2, 2], [1, 2, 3, 4, 5, 6]);
    expect(effectSizeBootstrap(six, drawPatients(6, 1, 50))).toMatchObject({
      rankBiserial: missing('no_variation'),
      dz: missing('no_variation'),
    });
    const five = clusteredSample([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]);
    expect(effectSizeBootstrap(five, drawPatients(5, 1, 50))).toMatchObject({
      rankBiserial: missing('too_few_patients'),
    });
  });
});

describe('the draws of patients', () => {
  it('are as many as there are patients, in every replicate, and other ones from another seed', () => {
    const draws = drawPatients(7, 11, 30);
    for (let replicate = 0; replicate < 30; replicate += 1) {
      expect(draws.timesDrawn(replicate).reduce((sum, times) => sum + times)).toBe(7);
    }
    expect(draws.timesDrawn(3)).toEqual(drawPatients(7, 11, 30).timesDrawn(3));
    expect(draws.timesDrawn(3)).not.toEqual(drawPatients(7, 12, 30).timesDrawn(3));
  });
});
