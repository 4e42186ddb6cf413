import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import config from '../../vitest.config.ts';
import { propertyTests } from './property-tests.ts';
import { LARGEST_SEED, seedIn, seedOf } from './seed.ts';

describe('the seed of a run', () => {
  it('is the same every time, so that a commit that passed passes again', () => {
    expect(fc.readConfigureGlobal()).toMatchObject({ seed: seedIn(process.env) });
    expect(seedIn({})).toBe(seedIn({}));
  });

  it('is set before every unit test', () => {
    const [unit] = config.test?.projects ?? [];
    expect(unit).toMatchObject({ test: { name: 'unit', setupFiles: ['test/seeds/one-seed.ts'] } });
  });

  it('is another one where the environment names it', () => {
    expect(seedIn({ CTMRI_SEED: '293397481' })).toBe(293_397_481);
  });

  it.each(['', '-1', '1.5', 'today', String(LARGEST_SEED + 1)])('is a whole number, not “%s”', (text) => {
    expect(() => seedOf(text)).toThrow(`not “${text}”`);
  });
});

describe('the tests of properties', () => {
  it('are found by what they import', () => {
    expect(propertyTests()).toContain('test/statistics/walsh-averages.test.ts');
    expect(propertyTests()).not.toContain('test/functions/histories.test.ts');
  });

  it('draw nothing by chance beside it', () => {
    const byChance = /Math\.random\(\)|randomInt\(/;
    const own = ['test/seeds/seeds.test.ts', 'test/layers/layers.test.ts'];
    const files = globSync('test/**/*.test.ts').filter((file) => !own.includes(file));
    expect(files.filter((file) => byChance.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
