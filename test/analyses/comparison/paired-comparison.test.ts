import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOOTSTRAP } from '#shared/analyses/comparison/bootstrap-terms.ts';
import { inFamily } from '#shared/analyses/comparison/family.ts';
import { type PairedComparison, pairedComparer } from '#shared/analyses/comparison/paired-comparison.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import { type Figure, isMissing, mapped, missing } from '#shared/statistics/figure.ts';
import type { Interval, PValue } from '#shared/statistics/outcome.ts';
import { known } from '#test/statistics/known.ts';

const compare = pairedComparer();
const column = (values: readonly number[]) => Float64Array.from(values);
const data = fc
  .array(fc.tuple(fc.nat(30), fc.nat(30), fc.nat(9)), { minLength: 12, maxLength: 40 })
  .map((rows) => ({
    first: column(rows.map(([first]) => first)),
    second: column(rows.map(([, second]) => second)),
    patients: Uint32Array.from(rows, ([, , patient]) => patient),
  }));
type F<T = number> = Figure<T, ReasonCode>;

const close = (figure: F, expected: F) =>
  typeof expected === 'number' && typeof figure === 'number'
    ? expect(figure).toBeCloseTo(expected, 9)
    : expect(figure).toEqual(expected);
const allClose = (figures: readonly F[], expected: readonly F[]) => {
  expect(figures).toHaveLength(expected.length);
  for (const [position, figure] of figures.entries()) close(figure, expected[position] ?? Number.NaN);
};
const lower = (interval: F<Interval>) => mapped(interval, (limits) => limits.lower);
const upper = (interval: F<Interval>) => mapped(interval, (limits) => limits.upper);
const times = (figure: F, factor: number) => mapped(figure, (value) => factor * value);
const pOf = (pValue: F<PValue>) => mapped(pValue, ({ p }) => p);

const pValues = (comparison: PairedComparison) => [
  pOf(comparison.signedRank.pValue),
  pOf(comparison.t.pValue),
  pOf(comparison.cluster.pValue),
  pOf(comparison.exact.pValue),
  pOf(comparison.largeSample.pValue),
  pOf(comparison.dattaSatten.pValue),
  pOf(comparison.robustMean.pValue),
];
const intervals = ({ t, robustMean, bootstrap, effectLimits }: PairedComparison) => [
  t.interval,
  robustMean.interval,
  bootstrap.interval,
  effectLimits.rankBiserial,
  effectLimits.dz,
];

