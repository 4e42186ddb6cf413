import { latestResultSchema } from '#shared/publication/latest-result.ts';
import { manifestSchema } from '#shared/publication/manifest.ts';
import { LATEST_RESULT, MANIFEST_FILE, RESULTS, resultFolder } from '#shared/storage/bucket-keys.ts';
import { type FileInForce, filesInForce } from '#shared/storage/centre-head.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { CODE_VERSION, COMMIT } from '../world/ports.ts';
import { rowsOfVersion } from '../world/rows-of-version.ts';
import { headsIn } from '../world/witness.ts';
import type { World } from '../world/world.ts';

const textAt = ({ bucket }: World, key: string): string => {
  const object = bucket.current(key);
  return object === undefined ? '' : new TextDecoder().decode(object.bytes);
};

/** The tables of these files, computed from what was dropped, without any of the functions. */
async function tablesOf({ bucket, computation }: World, id: string, files: readonly FileInForce[]) {
  const rows = files.flatMap(({ centre, versionId }) =>
    rowsOfVersion(bucket, versionId).map(({ content }) => ({ centre, content })),
  );
  const never = new Date(0);
  const { tables } = await computation.computeResult({
    id,
    settings: SETTINGS,
    codeVersion: CODE_VERSION,
    commit: COMMIT,
    files,
    rows,
    started: never,
    now: () => never,
  });
  return tables;
}

/** What is wrong with the tables published last: they must be those of the files in force, and of them alone. */
export async function wrongLatest(world: World): Promise<readonly string[]> {
  const files = filesInForce(headsIn(world.table));
  const id = await world.computation.nameResult({ files, settings: SETTINGS, codeVersion: CODE_VERSION });
  const text = textAt(world, LATEST_RESULT);
  if (text === '')
    return files.length === 0 ? [] : [`nothing is published of ${files.length} files in force`];
  const latest = latestResultSchema.parse(JSON.parse(text));
  return latest.id === id ? [] : [`the latest result is ${latest.id}, and what is in force has ${id}`];
}

/** What is wrong with any result ever published: its tables must be those of the files that its manifest names. */
export async function wrongResults(world: World): Promise<readonly string[]> {
  const wrong: string[] = [];
  const manifests = world.bucket.keys(RESULTS).filter((key) => key.endsWith(MANIFEST_FILE));
  for (const key of manifests) {
    const { id, inputs } = manifestSchema.parse(JSON.parse(textAt(world, key)));
    if (key !== resultFolder(id) + MANIFEST_FILE) wrong.push(`${key} says that it is ${id}`);
    if (
      (await world.computation.nameResult({
        files: inputs,
        settings: SETTINGS,
        codeVersion: CODE_VERSION,
      })) !== id
    )
      wrong.push(`${id} has other inputs`);
    for (const [file, content] of await tablesOf(world, id, inputs)) {
      if (textAt(world, resultFolder(id) + file) !== content)
        wrong.push(`${file} of ${id} is not what its inputs give`);
    }
  }
  return [...wrong, ...rewritten(world)];
}

/** A result's files are written once; only `latest.json` moves. */
const rewritten = ({ bucket }: World): readonly string[] =>
  bucket
    .listVersions(RESULTS)
    .filter(({ key, isLatest, isMarker }) => key !== LATEST_RESULT && !isLatest && !isMarker)
    .map(({ key }) => `${key} was written twice`);
