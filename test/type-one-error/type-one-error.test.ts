import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { visibilityTables } from '#shared/analyses/visibility/tables.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { listingStudy } from '#test/analyses/visibility/listed-study.ts';
import { TWELVE_LESIONS } from '#test/analyses/visibility/twelve-lesions.ts';
import { GOLDEN_DEFINITIONS } from '#test/golden/golden-files.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { AREAS_COVERED, areaCoverage } from './area-coverage.ts';
import { COVERED, coverage } from './coverage.ts';
import { PUBLISHED_TESTS } from './published-tests.ts';
import { LEVEL, monteCarloError, simulated } from './simulate.ts';

const VALIDATION = readFileSync(new URL('../../docs/VALIDATION.md', import.meta.url), 'utf8');

/** The tables of a study that lists its lesions, too. */
const LISTED = visibilityTables(includedPatients(listingStudy(TWELVE_LESIONS), SETTINGS), SETTINGS);

describe('the type I error', () => {
  it('is simulated of every p that is published', () => {
    const published = [...GOLDEN_DEFINITIONS.tables, ...LISTED].flatMap(({ columns }) =>
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

  it('of the tests of listed lesions is held', () => {
    const lesions = PUBLISHED_TESTS.filter(({ of }) => of === 'listed');
    expect(lesions).toHaveLength(5);
    for (const patients of [8, 20]) {
      const studies = 600;
      for (const { wrong } of simulated(patients, studies, 7, lesions))
        expect(wrong / studies).toBeLessThan(LEVEL + 3 * monteCarloError(LEVEL, studies));
    }
  });

  it('of the confidence of one reader is held', () => {
    const confidence = PUBLISHED_TESTS.filter(({ column }) => column === 'difference_p');
    for (const patients of [8, 20]) {
      const studies = 600;
      for (const { tested, wrong } of simulated(patients, studies, 7, confidence)) {
        expect(tested).toBeGreaterThan(0.98 * studies);
        expect(wrong / studies).toBeLessThan(LEVEL + 3 * monteCarloError(LEVEL, studies));
      }
    }
  });

  it('of tests that disregard patients is not', () => {
    const plain = PUBLISHED_TESTS.filter(({ column, of }) => column === 't_p' && of === 'diameters');
    const [{ wrong } = { wrong: 0 }] = simulated(20, 600, 7, plain);
    expect(wrong / 600).toBeGreaterThan(2 * LEVEL);
  });
});

describe('the intervals of listed lesions', () => {
  it.each(COVERED)('hold 94 % at least, within two errors of the simulation: $interval', (figure) => {
    for (const patients of [8, 20]) {
      const { given, held } = coverage(figure, patients, 600, 7);
      expect(given).toBeGreaterThan(590);
      // By the plain variance between patients they hold 89 to 93 % of eight.
      expect(held / given).toBeGreaterThan(0.94 - 2 * monteCarloError(0.94, given));
    }
  });

  it('stand in docs/VALIDATION.md, each of them', () => {
    for (const { interval } of COVERED) expect(VALIDATION).toContain(`| ${interval} |`);
  });
});

describe('the intervals of confidence', () => {
  const ofOneReader = AREAS_COVERED.filter(({ of, readers }) => of === 'difference' && readers === 1);

  it.each(ofOneReader)('hold 94 % at least, within two errors of the simulation: $interval', (figure) => {
    for (const patients of [8, 20]) {
      const { given, held } = areaCoverage(figure, patients, 600, 7);
      expect(given).toBeGreaterThan(570);
      // By the normal law, 90 and 91 % of eight.
      expect(held / given).toBeGreaterThan(0.94 - 2 * monteCarloError(0.94, given));
    }
  });

  it('stand in docs/VALIDATION.md, each of them', () => {
    for (const { interval } of AREAS_COVERED) expect(VALIDATION).toContain(`| ${interval} |`);
  });
});
