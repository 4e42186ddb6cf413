import { isAsNamed } from '#shared/publication/manifest.ts';
import { CommandFailure } from './command.ts';
import { manifestOfResult, resultFile } from './published-results.ts';
import type { StudyBucket } from './study-connection.ts';

/** Refuses a result that lacks its manifest or a table, or of which a table is not what the manifest says. */
export async function assertComplete(bucket: StudyBucket, id: string): Promise<void> {
  const manifest = await manifestOfResult(bucket, id);
  for (const { file } of manifest.tables) {
    if (await isAsNamed(manifest, file, await resultFile(bucket, id, file))) continue;
    throw new CommandFailure({
      fr: `Le fichier ${file} du résultat ${id} n’est pas celui que son manifeste nomme (SHA-256).`,
      en: `The file ${file} of the result ${id} is not the one that its manifest names (SHA-256).`,
    });
  }
}
