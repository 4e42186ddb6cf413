import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COHORTS, cohortTables, type Published } from './cohort-tables.ts';

const computed = await Promise.all(COHORTS.map(cohortTables));

const DEFINITIONS = 'definitions.json';

/** What stands in `tables.json` beside the rows: the same for every study. */
const definitionsOf = ({ tables, vocabularies }: Published) => ({
  tables: tables.map(({ rows: _, ...definition }) => definition),
  vocabularies,
});

describe.each(computed)('the published tables of the cohort $cohort', ({ cohort, csv }) => {
  it.each([...csv])('%s', async (file, content) => {
    await expect(content).toMatchFileSnapshot(`${cohort}/${file}`);
  });
});

describe('the published definitions', () => {
  it('are the titles, types, units and codes that were read', async () => {
    const [definitions] = computed.map(({ published }) => definitionsOf(published));
    await expect(`${JSON.stringify(definitions, null, 1)}\n`).toMatchFileSnapshot(DEFINITIONS);
  });

  it.each(computed)('do not depend on the study: $cohort', ({ published }) => {
    expect([definitionsOf(published)]).toEqual(
      computed.slice(0, 1).map((first) => definitionsOf(first.published)),
    );
  });
});

it('no file lies here that nothing is compared with', () => {
  const compared = new Set([
    DEFINITIONS,
    ...computed.flatMap(({ cohort, csv }) => [...csv.keys()].map((file) => join(cohort, file))),
  ]);
  const files = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.ts'))
    .map(({ parentPath, name }) => relative(import.meta.dirname, join(parentPath, name)));
  expect(files.filter((file) => !compared.has(file))).toEqual([]);
});
