import type { Manifest } from '#shared/publication/manifest.ts';
import type { ResultComputation } from '#shared/publication/result-computation.ts';
import type { StoredObject } from '../world/bucket.ts';
import { COMMIT, type Deployment } from '../world/deployment.ts';
import { studyRowsOf } from './rows.ts';

/**
 * The tables of a result's files, computed from what was dropped, without any of the functions.
 *
 * @param versionOf - what was dropped, by the version that the manifest names
 */
export async function plainTables(
  computation: ResultComputation,
  { settings, examination }: Pick<Deployment, 'settings' | 'examination'>,
  { id, codeVersion, inputs, pending }: Manifest,
  versionOf: (versionId: string) => StoredObject | undefined,
): Promise<ReadonlyMap<string, string>> {
  const rows = inputs.flatMap(({ centre, versionId }) => {
    const version = versionOf(versionId);
    if (version === undefined) throw new Error(`there never was a version ${versionId}`);
    return studyRowsOf(version, examination).map((content) => ({ centre, content }));
  });
  const never = new Date(0);
  const { tables } = await computation.computeResult({
    ...{ id, settings, codeVersion, commit: COMMIT, files: inputs, rows, pending },
    started: never,
    now: () => never,
  });
  return tables;
}
