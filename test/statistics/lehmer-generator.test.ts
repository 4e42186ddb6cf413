import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lehmerGenerator, SEEDS } from '#shared/statistics/lehmer-generator.ts';

const modulus = BigInt(SEEDS.modulus);

it('gives the remainders that whole numbers of any size give, from every seed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: SEEDS.modulus - 1 }), (seed) => {
      const next = lehmerGenerator(seed);
      let state = BigInt(seed);
      for (let step = 0; step < 20; step += 1) {
        state = (BigInt(SEEDS.multiplier) * state) % modulus;
        expect(next()).toBe(Number(state) / SEEDS.modulus);
      }
    }),
    { numRuns: 500 },
  );
});

it('gives what Park, Miller and Stockmeyer give for the ten-thousandth number after 1', () => {
  const next = lehmerGenerator(1);
  for (let step = 1; step < 10_000; step += 1) next();
  expect(next() * SEEDS.modulus).toBeCloseTo(399_268_537, 5);
});
