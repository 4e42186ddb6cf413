import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, NO_VALUE, pValueText, ratioText } from '#shared/presentation/figures.ts';

describe('a ratio of whole numbers', () => {
  it.each([
    [33, 4, 1, '8,3'],
    [-33, 4, 1, '−8,3'],
    [1005, 1000, 2, '1,01'],
    [231, 57, 1, '4,1'],
    [456, 57, 1, '8,0'],
    [861, 8.64e2, 3, '0,997'],
    [1, 3, 0, '0'],
    [5, 2, 0, '3'],
    [-1, 2, 0, '−1'],
    [1, 30, 1, '0,0'],
    [-1, 30, 1, '0,0'],
    [-1, 20, 1, '−0,1'],
    [1, 8, 4, '0,1250'],
    [0, 57, 1, '0,0'],
    [9007199254740991, 2, 1, '4\u202f503\u202f599\u202f627\u202f370\u202f495,5'],
  ])('%d/%d with %d decimals is %s', (numerator, denominator, decimals, text) => {
    expect(ratioText(numerator, denominator, decimals)).toBe(text);
  });

  it('has one decimal unless another number is asked for', () => {
    expect(ratioText(314, 57)).toBe('5,5');
  });

  it('is a dash where nothing is divided', () => {
    expect(ratioText(0, 0)).toBe(NO_VALUE);
  });

  it('lies within half a unit of its last decimal, and is never drawn towards zero from the middle', () => {
    const integer = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(
        integer,
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 0, max: 4 }),
        (a, b, decimals) => {
          const text = ratioText(a, b, decimals);
          expect(text).toMatch(
            decimals === 0 ? /^−?[\d\u202f]+$/ : new RegExp(`^−?[\\d\\u202f]+,\\d{${decimals}}$`),
          );
          // |rounded − a/b| ≤ half a unit, in whole numbers: |2·digits·b − 2·a·10^decimals| ≤ b.
          const digits = BigInt(text.replace('−', '-').replaceAll(/[,\u202f]/g, ''));
          const gap = 2n * digits * BigInt(b) - 2n * BigInt(a) * 10n ** BigInt(decimals);
          expect(gap <= BigInt(b) && -gap <= BigInt(b)).toBe(true);
          if (gap === BigInt(b) || -gap === BigInt(b)) expect(gap > 0n).toBe(a > 0);
        },
      ),
    );
  });
});

describe('a p value', () => {
  it.each([
    [0.24, '0,24'],
    [0.2393, '0,24'],
    [0.002075, '0,002'],
    [0.009206, '0,009'],
    [0.00999, '0,010'],
    [0.01, '0,01'],
    [0.001, '0,001'],
    [0.000999, '< 0,001'],
    [1e-300, '< 0,001'],
    [0, '< 0,001'],
    [0.0449, '0,04'],
    [0.045, '0,045'],
    [0.0494, '0,049'],
    [0.0495, '< 0,05'],
    [0.0496, '< 0,05'],
    [0.0499999, '< 0,05'],
    [0.05, '0,050'],
    [0.0504, '0,050'],
    [0.0549, '0,055'],
    [0.055, '0,06'],
    [0.985, '0,99'],
    [0.99, '0,99'],
    [0.9901, '> 0,99'],
    [1, '> 0,99'],
    [null, NO_VALUE],
  ])('%d is shown as %s', (p, text) => {
    expect(pValueText(p)).toBe(text);
  });

  it('is never shown on the other side of 0.05, nor as 0 or 1', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0.04, max: 0.06, noNaN: true }),
        ),
        (p) => {
          const text = pValueText(p);
          expect(text).toMatch(/^(< |> )?0,\d{2,3}$/);
          const shown = Number(text.replace(/[<>] /, '').replace(',', '.'));
          expect(shown < 0.05 || text.startsWith('<')).toBe(p < 0.05);
          expect(shown > 0 && shown < 1).toBe(true);
          expect(Math.abs(shown - p)).toBeLessThan(0.011);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('another figure', () => {
  it.each([
    [1.25, 2, '1,25'],
    [-1.26, 1, '−1,3'],
    [-0.04, 1, '0,0'],
    [0, 0, '0'],
    [-3, 0, '−3'],
    [1234.5, 1, '1\u202f234,5'],
    [1.005, 2, '1,01'],
    [-2.345, 2, '−2,35'],
    [0.1 + 0.2, 1, '0,3'],
    [1e21, 0, '1\u202f000\u202f000\u202f000\u202f000\u202f000\u202f000\u202f000'],
    [5e-324, 3, '0,000'],
  ])('%d with %d decimals is %s', (value, decimals, text) => {
    expect(decimalText(value, decimals)).toBe(text);
  });
});
