import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GOLDEN_DEFINITIONS } from '#test/golden/golden-files.ts';
import { PUBLISHED_TESTS } from './published-tests.ts';
import { LEVEL, monteCarloError, simulated } from './simulate.ts';

const VALIDATION = readFileSync(new URL('../../docs/VALIDATION.md', import.meta.url), 'utf8');

describe('the type I error', () => {
  it('is simulated of every p that is published', () => {
    const published = GOLDEN_DEFINITIONS.tables.flatMap(({ columns }) =>
      columns.map(({ name }) => name).filter((name) => /_p(_holm|_bh)?$/.test(name) && !/log10/.test(name)),
    );
    const listed = PUBLISHED_TESTS.map(({ column }) => column.replace(/ .*/, ''));
    expect([...new Set(listed)].toSorted()).toEqual([...new Set(published)].toSorted());
  });

  it('stands in docs/VALIDATION.md for each of them', () => {
    const rows = VALIDATION.split('\n').flatMap((line) => /^\| `(.*?)` \|/.exec(line)?.[1] ?? []);
    expect(rows).toEqual(PUBLISHED_TESTS.map(({ column }) => column));
  });

  it('of the primary test is held, whatever the rows of a patient have in common', () => {
    const primary = PUBLISHED_TESTS.filter(({ column }) => column === 'cluster_p');
    for (const patients of [8, 20]) {
      const studies = 600;
      for (const { tested, wrong } of simulated(patients, studies, 7, primary)) {
        expect(tested).toBe(studies);
        expect(wrong / studies).toBeLessThan(LEVEL + 3 * monteCarloError(LEVEL, studies));
      }
    }
  });

  it('of the interaction of subgroups is held', () => {
    const interaction = PUBLISHED_TESTS.filter(({ column }) => column === 'interaction_p');
    const studies = 200;
    for (const patients of [8, 20]) {
      const [{ tested, wrong } = { tested: 0, wrong: studies }] = simulated(
        patients,
        studies,
        7,
        interaction,
      );
      // By chi-squared it was 47 and 28 of 200.
      expect(tested).toBeGreaterThan(0.9 * studies);
      expect(wrong / studies).toBeLessThan(LEVEL + 3 * monteCarloError(LEVEL, studies));
    }
  });

  it('of tests that disregard patients is not', () => {
    const plain = PUBLISHED_TESTS.filter(({ column, of }) => column === 't_p' && of === 'diameters');
    const [{ wrong } = { wrong: 0 }] = simulated(20, 600, 7, plain);
    expect(wrong / 600).toBeGreaterThan(2 * LEVEL);
  });
});
