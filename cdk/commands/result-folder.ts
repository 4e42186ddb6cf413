import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { parseJson } from '#shared/json.ts';
import { isAsNamed } from '#shared/publication/manifest.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { type PublishedResult, parseResult } from '#shared/result-report/published-result.ts';
import { MANIFEST_FILE } from '#shared/storage/bucket-keys.ts';
import { CommandFailure } from './command.ts';
import { codeOf, named } from './files.ts';

/** Reads a result from a folder that `compute` or `results` wrote. */
export async function resultInFolder(folder: string): Promise<PublishedResult> {
  const tables = await textIn(folder, TABLES_FILE);
  const manifest = await textIn(folder, MANIFEST_FILE);
  const result = parsed(folder, tables, manifest);
  if (await isAsNamed(result.manifest, TABLES_FILE, tables)) return result;
  throw new CommandFailure({
    fr: `${join(folder, TABLES_FILE)} n’est pas celui que ${MANIFEST_FILE} nomme (SHA-256) : les deux viennent de résultats différents, ou l’un a été modifié.`,
    en: `${join(folder, TABLES_FILE)} is not the one that ${MANIFEST_FILE} names (SHA-256): the two are of different results, or one was changed.`,
  });
}

async function textIn(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  const text = await named(
    folder,
    readFile(path, 'utf8').catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }),
  );
  if (text === undefined) throw notThere(folder, name);
  if (parseJson(text) === undefined) throw notPublished(path);
  return text;
}

function parsed(folder: string, tables: string, manifest: string): PublishedResult {
  try {
    return parseResult(tables, manifest);
  } catch (error) {
    if (error instanceof z.ZodError) throw notPublished(folder);
    throw error;
  }
}

const notThere = (folder: string, name: string): CommandFailure =>
  new CommandFailure({
    fr: `Il n’y a pas de ${name} dans ${folder}. Indiquez un dossier écrit par « compute … --out » ou « results --out » (les manifestes ne sont lisibles que des coordinateurs).`,
    en: `There is no ${name} in ${folder}. Name a folder that "compute … --out" or "results --out" wrote (only coordinators may read manifests).`,
  });

const notPublished = (path: string): CommandFailure =>
  new CommandFailure({
    fr: `${path} n’est pas ce que l’étude publie : copie incomplète, ou fichier modifié.`,
    en: `${path} is not what the study publishes: an incomplete copy, or a changed file.`,
  });
