import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusteredKappa, type Rating, ratingsOf } from '#shared/statistics/clustered-kappa.ts';
import { clusteredLimits } from '#shared/statistics/clustered-limits.ts';
import { clusteredSample } from '#shared/statistics/clustered-sample.ts';
import type { KappaWeights } from '#shared/statistics/cohen-kappa.ts';
import { isMissing, missing } from '#shared/statistics/figure.ts';
import { intraclassCorrelations, intraclassWithinTables } from '#shared/statistics/intraclass-correlation.ts';
import { kappaWithinGroups } from '#shared/statistics/kappa-within-groups.ts';
import { deviationWithinGroups } from '#shared/statistics/limits-within-groups.ts';
import { known } from './known.ts';

const rated = (pairs: readonly (readonly [number, number])[], firstPatient = 0): readonly Rating[] =>
  pairs.map(([first, second], position) => ({ first, second, patient: firstPatient + position }));

describe('the scatter of differences within groups', () => {
  it('is made of the mean squares of both groups', () => {
    // Means 5 and 101; between: 36 on 1 and 8 on 1 (means 99 and 103, one each); within: 4 on 2 and 0 on 0.
    const groups = [clusteredSample([1, 3, 7, 9], [0, 0, 1, 1]), clusteredSample([99, 103], [0, 1])];
    // m₀ = ((4 − 8/4) + (2 − 2/2))/2 = 1.5; s² = (22 − 2)/1.5 + 2.
    expect(known(deviationWithinGroups(groups))).toBeCloseTo(Math.sqrt(20 / 1.5 + 2), 12);
  });

  it('is that of the limits of agreement where there is one group', () => {
    const sample = fc.array(fc.tuple(fc.nat(9), fc.nat(4)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sample, (rows) => {
        const group = clusteredSample(
          rows.map(([value]) => value),
          rows.map(([, patient]) => patient),
        );
        const { standardDeviation } = clusteredLimits(group);
        const deviation = deviationWithinGroups([group, clusteredSample([], [])]);
        if (isMissing(standardDeviation)) expect(deviation).toEqual(standardDeviation);
        else expect(deviation).toBeCloseTo(standardDeviation, 9);
      }),
    );
  });

  it('needs two patients of one group', () => {
    const alone = clusteredSample([1, 2], [0, 0]);
    expect(deviationWithinGroups([alone, alone])).toEqual(missing('too_few_patients'));
    expect(deviationWithinGroups([])).toEqual(missing('no_observation'));
  });
});

describe('intraclass correlations within tables', () => {
  const table = [
    [3, 5],
    [8, 9],
    [1, 4],
    [6, 6],
  ];
  const shifted = table.map(([first = 0, second = 0]) => [first + 100, second + 100]);

  it('are the plain ones of one table; a table of one row adds nothing', () => {
    expect(intraclassWithinTables([table, [[7, 1]], []])).toEqual(intraclassCorrelations(table));
  });

  it('are those of each where all tables are alike, however far apart they lie', () => {
    const one = intraclassCorrelations(table);
    const both = intraclassWithinTables([table, shifted]);
    expect(known(both.consistency.estimate)).toBeCloseTo(known(one.consistency.estimate), 12);
    expect(known(both.agreement.estimate)).toBeCloseTo(known(one.agreement.estimate), 12);
    // Put into one table, they would agree nearly throughout.
    expect(known(intraclassCorrelations([...table, ...shifted]).agreement.estimate)).toBeGreaterThan(0.99);
    expect(known(both.agreement.interval).lower).toBeGreaterThan(known(one.agreement.interval).lower);
  });

  it('hold it against agreement that readers of each table differ, in whatever direction', () => {
    const swapped = table.map(([first = 0, second = 0]) => [second, first]);
    const { agreement } = intraclassWithinTables([table, swapped]);
    expect(known(agreement.estimate)).toBeCloseTo(
      known(intraclassCorrelations(table).agreement.estimate),
      12,
    );
  });
});

describe('κ within groups', () => {
  const yesAndNo = rated([
    [0, 0],
    [0, 0],
    [0, 1],
    [1, 1],
  ]);

  it('forgives no habit of one centre to another', () => {
    // Each two agree by chance alone: in one centre everything is yes, in the other no.
    const always = (category: number, firstPatient: number) =>
      rated(
        [
          [category, category],
          [category, category],
          [category, category],
        ],
        firstPatient,
      );
    const groups = [always(0, 0), always(1, 3)];
    expect(known(clusteredKappa(ratingsOf(groups.flat()), 2).kappa)).toBe(1);
    expect(kappaWithinGroups(groups, 2)).toMatchObject({ observed: 1, kappa: missing('no_variation') });
  });

  it('is the mean of the groups’ own, weighted by rows and by what chance leaves', () => {
    // 4 rows: expected agreement (3·2 + 1·2)/16 = 0.5, κ 0.5; 2 rows: expected (1·1 + 1·1)/4 = 0.5, κ 1.
    const groups = [
      yesAndNo,
      rated(
        [
          [0, 0],
          [1, 1],
        ],
        4,
      ),
    ];
    expect(known(kappaWithinGroups(groups, 2).kappa)).toBeCloseTo(
      (4 * 0.5 * 0.5 + 2 * 0.5 * 1) / (6 * 0.5),
      12,
    );
  });

  it('is Cohen’s, with its limits by patients, where there is one group', () => {
    const rating = fc.record({ first: fc.nat(2), second: fc.nat(2), patient: fc.nat(8) });
    const weights = fc.constantFrom<KappaWeights>('unweighted', 'linear', 'quadratic');
    fc.assert(
      fc.property(fc.array(rating, { maxLength: 20 }), weights, (ratings, weighted) => {
        const plain = clusteredKappa(ratingsOf(ratings), 3, weighted);
        const within = kappaWithinGroups([ratings, []], 3, weighted);
        expect([within.n, within.patients]).toEqual([plain.n, plain.patients]);
        if (isMissing(plain.kappa)) expect(within.kappa).toEqual(plain.kappa);
        else expect(within.kappa).toBeCloseTo(plain.kappa, 9);
        if (isMissing(plain.interval)) expect(within.interval).toEqual(plain.interval);
        else {
          const { lower, upper } = known(within.interval);
          expect(lower).toBeCloseTo(Math.max(-1, plain.interval.lower), 9);
          expect(upper).toBeCloseTo(Math.min(1, plain.interval.upper), 9);
        }
      }),
    );
  });
});
