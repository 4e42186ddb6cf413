import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusteredSample } from '#shared/statistics/clustered-sample.ts';
import { quantile } from '#shared/statistics/descriptives.ts';
import { effectSizeBootstrap } from '#shared/statistics/effect-size-bootstrap.ts';
import { type Figure, isMissing, missing } from '#shared/statistics/figure.ts';
import { drawPatients } from '#shared/statistics/patient-draws.ts';
import { rankBiserial } from '#shared/statistics/rank-biserial.ts';
import { signedRankTest } from '#shared/statistics/signed-rank-test.ts';
import { standardisedMeanDifference } from '#shared/statistics/t-test.ts';
import { known } from './known.ts';

const REPLICATES = 40;
/** Six patients at least, below which there are no limits. */
const sample = fc
  .tuple(
    fc.array(fc.integer({ min: -4, max: 6 }), { minLength: 6, maxLength: 6 }),
    fc.array(fc.tuple(fc.integer({ min: -4, max: 6 }), fc.nat(8)), { minLength: 9, maxLength: 24 }),
  )
  .map(([firstOfEach, others]) =>
    clusteredSample(
      [...firstOfEach, ...others.map(([value]) => value)],
      [...firstOfEach.keys(), ...others.map(([, patient]) => patient)],
    ),
  );

const rankBiserialOf = (values: readonly number[]) => rankBiserial(signedRankTest(values, null));
const dzOf = (values: readonly number[]) =>
  standardisedMeanDifference(
    values,
    values.map(() => 0),
  ).dz;

/** The limits of the effects that there are; none, where too few replicates have one or all have the same. */
function limitsOf(effects: readonly Figure[]) {
  const values = effects.flatMap((effect) => (isMissing(effect) ? [] : [effect]));
  if (values.length < 0.95 * effects.length) return undefined;
  const limits = { lower: known(quantile(values, 0.025)), upper: known(quantile(values, 0.975)) };
  return limits.upper - limits.lower > 1e-12 ? limits : undefined;
}

describe('the bootstrap of effect sizes', () => {
  it('has the limits of the effect sizes of the redrawn rows themselves', () => {
    const seen = { limits: 0, none: 0 };
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 1000 }), (given, seed) => {
        const draws = drawPatients(given.patientCount, seed, REPLICATES);
        const redrawn = draws.timesDrawn.map((times) =>
          [...given.values].flatMap((value, row) =>
            Array.from({ length: times[given.patients[row] ?? 0] ?? 0 }, () => value),
          ),
        );
        const result = effectSizeBootstrap(given, draws);
        const expected = {
          rankBiserial: limitsOf(redrawn.map(rankBiserialOf)),
          dz: limitsOf(redrawn.map(dzOf)),
        };
        for (const name of ['rankBiserial', 'dz'] as const) {
          const limits = expected[name];
          seen[limits === undefined ? 'none' : 'limits'] += 1;
          if (limits === undefined) expect(result[name]).toEqual(missing('no_variation'));
          else {
            expect(known(result[name]).lower).toBeCloseTo(limits.lower, 9);
            expect(known(result[name]).upper).toBeCloseTo(limits.upper, 9);
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(seen.limits).toBeGreaterThan(200);
  });

  it('gives no correlation’s limits where every replicate has the same, as where no difference is negative', () => {
    const given = clusteredSample([1, 2, 3, 1, 2, 5, 4], [0, 1, 2, 3, 4, 5, 5]);
    const result = effectSizeBootstrap(given, drawPatients(6, 1, REPLICATES));
    expect(result.rankBiserial).toEqual(missing('no_variation'));
    expect(known(result.dz).lower).toBeLessThan(known(result.dz).upper);
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
    const { timesDrawn } = drawPatients(7, 11, 30);
    expect(timesDrawn.map((times) => times.reduce((sum, drawn) => sum + drawn))).toEqual(
      Array.from({ length: 30 }, () => 7),
    );
    expect(drawPatients(7, 11, 30).timesDrawn).toEqual(timesDrawn);
    expect(drawPatients(7, 12, 30).timesDrawn[3]).not.toEqual(timesDrawn[3]);
  });
});
