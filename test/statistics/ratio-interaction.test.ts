import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusteredRateRatio } from '#shared/statistics/clustered-rate-ratio.ts';
import { missing } from '#shared/statistics/figure.ts';
import { metaAnalysis } from '#shared/statistics/meta-analysis.ts';
import { type GroupCounts, ratioInteraction } from '#shared/statistics/ratio-interaction.ts';
import { known } from './known.ts';

const DRAWS = { seed: 2022, replicates: 400 };
const counts = fc.integer({ min: 1, max: 20 });
const group = fc
  .array(fc.tuple(counts, counts), { minLength: 3, maxLength: 9 })
  .map((rows): GroupCounts => ({ first: rows.map(([a]) => a), second: rows.map(([, b]) => b) }));

describe('the interaction of groups with a ratio', () => {
  it('has Cochran’s Q of their log ratios', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 4 }), (groups) => {
        const ratios = groups.map(({ first, second }) => clusteredRateRatio(first, second));
        const usable = ratios.filter(({ standardErrorOfLog }) => typeof standardErrorOfLog === 'number');
        fc.pre(usable.length === groups.length);
        const { heterogeneity } = metaAnalysis(
          usable.map(({ ratio, standardErrorOfLog }) => ({
            effect: Math.log(known(ratio)),
            variance: known(standardErrorOfLog) ** 2,
          })),
        );
        const { q, degreesOfFreedom } = ratioInteraction(groups, { ...DRAWS, replicates: 1 });
        expect(Math.abs(known(q) - known(heterogeneity.q))).toBeLessThanOrEqual(1e-9 * (1 + known(q)));
        expect(degreesOfFreedom).toBe(groups.length - 1);
      }),
    );
  });

  it('comes near the share of all dealings whose Q is as large', () => {
    const six: readonly (readonly [number, number])[] = [
      [9, 2],
      [7, 3],
      [12, 5],
      [4, 3],
      [6, 6],
      [5, 4],
    ];
    const dealt = (of: readonly number[]): GroupCounts => ({
      first: of.map((patient) => six[patient]?.[0] ?? 0),
      second: of.map((patient) => six[patient]?.[1] ?? 0),
    });
    const qOf = (of: readonly number[]) =>
      known(
        ratioInteraction([dealt(of), dealt([0, 1, 2, 3, 4, 5].filter((patient) => !of.includes(patient)))], {
          ...DRAWS,
          replicates: 0,
        }).q,
      );
    const observed = qOf([0, 1, 2]);
    const threes = [0, 1, 2, 3, 4, 5].flatMap((a) =>
      [0, 1, 2, 3, 4, 5].flatMap((b) =>
        [0, 1, 2, 3, 4, 5].filter((c) => a < b && b < c).map((c) => [a, b, c]),
      ),
    );
    expect(threes).toHaveLength(20);
    const exact = threes.filter((of) => qOf(of) >= observed - 1e-9).length / threes.length;
    const { p } = ratioInteraction([dealt([0, 1, 2]), dealt([3, 4, 5])], { seed: 2022, replicates: 10_000 });
    expect(Math.abs(known(p) - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 10_000) + 1e-4);
  });

  it('is none of a group without a ratio, nor of one group', () => {
    const one = { first: [4, 6, 9], second: [2, 4, 3] };
    const none = { first: [4, 6, 9], second: [0, 0, 0] };
    expect(ratioInteraction([one, none], DRAWS)).toMatchObject({
      groups: 1,
      q: missing('too_few_observations'),
      p: missing('too_few_observations'),
    });
    const three = ratioInteraction([one, none, { first: [1, 2, 3], second: [3, 1, 4] }], DRAWS);
    expect([three.groups, three.degreesOfFreedom]).toEqual([2, 1]);
  });
});
