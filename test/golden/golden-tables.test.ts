import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COHORTS, cohortTables } from './cohort-tables.ts';

const computed = await Promise.all(COHORTS.map(cohortTables));

const DEFINITIONS = 'definitions.json';

describe.each(computed)('the published tables of the cohort $cohort', ({ cohort, csv }) => {
  it.each([...csv])('%s', async (file, content) => {
    await expect(content).toMatchFileSnapshot(`${cohort}/${file}`);
  });
});

describe('the published definitions', () => {
  it('are the titles, types, units and codes that were read', async () => {
    const [definitions] = computed.map((one) => one.definitions);
    await expect(`${JSON.stringify(definitions, null, 1)}\n`).toMatchFileSnapshot(DEFINITIONS);
  });

  it.each(computed)('do not depend on the study: $cohort', ({ definitions }) => {
    expect([definitions]).toEqual(computed.slice(0, 1).map((first) => first.definitions));
  });
});

it('no file lies here that nothing is compared with', () => {
  const compared = new Set([
    DEFINITIONS,
    ...computed.flatMap(({ cohort, csv }) => [...csv.keys()].map((file) => join(cohort, file))),
  ]);
  const files = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(ts|md)$/.test(entry.name))
    .map(({ parentPath, name }) => relative(import.meta.dirname, join(parentPath, name)));
  expect(files.filter((file) => !compared.has(file))).toEqual([]);
});
