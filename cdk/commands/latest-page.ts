import { join } from 'node:path';
import { ToldFailure } from '#cdk/failure.ts';
import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { textReader } from '#functions/storage/conditional-object.ts';
import type { Bilingual } from '#shared/language.ts';
import { LATEST_REPORT, REPORT_FILE } from '#shared/storage/bucket-keys.ts';
import type { Terminal } from './command.ts';
import { writeFolder } from './output-folder.ts';
import { runReport } from './report-run.ts';
import type { StudyConnection } from './study-connection.ts';

/**
 * Has the page of the latest result made, and keeps a copy on this machine, each time in the same place: a browser that has
 * it open only needs to load it again.
 *
 * @returns where both are, or why there is none: the tables are there all the same
 */
export async function copyLatestPage(
  { s3, lambda, outputs }: Pick<StudyConnection, 's3' | 'lambda' | 'outputs'>,
  terminal: Terminal,
): Promise<Bilingual> {
  const { environment, report, say } = terminal;
  report(say({ fr: 'en attente de la page …', en: 'waiting for the page …' }));
  try {
    await runReport({ lambda, functionName: outputs.ReportFunctionName }, terminal);
    const stored = await textReader(s3, outputs.BucketName)(LATEST_REPORT);
    if (stored === undefined) return NO_PAGE;
    const folder = cacheFolder(environment);
    await writeFolder(folder, new Map([[REPORT_FILE, stored.text]]));
    const [path, key] = [join(folder, REPORT_FILE), `s3://${outputs.BucketName}/${LATEST_REPORT}`];
    return {
      fr: `La page des résultats : ${path} (copie de ${key})`,
      en: `The page of the results: ${path} (a copy of ${key})`,
    };
  } catch (error) {
    if (error instanceof ToldFailure) return error.sentence;
    throw error;
  }
}

const NO_PAGE: Bilingual = {
  fr: 'Il n’y a pas encore de page : le dernier résultat est incomplet. « npm run ctmri -- recompute » dit ce qui manque.',
  en: 'There is no page yet: the latest result is not complete. "npm run ctmri -- recompute" says what is missing.',
};
