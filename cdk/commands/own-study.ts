import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { UPLOADS } from '#shared/storage/bucket-keys.ts';
import { awaited } from './awaited.ts';
import { CommandFailure, type Terminal } from './command.ts';
import { latestResult, nothingPublished, resultFiles } from './latest-results.ts';
import { printResults } from './print-results.ts';
import { runStatistics } from './statistics-run.ts';
import type { StudyBucket, StudyConnection } from './study-connection.ts';

/** Whether somebody has sent files to this study. */
export async function holdsUploads({ s3, outputs }: StudyBucket): Promise<boolean> {
  const first = new ListObjectsV2Command({ Bucket: outputs.BucketName, Prefix: UPLOADS });
  const { Contents = [] } = await s3.send(first);
  return Contents.length > 0;
}

const PATIENCE_MILLISECONDS = 10 * 60 * 1000;
const POLL_MILLISECONDS = 5_000;

/**
 * Waits until a study with files of its own is computed by what was deployed, and prints its tables. Nothing is
 * dropped: the sample cohort would replace files of the same names, and bring back a patient who was erased.
 */
export async function showOwnResult(
  study: Pick<StudyConnection, 's3' | 'lambda' | 'outputs'>,
  terminal: Terminal,
  pollMilliseconds = POLL_MILLISECONDS,
): Promise<void> {
  const { report, say } = terminal;
  report(
    say({
      fr: 'L’étude contient déjà des fichiers : la cohorte d’exemple n’y est pas déposée. Nouveau calcul …',
      en: 'The study holds files already: the sample cohort is not dropped there. Computing again …',
    }),
  );
  const { lambda, outputs } = study;
  const what = { fr: 'les fichiers sont relus', en: 'the files are read again' };
  const wait = { what, patienceMilliseconds: PATIENCE_MILLISECONDS, pollMilliseconds };
  const settled = await awaited(terminal, wait, async () => {
    const answer = await runStatistics({ lambda, functionName: outputs.StatisticsFunctionName }, terminal);
    return 'id' in answer ? answer : undefined;
  });
  if (settled === undefined) {
    throw new CommandFailure({
      fr: 'L’étude est déployée, mais des fichiers sont encore à relire : npm run ctmri -- status dit lesquels.',
      en: 'The study is deployed, but some files are still to be read again: npm run ctmri -- status says which.',
    });
  }
  const latest = await latestResult(study);
  if (latest === undefined) throw nothingPublished();
  const files = await resultFiles(study, latest);
  printResults(files.get(TABLES_FILE) ?? '', terminal);
}
