import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAMPLE_COHORTS } from '#test/sample-cohorts.ts';
import { type CohortTables, cohortTables } from './cohort-tables.ts';
import { mergedDefinitions } from './definitions.ts';

/** Computed in the tests that ask for it, once, and not while this file loads: the first that fails then ends the run early. */
const computed = new Map<string, Promise<CohortTables>>();
function tablesOf(cohort: string): Promise<CohortTables> {
  const known = computed.get(cohort) ?? cohortTables(cohort);
  computed.set(cohort, known);
  return known;
}

const definitionsOfAll = async () =>
  (await Promise.all(SAMPLE_COHORTS.map(tablesOf))).map(({ definitions }) => definitions);

const DEFINITIONS = 'definitions.json';

describe('the published definitions', () => {
  it('are the titles, types, units and codes that were read', async () => {
    const definitions = mergedDefinitions(await definitionsOfAll());
    await expect(`${JSON.stringify(definitions, null, 1)}\n`).toMatchFileSnapshot(DEFINITIONS);
  });
});

describe('the published tables', () => {
  it.each(SAMPLE_COHORTS)('are those that were read, of the cohort %s', async (cohort) => {
    const { csv } = await tablesOf(cohort);
    // Soft: a change shows in every table that it touches.
    for (const [file, content] of csv) {
      await expect.soft(content).toMatchFileSnapshot(join(cohort, file), file);
    }
  });

  it.each(SAMPLE_COHORTS)('have definitions that do not depend on the study: %s', async (cohort) => {
    const { tables, vocabularies } = (await tablesOf(cohort)).definitions;
    const all = mergedDefinitions(await definitionsOfAll());
    const names = tables.map(({ name }) => name);
    expect(tables).toEqual(all.tables.filter(({ name }) => names.includes(name)));
    expect(all.vocabularies).toMatchObject(vocabularies);
  });
});

it('listed lesions change no table but what missing and quality say of their sheet, and of totals that it confirms', async () => {
  const [thesis, listed] = [await tablesOf('thesis'), await tablesOf('listed')];
  const changed = [...thesis.csv].filter(([file, content]) => listed.csv.get(file) !== content);
  expect(changed.map(([file]) => file)).toEqual(['missing.csv', 'quality.csv']);
  const ofTheSheet =
    /^(?:counted,visibility|orphan,listed_without_pair|total_equals_one_sequence|listed_not_used|listed_unlike_counted|listed_without_saying|seen_unlike_measured|segment_of_other_side),/;
  for (const [file, content] of changed) {
    const apart = (csv: string | undefined) => csv?.split('\n').filter((row) => !ofTheSheet.test(row));
    expect(apart(listed.csv.get(file)), file).toEqual(apart(content));
  }
});

it('no file lies here that nothing is compared with', async () => {
  const cohorts = await Promise.all(SAMPLE_COHORTS.map(tablesOf));
  const compared = new Set([
    DEFINITIONS,
    ...cohorts.flatMap(({ cohort, csv }) => [...csv.keys()].map((file) => join(cohort, file))),
  ]);
  const files = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(ts|md)$/.test(entry.name))
    .map(({ parentPath, name }) => relative(import.meta.dirname, join(parentPath, name)));
  expect(files.filter((file) => !compared.has(file))).toEqual([]);
});
