import { describe, expect, it, type TestContext } from 'vitest';
import * as z from 'zod';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { DATA_PACKAGE_FILE, dataPackage } from '#shared/result-report/files/data-package.ts';
import { frenchCsv, frenchFile } from '#shared/result-report/files/french-csv.ts';
import { PRIMARY_KEYS } from '#shared/result-report/files/primary-keys.ts';
import { GOLDEN_DEFINITIONS, goldenRows } from '#test/golden/golden-files.ts';
import { validatedPackage } from '#test/guidance/frictionless.ts';
import { committedTables, readRTables } from '#test/reference/r-tables.ts';
import { SAMPLE_COHORTS } from '#test/sample-cohorts.ts';
import { type SampleResult, sampleResult } from './sample-result.ts';

/** Frictionless is installed the first time, perhaps after what another test is installing. */
const LONGEST_INSTALLATION = 15 * 60_000;

/** As https://datapackage.org describes it, as far as it is used here; nothing else may stand there. */
const text = z.string().min(1);
const fieldSchema = z.strictObject({
  name: text,
  type: z.enum(['string', 'integer', 'number', 'boolean']),
  title: text,
  description: text.optional(),
  unit: text.optional(),
  decimalChar: z.literal(',').optional(),
  trueValues: z.array(text).length(1).optional(),
  falseValues: z.array(text).length(1).optional(),
  constraints: z.strictObject({ enum: z.array(text).min(1) }).optional(),
});
const packageSchema = z.strictObject({
  $schema: z.url(),
  name: z.string().regex(/^[a-z0-9._-]+$/),
  id: text,
  title: text,
  description: text,
  version: text,
  created: z.iso.datetime(),
  resources: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z0-9._-]+$/),
        path: z.string().regex(/^[\w-]+(\.fr)?\.csv$/),
        type: z.literal('table'),
        profile: z.literal('tabular-data-resource'),
        format: z.literal('csv'),
        mediatype: z.literal('text/csv'),
        encoding: z.literal('utf-8'),
        title: text,
        hash: z
          .string()
          .regex(/^sha256:[0-9a-f]{64}$/)
          .optional(),
        dialect: z.strictObject({ delimiter: z.enum([',', ';']) }),
        schema: z.strictObject({
          fields: z.array(fieldSchema).min(1),
          missingValues: z.tuple([z.literal('')]),
          primaryKey: z.array(text).min(1).optional(),
        }),
      }),
    )
    .min(1),
});

/** All files of a result that the package names, and the package. */
const packageOf = ({ files, result }: SampleResult): Map<string, string> =>
  new Map([
    ...[...files].filter(([name]) => name !== TABLES_FILE),
    ...result.tables.map((table) => [frenchFile(table.name), frenchCsv(table)] as const),
    [DATA_PACKAGE_FILE, dataPackage(result)],
  ]);

describe('datapackage.json', () => {
  it.each(['thesis', 'one-patient'])('is one, and names both files of every table: %s', async (cohort) => {
    const { result } = await sampleResult(cohort);
    const { resources, ...rest } = packageSchema.parse(JSON.parse(dataPackage(result)));
    expect(rest).toMatchObject({ id: result.manifest.id, created: '2026-11-26T02:00:01.500Z' });
    expect(resources.map(({ path }) => path)).toEqual(
      result.tables.flatMap(({ name }) => [`${name}.csv`, `${name}.fr.csv`]),
    );
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
    for (const { schema } of resources) {
      expect(
        schema.primaryKey?.filter((key) => !schema.fields.some(({ name }) => name === key)) ?? [],
      ).toEqual([]);
    }
  });

  it('says of a column its type, its unit, its title in both languages and what its codes mean', async () => {
    const { resources } = packageSchema.parse(JSON.parse(dataPackage((await sampleResult('thesis')).result)));
    const fieldOf = (resource: string, field: string) =>
      resources.find(({ name }) => name === resource)?.schema.fields.find(({ name }) => name === field);
    expect(fieldOf('measures', 'mean')).toEqual({
      ...{ name: 'mean', type: 'number', unit: 'mm', title: 'diamètre, moyenne / diameter, mean' },
    });
    expect(fieldOf('measures-fr', 'mean')).toEqual({
      ...{ name: 'mean', type: 'number', unit: 'mm', title: 'diamètre, moyenne', decimalChar: ',' },
    });
    expect(fieldOf('counts', 'side')).toMatchObject({
      description: expect.stringContaining('right = foie droit / right liver'),
      constraints: { enum: ['whole', 'right', 'left'] },
    });
    expect(fieldOf('counts', 'reason')?.description).toContain(
      'a code of the vocabulary reason in tables.json',
    );
    expect(fieldOf('count-tests', 'wilcoxon_warnings')?.constraints).toBeUndefined();
  });
});

