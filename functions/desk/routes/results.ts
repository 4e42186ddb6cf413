import type * as z from 'zod';
import { DeskRefusal } from '#functions/desk/refusal.ts';
import { queryValue } from '#functions/desk/request.ts';
import type { Asked } from '#functions/desk/route.ts';
import { textReader } from '#functions/storage/conditional-object.ts';
import { inParallel } from '#functions/storage/in-parallel.ts';
import { resultFilesLister } from '#functions/storage/result-files.ts';
import { frozenLister, latestReader, manifestReader } from '#functions/storage/results.ts';
import type { Difference, resultsSchema } from '#shared/desk/coordinator-api.ts';
import { difference } from '#shared/desk/difference.ts';
import { pendingCounts } from '#shared/desk/pending-counts.ts';
import { parseTables, parseTitles } from '#shared/presentation/read-table.ts';
import { isCleared } from '#shared/publication/cleared-result.ts';
import type { Manifest } from '#shared/publication/manifest.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { RESULT_ID, resultFolder } from '#shared/storage/bucket-keys.ts';
import { ofEachTable } from '#shared/tables/tables.ts';

const MANIFESTS_AT_ONCE = 16;

/** Every result of the bucket, the newest first. */
export async function results({
  rights: { s3 },
  settings: { bucket },
}: Asked): Promise<z.infer<typeof resultsSchema>> {
  const read = manifestReader(s3, bucket);
  const manifests: Manifest[] = [];
  const files = Map.groupBy(await resultFilesLister(s3, bucket)(), ({ id }) => id);
  await inParallel([...files.keys()], MANIFESTS_AT_ONCE, async (id) => {
    const manifest = await read(id);
    if (manifest !== undefined) manifests.push(manifest);
  });
  const latest = await latestReader(s3, bucket)();
  const frozen = await frozenLister(s3, bucket)();
  return {
    results: manifests
      .toSorted((a, b) => (a.computedAt < b.computedAt ? 1 : -1))
      .map(({ id, computedAt, codeVersion, commit, inputs, patients, pending }) => ({
        ...{ id, computedAt, codeVersion, commit },
        files: inputs.length,
        rows: ofEachTable((table) =>
          inputs.reduce((rows, input) => (input.table === table ? rows + input.rows : rows), 0),
        ),
        patients: { screened: patients.screened, included: patients.included },
        pending: pendingCounts(pending),
        latest: id === latest?.id,
        cleared: isCleared((files.get(id) ?? []).map(({ file }) => file)),
        frozen: frozen.filter((named) => named.id === id).map(({ name }) => name),
      })),
  };
}

/** What differs between two results. */
export async function resultDifference(asked: Asked): Promise<Difference> {
  const from = queryValue(asked.request, 'from');
  const to = queryValue(asked.request, 'to');
  return difference(await wholeResult(asked, from), await wholeResult(asked, to));
}

async function wholeResult({ rights: { s3 }, settings: { bucket } }: Asked, id: string) {
  if (!RESULT_ID.test(id)) throw new DeskRefusal('no_such_result');
  const manifest = await manifestReader(s3, bucket)(id);
  const tables = await textReader(s3, bucket)(resultFolder(id) + TABLES_FILE);
  if (manifest === undefined) throw new DeskRefusal('no_such_result');
  if (tables === undefined) throw new DeskRefusal('result_cleared');
  return { manifest, tables: parseTables(tables.text), titleOf: parseTitles(tables.text) };
}
