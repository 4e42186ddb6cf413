import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgreementFigures, agreementOf } from '#shared/analyses/measures/agreement-figures.ts';
import { type Figure, mapped } from '#shared/statistics/figure.ts';

const lesion = fc.record({
  first: fc.integer({ min: 50, max: 900 }),
  second: fc.integer({ min: 50, max: 900 }),
  patient: fc.nat(9),
});
const LESIONS = fc.array(lesion, { minLength: 12, maxLength: 30 });

interface Lesion {
  readonly first: number;
  readonly second: number;
  readonly patient: number;
}
const agreement = (lesions: readonly Lesion[]) =>
  agreementOf(
    lesions.map(({ first }) => first),
    lesions.map(({ second }) => second),
    lesions.map(({ patient }) => patient),
  );
const lower = (limits: Figure<{ readonly lower: number }>) => mapped(limits, (of) => of.lower);
const upper = (limits: Figure<{ readonly upper: number }>) => mapped(limits, (of) => of.upper);
const coefficients = ({ agreement: icc, consistency, concordance }: AgreementFigures) => [
  icc.estimate,
  lower(icc.interval),
  consistency.estimate,
  upper(consistency.interval),
  concordance.concordance,
];
const limits = ({ bias, limits: { lowerLimitInterval, limits: of } }: AgreementFigures) => [
  bias.mean,
  lower(bias.interval),
  lower(of),
  lower(lowerLimitInterval),
];
const times = (figure: Figure, factor: number) => mapped(figure, (value) => factor * value);
const close = (actual: readonly unknown[], expected: readonly unknown[]) => {
  for (const [position, value] of expected.entries()) {
    if (typeof value === 'number' && Number.isFinite(value)) {
      const tolerance = 1e-8 * Math.max(1, Math.abs(value));
      expect(Math.abs(Number(actual[position]) - value)).toBeLessThan(tolerance);
    } else expect(actual[position]).toEqual(value);
  }
};

describe('agreement', () => {
  it('of the second with the first is that of the first with the second, upside down', () => {
    fc.assert(
      fc.property(LESIONS, (lesions) => {
        const [one, other] = [
          agreement(lesions),
          agreement(lesions.map(({ first, second, patient }) => ({ first: second, second: first, patient }))),
        ];
        // Lesions of one patient only, or all alike, have no limits to turn round.
        fc.pre(limits(one).every(Number.isFinite));
        close(coefficients(other), coefficients(one));
        const { bias, limits: turned } = other;
        close(
          [bias.mean, upper(bias.interval), upper(turned.limits), upper(turned.upperLimitInterval)].map(
            (figure) => times(figure, -1),
          ),
          limits(one),
        );
      }),
    );
  });

  it('does not depend on the order of lesions, nor on whose patient is numbered first', () => {
    const shuffled = LESIONS.chain((lesions) =>
      fc.tuple(fc.constant(lesions), fc.shuffledSubarray(lesions, { minLength: lesions.length })),
    );
    fc.assert(
      fc.property(shuffled, ([lesions, mixed]) => {
        const [one, other] = [agreement(lesions), agreement(mixed)];
        close(limits(other), limits(one));
        close(coefficients(other), coefficients(one));
      }),
    );
  });

  it('shifts and scales with the diameters', () => {
    fc.assert(
      fc.property(LESIONS, fc.integer({ min: -40, max: 40 }), (lesions, shift) => {
        const [one, other] = [
          agreement(lesions),
          agreement(
            lesions.map(({ first, second, patient }) => ({
              first: 3 * first + shift,
              second: 3 * second + shift,
              patient,
            })),
          ),
        ];
        close(
          limits(other),
          limits(one).map((figure) => times(figure, 3)),
        );
        close(coefficients(other), coefficients(one));
      }),
    );
  });
});
