import { type LatestResult, latestResultSchema } from '#shared/publication/latest-result.ts';
import { type Manifest, manifestSchema } from '#shared/publication/manifest.ts';
import { LATEST_RESULT, MANIFEST_FILE, RESULTS, resultFolder } from '#shared/storage/bucket-keys.ts';
import { codeVersionOf, type Deployment } from '../world/deployment.ts';
import { isOfAReport } from '../world/plain-report.ts';
import { textAt } from '../world/text-at.ts';
import type { World } from '../world/world.ts';
import { plainTables } from './plain-result.ts';
import { type RecomputedFile, recomputedStudy } from './recomputed-study.ts';

export const latestIn = (world: Pick<World, 'bucket'>): LatestResult | undefined => {
  const text = textAt(world, LATEST_RESULT);
  return text === '' ? undefined : latestResultSchema.parse(JSON.parse(text));
};
export const manifestIn = (world: Pick<World, 'bucket'>, id: string): Manifest =>
  manifestSchema.parse(JSON.parse(textAt(world, resultFolder(id) + MANIFEST_FILE)));

/** The name of a result, by what its manifest says that it was computed from. */
const nameOf = ({ computation }: World, { settings }: Deployment, manifest: Manifest) =>
  computation.nameResult({
    files: manifest.inputs,
    settings,
    codeVersion: manifest.codeVersion,
    pending: manifest.pending,
  });

/** What is wrong with the tables published last: they must be those of what counts now, and of all of it. */
export async function wrongLatest(world: World): Promise<readonly string[]> {
  const deployment = world.deployment();
  const files = recomputedStudy(world.bucket, deployment);
  const promised = [...files.values()].flatMap(({ inForce }) => inForce ?? []);
  const latest = latestIn(world);
  if (latest === undefined)
    return promised.length === 0 ? [] : [`nothing is published of ${promised.length} files in force`];
  const manifest = manifestIn(world, latest.id);
  const inWords = (inputs: Manifest['inputs'] | readonly RecomputedFile['newest'][]) =>
    JSON.stringify(inputs.map(({ key, versionId }) => [key, versionId]).sort());
  const { pending } = manifest;
  return [
    ...(inWords(manifest.inputs) === inWords(promised)
      ? []
      : [`the latest result is of ${inWords(manifest.inputs)}, and in force is ${inWords(promised)}`]),
    ...(pending.length === 0 ? [] : [`the latest result waits for ${JSON.stringify(pending)}`]),
    ...((await nameOf(world, deployment, manifest)) === latest.id &&
    manifest.codeVersion === codeVersionOf(deployment)
      ? []
      : [`the latest result ${latest.id} is not of today’s settings and code`]),
  ];
}

/** What is wrong with any result ever published: its tables must be those of the files that its manifest names. */
export async function wrongResults(world: World): Promise<readonly string[]> {
  const wrong: string[] = [];
  const manifests = world.bucket.keys(RESULTS).filter((key) => key.endsWith(MANIFEST_FILE));
  for (const key of manifests) {
    const manifest = manifestIn(world, key.slice(RESULTS.length, -MANIFEST_FILE.length - 1));
    const { id } = manifest;
    if (key !== resultFolder(id) + MANIFEST_FILE) wrong.push(`${key} says that it is ${id}`);
    const deployment = await deploymentOf(world, manifest);
    if (deployment === undefined) {
      wrong.push(`${id} has other inputs`);
      continue;
    }
    if (isCleared(world, id)) continue;
    for (const [file, content] of await plainTables(
      world.computation,
      deployment,
      manifest,
      world.bucket.everStored,
    )) {
      if (textAt(world, resultFolder(id) + file) !== content)
        wrong.push(`${file} of ${id} is not what its inputs give`);
    }
  }
  return [...wrong, ...rewritten(world)];
}

/** Which deployment a result is of, by its name. */
async function deploymentOf(world: World, manifest: Manifest): Promise<Deployment | undefined> {
  for (const deployment of world.deployments) {
    if (codeVersionOf(deployment) !== manifest.codeVersion) continue;
    if ((await nameOf(world, deployment, manifest)) === manifest.id) return deployment;
  }
  return undefined;
}

/** Of a result that is not the latest, the night may have left the manifest alone. */
const isCleared = (world: World, id: string): boolean =>
  world.bucket.keys(resultFolder(id)).length === 1 && latestIn(world)?.id !== id;

/**
 * A result's tables are written once; only `latest.json` moves, and a report is made anew by another release. What the night
 * deleted is written again where the result becomes the latest once more.
 */
const rewritten = ({ bucket }: World): readonly string[] => {
  const versions = bucket
    .listVersions(RESULTS)
    .filter(({ key }) => key !== LATEST_RESULT && !isOfAReport(key) && bucket.current(key) !== undefined);
  // The newest first: two writes with no deletion between them.
  const isTwice = (own: typeof versions) =>
    own.some((version, place) => !version.isMarker && own[place + 1]?.isMarker === false);
  return [...Map.groupBy(versions, ({ key }) => key)]
    .filter(([, own]) => isTwice(own))
    .map(([key]) => `${key} was written twice`);
};