describe('a comparison', () => {
  it('the other way round has the same p-values and the opposite effects', () => {
    fc.assert(
      fc.property(data, ({ first, second, patients }) => {
        const one = compare(first, second, patients);
        // Below six patients, or where nothing differs, there is no p by some of the tests.
        fc.pre(![...pValues(one), ...intervals(one)].some(isMissing));
        const other = compare(second, first, patients);
        allClose(pValues(other), pValues(one));
        close(other.mean, times(one.mean, -1));
        close(other.rankBiserial, times(one.rankBiserial, -1));
        allClose(
          intervals(other).map(lower),
          intervals(one).map((interval) => times(upper(interval), -1)),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('does not care about a shift of both, nor, but for the unit, about the scale', () => {
    fc.assert(
      fc.property(
        data,
        fc.nat(20),
        fc.integer({ min: 2, max: 10 }),
        ({ first, second, patients }, shift, scale) => {
          const one = compare(first, second, patients);
          fc.pre(![...pValues(one), ...intervals(one)].some(isMissing));
          const moved = (values: Float64Array) => values.map((value) => scale * (value + shift));
          const other = compare(moved(first), moved(second), patients);
          allClose(pValues(other), pValues(one));
          close(other.mean, times(one.mean, scale));
          close(upper(other.bootstrap.interval), times(upper(one.bootstrap.interval), scale));
          close(lower(other.effectLimits.dz), lower(one.effectLimits.dz));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is tested on ranks as before when a zero difference is added to a patient', () => {
    fc.assert(
      fc.property(data, ({ first, second, patients }) => {
        const one = compare(first, second, patients);
        const other = compare(
          column([...first, 5]),
          column([...second, 5]),
          Uint32Array.from([...patients, patients[0] ?? 0]),
        );
        close(pOf(other.exact.pValue), pOf(one.exact.pValue));
        close(pOf(other.largeSample.pValue), pOf(one.largeSample.pValue));
        close(other.rankBiserial, one.rankBiserial);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves out the rows that lack one of the two', () => {
    const gap = Number.NaN;
    const whole = compare(column([1, 4]), column([3, 9]), Uint32Array.of(1, 2));
    const gappy = compare(column([1, gap, 4, 2]), column([3, 7, 9, gap]), Uint32Array.of(1, 1, 2, 3));
    expect(gappy).toEqual(whole);
    expect([gappy.n, gappy.patients, gappy.mean]).toEqual([2, 2, -3.5]);
  });

  it('of nothing, or of one patient, has no figure that the data do not give, and says why', () => {
    const none = compare(column([]), column([]), Uint32Array.of());
    const nothing = missing('no_observation');
    expect([none.n, none.mean, none.cluster.pValue, none.bootstrap.interval]).toEqual([
      0,
      nothing,
      nothing,
      nothing,
    ]);
    const alone = compare(column([1, 2, 4]), column([2, 2, 9]), Uint32Array.of(1, 1, 1));
    expect(alone.mean).toBe(-2);
    expect([alone.bootstrap.interval, alone.robustMean.pValue]).toEqual([
      missing('too_few_patients'),
      missing('too_few_patients'),
    ]);
  });

  const ofPatients = (count: number) => {
    const rows = Array.from({ length: count }, (_, row) => row);
    return compare(
      column(rows.map((row) => (row * row) % 7)),
      column(rows.map((row) => row % 5)),
      Uint32Array.from(rows),
    );
  };

  it('redraws from six patients on, as many as are redrawn at most', () => {
    expect(ofPatients(5).bootstrap.interval).toEqual(missing('too_few_patients'));
    for (const patients of [6, BOOTSTRAP.mostPatients]) {
      const { mean, bootstrap, effectLimits } = ofPatients(patients);
      expect(known(bootstrap.interval).lower).toBeLessThan(known(mean));
      expect(known(effectLimits.dz).lower).toBeLessThan(known(effectLimits.dz).upper);
    }
  });

  it('of very many patients rests on the normal law, without a bootstrap', () => {
    const many = ofPatients(BOOTSTRAP.mostPatients + 1);
    expect(many.exact.pValue).toEqual(missing('exact_law_too_large'));
    expect(many.cluster).toEqual({ method: 'large_sample', pValue: many.largeSample.pValue });
    const tooMany = missing('too_many_patients');
    expect(many.bootstrap).toEqual({ standardError: tooMany, interval: tooMany });
    expect(many.effectLimits).toEqual({ rankBiserial: tooMany, dz: tooMany });
  });
});

describe('a family of comparisons', () => {
  it('adjusts each test’s p-values for the family, and leaves blank what has none', () => {
    const rows = Array.from({ length: 12 }, (_, row) => row);
    const patients = Uint32Array.from(rows);
    const flat = column(rows.map(() => 3));
    const higher = column(rows.map((row) => 4 + row));
    const mixed = column(rows.map((row) => 3 + (row % 2 === 0 ? row : -row)));
    const [clear, unclear, without] = inFamily([
      compare(higher, flat, patients),
      compare(mixed, flat, patients),
      compare(flat, flat, patients),
    ]);
    if (clear === undefined || unclear === undefined || without === undefined) throw new Error('lost');
    // Of three comparisons, one has no p by any test, and none is counted for it.
    expect([clear.adjustedWilcoxon, clear.adjustedT, clear.adjustedCluster]).toMatchObject([
      { familySize: 2 },
      { familySize: 2 },
      { familySize: 2 },
    ]);
    expect(clear.adjustedCluster.holm).toBeCloseTo(2 * known(clear.cluster.pValue).p, 15);
    expect(unclear.adjustedT.benjaminiHochberg).toBe(known(unclear.t.pValue).p);
    expect(unclear.adjustedWilcoxon.holm).toBe(known(unclear.signedRank.pValue).p);
    for (const { holm, benjaminiHochberg } of [
      without.adjustedWilcoxon,
      without.adjustedT,
      without.adjustedCluster,
    ]) {
      expect([isMissing(holm), isMissing(benjaminiHochberg)]).toEqual([true, true]);
    }
  });
});
