import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMissing, missing } from '#shared/statistics/figure.ts';
import { friedmanTest } from '#shared/statistics/friedman-test.ts';
import { adjustPValues } from '#shared/statistics/p-value-adjustment.ts';
import { binomialTest, signTest } from '#shared/statistics/sign-test.ts';
import { conditionalSignedRankTest, prattTest } from '#shared/statistics/signed-rank-sensitivity.ts';
import { signedRankTest } from '#shared/statistics/signed-rank-test.ts';
import { known } from './known.ts';
import { columns, count, untied } from './samples.ts';

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const absent = fc.constantFrom('all_zero' as const, 'too_few_observations' as const).map(missing);
/** Of a family's tests; some have none. */
const pValues = fc.array(fc.oneof({ weight: 5, arbitrary: probability }, absent), { maxLength: 20 });

describe('adjusted p-values', () => {
  it('are never below the raw ones nor above 1, keep their order, and Holm is never below Benjamini–Hochberg', () => {
    fc.assert(
      fc.property(pValues, (raw) => {
        const holm = adjustPValues(raw, 'holm');
        const bh = adjustPValues(raw, 'benjamini-hochberg');
        for (const [index, p] of raw.entries()) {
          if (isMissing(p)) {
            expect(holm[index]).toEqual(p);
            expect(bh[index]).toEqual(p);
            continue;
          }
          expect(bh[index]).toBeGreaterThanOrEqual(p);
          expect(holm[index]).toBeGreaterThanOrEqual(Number(bh[index]) * (1 - 1e-12));
          expect(holm[index]).toBeLessThanOrEqual(1);
          for (const [other, q] of raw.entries()) {
            if (!isMissing(q) && q <= p) expect(holm[other]).toBeLessThanOrEqual(Number(holm[index]));
          }
        }
      }),
    );
  });

  it('do not depend on the order of the tests', () => {
    fc.assert(
      fc.property(pValues, fc.constantFrom('holm', 'benjamini-hochberg'), (raw, method) => {
        expect(adjustPValues(raw.toReversed(), method)).toEqual(adjustPValues(raw, method).toReversed());
      }),
    );
  });

  it('refuse a family smaller than itself', () => {
    expect(() => adjustPValues([0.1, 0.2], 'holm', 1)).toThrow(RangeError);
  });
});

describe('the Friedman test', () => {
  const columnsOf = (rows: readonly (readonly number[])[]) =>
    (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? Number.NaN));
  const table = fc.array(fc.array(count, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 20 });

  it('does not depend on the order of rows or columns, nor on a scale of each row', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { pValue, kendallW } = friedmanTest(columnsOf(rows));
        const turned = friedmanTest(
          columnsOf(rows.map((row) => row.toReversed().map((value) => value * 3 + 1)).toReversed()),
        );
        if (isMissing(pValue)) {
          expect(turned.pValue).toEqual(pValue);
          return;
        }
        expect(known(turned.pValue).p).toBeCloseTo(pValue.p, 10);
        expect(kendallW).toBeGreaterThanOrEqual(0);
        expect(kendallW).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('leaves out incomplete rows and has no p when every row is tied', () => {
    expect(
      friedmanTest([
        [1, 1, 2],
        [2, 2, 3],
        [null, 3, 4],
      ]),
    ).toMatchObject({ n: 2, kendallW: 1 });
    const tied = [3, 3];
    expect(friedmanTest([tied, tied, tied])).toMatchObject({
      pValue: missing('no_variation'),
      kendallW: missing('no_variation'),
    });
    expect(friedmanTest([[1], [2], [3]]).pValue).toEqual(missing('too_few_observations'));
    expect(friedmanTest([]).pValue).toEqual(missing('no_observation'));
  });
});

describe('the sensitivity analyses', () => {
  it('agree with the main test where there are no ties and no zeros', () => {
    fc.assert(
      fc.property(untied(1, 30), (differences) => {
        const zeros = differences.map(() => 0);
        const exact = known(signedRankTest(differences, null).pValue).p;
        expect(known(conditionalSignedRankTest(differences, zeros).pValue).p).toBeCloseTo(exact, 12);
        const approximate = signedRankTest(differences, null, { exact: false, continuityCorrection: false });
        expect(known(prattTest(differences, zeros).z)).toBeCloseTo(known(approximate.z), 12);
      }),
    );
  });

  it('do not change when the columns change places', () => {
    fc.assert(
      fc.property(columns(count), ({ x, y }) => {
        expect(signTest(y, x).pValue).toEqual(signTest(x, y).pValue);
        expect(prattTest(y, x).pValue).toEqual(prattTest(x, y).pValue);
        expect(conditionalSignedRankTest(y, x)).toEqual(conditionalSignedRankTest(x, y));
      }),
    );
  });

  it('keep log10 p where the sign test underflows', () => {
    const { p, log10P } = known(binomialTest(0, 5000).pValue);
    expect(p).toBe(0);
    expect(log10P).toBeCloseTo(-4999 * Math.log10(2), 6);
  });

  it('are missing for a reason when nothing but zeros is left', () => {
    const x = [1, 2];
    const allZero = missing('all_zero');
    expect(signTest(x, x)).toMatchObject({ used: 0, estimate: allZero, pValue: allZero, interval: allZero });
    expect(prattTest(x, x)).toMatchObject({ z: allZero, pValue: allZero });
    expect(conditionalSignedRankTest(x, x).pValue).toEqual(allZero);
    expect(conditionalSignedRankTest([], []).pValue).toEqual(missing('no_observation'));
  });
});
