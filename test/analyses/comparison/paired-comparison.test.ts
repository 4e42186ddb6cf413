import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOOTSTRAP } from '#shared/analyses/comparison/bootstrap-terms.ts';
import { inFamily } from '#shared/analyses/comparison/family.ts';
import { type PairedComparison, pairedComparer } from '#shared/analyses/comparison/paired-comparison.ts';

const compare = pairedComparer();
const column = (values: readonly number[]) => Float64Array.from(values);
const data = fc
  .array(fc.tuple(fc.nat(30), fc.nat(30), fc.nat(9)), { minLength: 12, maxLength: 40 })
  .map((rows) => ({
    first: column(rows.map(([first]) => first)),
    second: column(rows.map(([, second]) => second)),
    patients: Uint32Array.from(rows, ([, , patient]) => patient),
  }));
const close = (figure: number | null | undefined, expected: number | null | undefined) =>
  typeof expected === 'number' && typeof figure === 'number'
    ? expect(figure).toBeCloseTo(expected, 9)
    : expect(figure ?? null).toBe(expected ?? null);

const pValues = (comparison: PairedComparison) => [
  comparison.signedRank.p,
  comparison.t.p,
  comparison.cluster.p,
  comparison.exact.p,
  comparison.largeSample.p,
  comparison.dattaSatten.p,
  comparison.robustMean.p,
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
        const other = compare(second, first, patients);
        for (const [position, p] of pValues(one).entries()) close(pValues(other)[position], p);
        close(other.mean, one.mean === null ? null : -one.mean);
        close(other.rankBiserial, one.rankBiserial === null ? null : -one.rankBiserial);
        for (const [position, interval] of intervals(one).entries()) {
          close(intervals(other)[position]?.lower, interval === null ? null : -interval.upper);
        }
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
          const moved = (values: Float64Array) => values.map((value) => scale * (value + shift));
          const other = compare(moved(first), moved(second), patients);
          for (const [position, p] of pValues(one).entries()) close(pValues(other)[position], p);
          close(other.mean, one.mean === null ? null : scale * one.mean);
          close(
            other.bootstrap.interval?.upper,
            one.bootstrap.interval && scale * one.bootstrap.interval.upper,
          );
          close(other.effectLimits.dz?.lower, one.effectLimits.dz?.lower);
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
        close(other.exact.p, one.exact.p);
        close(other.largeSample.p, one.largeSample.p);
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
    expect([none.n, none.mean, none.cluster.p, none.bootstrap.interval]).toEqual([0, null, null, null]);
    expect([none.cluster.reason, none.bootstrap.reason]).toEqual(['no_observation', 'no_observation']);
    const alone = compare(column([1, 2, 4]), column([2, 2, 9]), Uint32Array.of(1, 1, 1));
    expect(alone.mean).toBe(-2);
    expect([alone.bootstrap.interval, alone.bootstrap.reason]).toEqual([null, 'too_few_patients']);
    expect([alone.robustMean.p, alone.robustMean.reason]).toEqual([null, 'too_few_patients']);
  });

  it('of very many patients rests on the normal law, without a bootstrap', () => {
    const rows = Array.from({ length: BOOTSTRAP.mostPatients + 1 }, (_, row) => row);
    const many = compare(
      column(rows.map((row) => (row % 7) + 1)),
      column(rows.map((row) => row % 5)),
      Uint32Array.from(rows),
    );
    expect(many.exact.reason).toBe('exact_law_too_large');
    expect(many.cluster).toMatchObject({ method: 'large_sample', p: many.largeSample.p, reason: null });
    expect(many.bootstrap).toMatchObject({ interval: null, reason: 'too_many_patients' });
    expect(many.effectLimits).toMatchObject({ dz: null, reason: 'too_many_patients' });
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
    // Of three comparisons, one has no p by any test, and none is counted for it.
    expect(clear?.familySizes).toEqual(
      new Map([
        ['wilcoxon', 2],
        ['t', 2],
        ['cluster', 2],
      ]),
    );
    expect(clear?.adjusted.get('cluster_p_holm')).toBeCloseTo(2 * (clear?.cluster.p ?? 0), 15);
    expect(unclear?.adjusted.get('t_p_bh')).toBe(unclear?.t.p);
    expect(unclear?.adjusted.get('wilcoxon_p_holm')).toBe(unclear?.signedRank.p);
    expect([...(without?.adjusted.values() ?? [])]).toEqual([null, null, null, null, null, null]);
  });
});
