import { describe, expect, it } from 'vitest';
import { GOLDEN_TABLES } from './golden-columns.ts';
import { GOLDEN_DEFINITIONS } from './golden-files.ts';

/*
 * A golden table holds only what its cohorts reach: a column that is blank or 0 in all of them may be computed from
 * anything, and one that equals another everywhere may be its double. So the cohorts together have to tell.
 */
const COLUMNS = GOLDEN_TABLES.flat();

/** Columns that are equal unless a study is too large for an exact law (some 850 patients), each with its equals. */
const EQUAL_BELOW_EXACT_LIMIT = [
  ['cluster_p', 'rgl_exact_p'],
  ['cluster_log10_p', 'rgl_exact_log10_p'],
  ['cluster_family_size', 'wilcoxon_family_size'],
  ['cluster_reason', 'rgl_exact_reason', 'wilcoxon_reason'],
  ['cluster_reason', 'exact_reason', 'pratt_reason', 'sign_reason', 'wilcoxon_reason'],
];
/** Columns of two figures that are blank for the same reason by their definitions. */
const EQUAL_BY_DEFINITION = [
  ['icc_2_1_reason', 'icc_3_1_reason'],
  ['at_least_share_reason', 'at_most_share_reason'],
  ['', '_linear', '_quadratic'].flatMap((kind) => [`kappa${kind}_reason`, `kappa${kind}_plain_reason`]),
];

/** Columns that the three rows of the primary comparison do not tell apart; those of `count-tests` do. */
const EQUAL_OF_THREE_ROWS = [['rgl_reason', 'datta_satten_reason']];

/** Codes that no small cohort can reach, by vocabulary. */
const BEYOND_SMALL_COHORTS: Readonly<Record<string, readonly string[]>> = {
  // What validation lets in is finite and of equal length; an ICC(2,1) is beside its limits once in 200 samples of two to
  // thirteen rows, if it is below 0; the rest needs hundreds of patients.
  reason: [
    'lengths_differ',
    'infinite_value',
    'invalid_mu',
    'invalid_level',
    'exact_law_too_large',
    'limits_beside_estimate',
    'too_many_patients',
    // No cohort keeps its points to itself: the golden tables are by the thesis's settings.
    'points_not_published',
    'too_many_points',
  ],
  // Of a study too large for the exact law, and of a test without R's correction, which no table publishes.
  law: ['large_sample', 'normal'],
  // The longest course of a patient is of five pairs.
  level: ['6', '7', '8', '9'],
  time_point: ['5', '6', '7', '8', '9'],
};
/** Vocabularies that hold the names of all columns of an upload, of which few are ever a code. */
const LISTS_OF_COLUMN_NAMES = [
  'characteristic',
  'quality_detail',
  'quantity',
  'method',
  'sequence',
  'column',
];

describe('the sample cohorts together', () => {
  it.each(COLUMNS.filter(({ type }) => type === 'number' || type === 'integer'))(
    'have a value other than 0, and more than one, of $table $name',
    ({ cells }) => {
      const known = new Set(cells.filter((cell) => cell !== ''));
      expect(known.size).toBeGreaterThan(1);
    },
  );

  it.each(COLUMNS.filter(({ type, vocabulary }) => type === 'boolean' || vocabulary === 'reason'))(
    'have several values of $table.$name',
    ({ cells }) => {
      expect(new Set(cells).size).toBeGreaterThan(1);
    },
  );

  it('tell every column of a table from every other', () => {
    const mayBeEqual = [...EQUAL_BELOW_EXACT_LIMIT, ...EQUAL_BY_DEFINITION, ...EQUAL_OF_THREE_ROWS];
    const alike = GOLDEN_TABLES.flatMap((columns) =>
      columns.flatMap((one, position) =>
        columns
          .slice(position + 1)
          .filter((other) => one.cells.every((cell, row) => cell === other.cells[row]))
          .filter(
            (other) => !mayBeEqual.some((names) => names.includes(one.name) && names.includes(other.name)),
          )
          .map((other) => `${one.table}: ${one.name} = ${other.name}`),
      ),
    );
    expect(alike).toEqual([]);
  });

  it.each(
    Object.entries(GOLDEN_DEFINITIONS.vocabularies).filter(([name]) => !LISTS_OF_COLUMN_NAMES.includes(name)),
  )('use every code of the vocabulary %s that a small study can', (name, titles) => {
    const used = new Set(
      COLUMNS.filter(({ vocabulary }) => vocabulary === name).flatMap(({ cells }) =>
        cells.flatMap((cell) => cell.split(' ')),
      ),
    );
    expect(Object.keys(titles).filter((code) => !used.has(code))).toEqual(BEYOND_SMALL_COHORTS[name] ?? []);
  });
});
