import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { LaunchFailure } from '#cdk/localstack/bilingual.ts';
import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { atomicFolder } from '#cdk/localstack/install/atomic-folder.ts';
import { installing } from '#cdk/localstack/install/installation.ts';
import { type InstallContext, run } from '#cdk/localstack/install/run.ts';
import { makeVirtualEnvironment, pythonIn } from '#cdk/localstack/install/virtual-environment.ts';
import type { TableSchema } from '#shared/guidance/table-schema.ts';
import { bothLanguages } from '#shared/language.ts';
import type { Bytes } from '#test/validation/csv-file.ts';

/**
 * Made by `echo frictionless==5.21.0 | uv pip compile --no-config --universal --python-version 3.13 --generate-hashes
 * --no-header --no-annotate --output-file frictionless-requirements.txt -`.
 */
const LOCK = join(import.meta.dirname, 'frictionless-requirements.txt');

/** A file, and the schema that it should obey. */
export interface Resource {
  readonly name: string;
  readonly bytes: Bytes;
  readonly delimiter: string;
  readonly schema: TableSchema;
}

/** What frictionless finds in a file: where and what kind of error. */
const errorSchema = z.object({
  type: z.string(),
  rowNumber: z.int().optional(),
  fieldName: z.string().optional(),
});
export type SchemaError = Readonly<z.infer<typeof errorSchema>>;
const reportSchema = z.object({
  errors: z.array(errorSchema),
  tasks: z.array(z.object({ name: z.string(), errors: z.array(errorSchema) })),
});

/** The errors in each file, or why frictionless is not to be had here. */
export type Verdicts =
  | { readonly of: ReadonlyMap<string, readonly SchemaError[]> }
  | { readonly missing: string };

/** Lets the real frictionless look at all of these. */
export function validated(resources: readonly Resource[]): Promise<Verdicts> {
  const described = resources.map(({ name, delimiter, schema }) => ({
    ...{ name, schema, path: `${name}.csv`, encoding: 'utf-8' },
    dialect: { csv: { delimiter } },
  }));
  return validatedPackage(
    new Map<string, Bytes | string>([
      ...resources.map(({ name, bytes }) => [`${name}.csv`, bytes] as const),
      [PACKAGE, JSON.stringify({ resources: described })],
    ]),
  );
}

const PACKAGE = 'datapackage.json';

/** The Python that has it: to look whether it still works takes as long as to let it look at a package. */
let installed: Promise<string> | undefined;

/**
 * Lets the real frictionless, installed into the cache folder once, look at a Data Package.
 *
 * @param files - `datapackage.json` and the files that it names
 */
export async function validatedPackage(files: ReadonlyMap<string, Bytes | string>): Promise<Verdicts> {
  const context: InstallContext = {
    cacheFolder: cacheFolder(process.env),
    environment: process.env,
    progress: (step) => process.stderr.write(`${bothLanguages(step)}\n`),
  };
  try {
    installed ??= installing(context, () => install(context));
    return { of: await validatedBy(await installed, files) };
  } catch (error) {
    // The message is for the user; anything else is a fault of ours.
    if (error instanceof LaunchFailure) return { missing: error.message };
    throw error;
  }
}

async function install(context: InstallContext): Promise<string> {
  const folder = await atomicFolder(context.cacheFolder, {
    name: 'frictionless',
    inputs: [readFileSync(LOCK, 'utf8')],
    build: (target) => makeVirtualEnvironment(target, { name: 'frictionless', lock: LOCK }, context),
    stillWorks: async (target) =>
      (await run([pythonIn(target), '-c', 'import frictionless'], context.environment)).succeeded,
  });
  return pythonIn(folder);
}

async function validatedBy(
  python: string,
  files: ReadonlyMap<string, Bytes | string>,
): Promise<ReadonlyMap<string, readonly SchemaError[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'ctmri-schemas-'));
  try {
    for (const [name, content] of files) writeFileSync(join(folder, name), content);
    const command = [python, '-m', 'frictionless', 'validate', PACKAGE, '--json'];
    const { output } = await run(command, process.env, folder);
    const { errors, tasks } = reportSchema.parse(JSON.parse(output.slice(output.indexOf('{'))));
    if (errors.length > 0) throw new Error(`frictionless does not read the package: ${output}`);
    return new Map(tasks.map((task) => [task.name, task.errors]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