it('a boolean of a French file is read by the words that stand in it', async () => {
  const sample = await sampleResult('thesis');
  const table = sample.result.tables.find(({ columns }) => columns.some(({ type }) => type === 'boolean'));
  const described = packageSchema.parse(JSON.parse(dataPackage(sample.result)));
  const { schema } = described.resources.find(({ name }) => name === `${table?.name}-fr`) ?? {};
  const fields = schema?.fields.filter(({ type }) => type === 'boolean') ?? [];
  expect(fields.length).toBeGreaterThan(0);
  for (const { trueValues, falseValues } of fields) {
    expect([trueValues, falseValues]).toEqual([['VRAI'], ['FAUX']]);
  }
});

describe('the columns that name a row', () => {
  it.each(Object.entries(PRIMARY_KEYS))(
    'of %s are those of the oracle, never blank, and name one',
    (name, key) => {
      const table = GOLDEN_DEFINITIONS.tables.find((candidate) => candidate.name === name);
      if (table === undefined) throw new Error(`no table ${name}`);
      expect(readRTables(committedTables('listed'))[name]?.key).toEqual(key);
      const positions = key.map((column) =>
        table.columns.findIndex((candidate) => candidate.name === column),
      );
      for (const cohort of SAMPLE_COHORTS) {
        const keys = goldenRows(cohort, table).map((cells) =>
          positions.map((position) => cells[position] ?? ''),
        );
        expect(keys.flat()).not.toContain('');
        expect(new Set(keys.map((cells) => cells.join(' '))).size, cohort).toBe(keys.length);
      }
    },
  );
});

describe('frictionless', { timeout: LONGEST_INSTALLATION }, () => {
  /** Where frictionless is not to be had, a person is told so; continuous integration fails. */
  async function errorsIn(files: ReadonlyMap<string, string>, { skip }: TestContext) {
    const verdicts = await validatedPackage(files);
    if ('missing' in verdicts) {
      if (process.env['CI']) throw new Error(verdicts.missing);
      return skip(`the data package is not tried with frictionless: ${verdicts.missing}`);
    }
    return [...verdicts.of].flatMap(([name, errors]) => errors.map(({ type }) => [name, type]));
  }

  it.for(['thesis', 'responses', 'one-patient'])(
    'finds every file of a result as the package says: %s',
    async (cohort, context) => {
      expect(await errorsIn(packageOf(await sampleResult(cohort)), context)).toEqual([]);
    },
  );

  it('finds what is not: an unknown code, a point for a comma, a file that was changed', async (context) => {
    const files = packageOf(await sampleResult('thesis'));
    const change = (name: string, from: string | RegExp, to: string) => {
      const before = files.get(name) ?? '';
      expect(before.replace(from, to)).not.toBe(before);
      files.set(name, before.replace(from, to));
    };
    change('counts.fr.csv', /(\d),(\d)/, '$1.$2');
    change('counts.csv', '\nright,', '\nmiddle,');
    expect(await errorsIn(files, context)).toEqual(
      expect.arrayContaining([
        ['counts', 'hash-count'],
        ['counts', 'constraint-error'],
        ['counts-fr', 'type-error'],
      ]),
    );
  });
});
