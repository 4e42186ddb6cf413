import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { friedmanTest } from '#shared/statistics/friedman-test.ts';
import { adjustPValues } from '#shared/statistics/p-value-adjustment.ts';
import { binomialTest, signTest } from '#shared/statistics/sign-test.ts';
import { conditionalSignedRankTest, prattTest } from '#shared/statistics/signed-rank-sensitivity.ts';
import { signedRankTest } from '#shared/statistics/signed-rank-test.ts';
import { columns, count, untied } from './samples.ts';

const pValue = fc.double({ min: 0, max: 1, noNaN: true });

describe('adjusted p-values', () => {
  it('are never below the raw ones nor above 1, keep their order, and Holm is never below Benjamini–Hochberg', () => {
    fc.assert(
      fc.property(fc.array(fc.option(pValue), { maxLength: 20 }), (raw) => {
        const holm = adjustPValues(raw, 'holm');
        const bh = adjustPValues(raw, 'benjamini-hochberg');
        for (const [index, p] of raw.entries()) {
          if (p === null) {
            expect(holm[index]).toBeNull();
            expect(bh[index]).toBeNull();
            continue;
          }
          expect(bh[index]).toBeGreaterThanOrEqual(p);
          expect(holm[index]).toBeGreaterThanOrEqual((bh[index] ?? Number.NaN) * (1 - 1e-12));
          expect(holm[index]).toBeLessThanOrEqual(1);
          for (const [other, q] of raw.entries()) {
            if (q !== null && q <= p) expect(holm[other]).toBeLessThanOrEqual(holm[index] ?? Number.NaN);
          }
        }
      }),
    );
  });

  it('do not depend on the order of the tests', () => {
    fc.assert(
      fc.property(
        fc.array(pValue, { maxLength: 20 }),
        fc.constantFrom('holm', 'benjamini-hochberg'),
        (raw, method) => {
          expect(adjustPValues(raw.toReversed(), method)).toEqual(adjustPValues(raw, method).toReversed());
        },
      ),
    );
  });

  it('refuse a family smaller than itself', () => {
    expect(() => adjustPValues([0.1, 0.2], 'holm', 1)).toThrow(RangeError);
  });
});

describe('the Friedman test', () => {
  const table = fc.array(fc.array(count, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 20 });

  it('does not depend on the order of rows or columns, nor on a scale of each row', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { p, kendallW } = friedmanTest(rows);
        const turned = friedmanTest(
          rows.map((row) => row.toReversed().map((value) => value * 3 + 1)).toReversed(),
        );
        if (p === null || kendallW === null) {
          expect(turned.p).toBeNull();
          return;
        }
        expect(turned.p).toBeCloseTo(p, 10);
        expect(kendallW).toBeGreaterThanOrEqual(0);
        expect(kendallW).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('leaves out incomplete rows and has no p when every row is tied', () => {
    expect(
      friedmanTest([
        [1, 2, null],
        [1, 2, 3],
        [2, 3, 4],
      ]),
    ).toMatchObject({ n: 2, kendallW: 1 });
    expect(friedmanTest([[3, 3, 3]])).toMatchObject({ p: null, reason: 'no_variation' });
    expect(friedmanTest([])).toMatchObject({ p: null, reason: 'no_observation' });
  });
});

describe('the sensitivity analyses', () => {
  it('agree with the main test where there are no ties and no zeros', () => {
    fc.assert(
      fc.property(untied(1, 30), (differences) => {
        const zeros = differences.map(() => 0);
        const exact = signedRankTest(differences, null).p ?? Number.NaN;
        expect(conditionalSignedRankTest(differences, zeros).p).toBeCloseTo(exact, 12);
        const approximate = signedRankTest(differences, null, { exact: false, continuityCorrection: false });
        expect(prattTest(differences, zeros).z).toBeCloseTo(approximate.z ?? Number.NaN, 12);
      }),
    );
  });

  it('do not change when the columns change places', () => {
    fc.assert(
      fc.property(columns(count), ({ x, y }) => {
        expect(signTest(y, x).p).toBe(signTest(x, y).p);
        expect(prattTest(y, x).p).toBe(prattTest(x, y).p);
        expect(conditionalSignedRankTest(y, x).p).toBe(conditionalSignedRankTest(x, y).p);
      }),
    );
  });

  it('keep log10 p where the sign test underflows', () => {
    expect(binomialTest(0, 5000)).toMatchObject({ p: 0 });
    expect(binomialTest(0, 5000).log10P).toBeCloseTo(-4999 * Math.log10(2), 6);
  });

  it('are null with a reason when nothing but zeros is left', () => {
    const x = [1, 2];
    expect(signTest(x, x)).toMatchObject({ p: null, reason: 'all_zero' });
    expect(prattTest(x, x)).toMatchObject({ p: null, reason: 'all_zero' });
    expect(conditionalSignedRankTest(x, x)).toMatchObject({ p: null, reason: 'all_zero' });
    expect(conditionalSignedRankTest([], [])).toMatchObject({ p: null, reason: 'no_observation' });
  });
});
