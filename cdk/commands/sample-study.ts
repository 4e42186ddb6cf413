import { join } from 'node:path';
import { runStarter } from '#functions/run-starter.ts';
import { statisticsRequester } from '#functions/statistics-request.ts';
import type { Bilingual } from '#shared/language.ts';
import { type Manifest, manifestSchema } from '#shared/publication/manifest.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { VERDICTS } from '#shared/reports/report-text.ts';
import { MANIFEST_FILE } from '#shared/storage/bucket-keys.ts';
import { awaitVerdict, type Deposit, deposit } from './await-verdict.ts';
import { awaited } from './awaited.ts';
import { CommandFailure, type Terminal } from './command.ts';
import { cohortPaths, readCohort } from './files.ts';
import { latestResult, resultFiles } from './latest-results.ts';
import { printResults } from './print-results.ts';
import { deployedSettings } from './status/deployed-settings.ts';
import type { StudyBucket, StudyConnection } from './study-connection.ts';

/** The cohort of the thesis, with its lesions one by one: so every table of the study has something in it. */
const SAMPLE_COHORT = join(import.meta.dirname, '../../test/cohort/listed');

/**
 * Drops the sample cohort into a study without files, waits for its tables and prints them; where the study has not all of
 * its centres, says so, and leaves it empty.
 *
 * @returns whether there are tables
 */
export async function showSampleResult(
  study: Pick<StudyConnection, 's3' | 'lambda' | 'outputs'>,
  terminal: Terminal,
): Promise<boolean> {
  const { report, say } = terminal;
  const needed = [...(await cohortPaths(SAMPLE_COHORT)).keys()];
  const { centres } = await deployedSettings(study.lambda, study.outputs.StatisticsFunctionName);
  const lacking = needed.filter((centre) => !centres.includes(centre));
  if (lacking.length > 0) {
    report(say(withoutSample(needed, lacking)));
    return false;
  }
  // On AWS a rule of the stack does this; LocalStack has no event that says that a deployment is over.
  await statisticsRequester(runStarter(study.lambda), study.outputs.StatisticsFunctionName, 'schedule')();
  const deposits = await dropSampleCohort(study, terminal);
  report(say({ fr: 'en attente des tableaux …', en: 'waiting for the tables …' }));
  const files = await awaitResult(study, deposits, terminal);
  printResults(files.get(TABLES_FILE) ?? '', terminal);
  return true;
}

const withoutSample = (needed: readonly string[], lacking: readonly string[]): Bilingual => ({
  fr: `L’étude est prête, et vide : la cohorte d’exemple est celle des centres ${needed.join(', ')}, et il manque ${lacking.join(', ')} dans « centres » de cdk.json. Pour la voir, ajoutez-les et relancez npm start ; sinon déposez vos fichiers : npm run ctmri -- upload CENTRE FICHIER…`,
  en: `The study is ready, and empty: the sample cohort is that of the centres ${needed.join(', ')}, of which "centres" in cdk.json lacks ${lacking.join(', ')}. To see it, add them and run npm start again; else drop files of your own: npm run ctmri -- upload CENTRE FILE…`,
});

async function dropSampleCohort(
  { s3, outputs }: StudyBucket,
  terminal: Terminal,
): Promise<readonly Deposit[]> {
  const deposits: Deposit[] = [];
  for (const [centre, files] of await readCohort(SAMPLE_COHORT)) {
    for (const file of files) deposits.push(await deposit(s3, outputs.BucketName, centre, file));
  }
  for (const deposited of deposits) {
    const { verdict, file, rows } = await awaitVerdict(s3, outputs.BucketName, deposited, terminal);
    terminal.report(
      terminal.say({
        fr: `${file} : ${VERDICTS[verdict].fr}, ${rows ?? 0} lignes`,
        en: `${file}: ${VERDICTS[verdict].en}, ${rows ?? 0} rows`,
      }),
    );
  }
  return deposits;
}

const PATIENCE_MILLISECONDS = 5 * 60 * 1000;

/** Waits until the published result is computed from all of these versions. */
async function awaitResult(
  study: StudyBucket,
  deposits: readonly Deposit[],
  terminal: Terminal,
): Promise<ReadonlyMap<string, string>> {
  const what = { fr: 'les tableaux', en: 'the tables' };
  const found = await awaited(terminal, { what, patienceMilliseconds: PATIENCE_MILLISECONDS }, async () => {
    const latest = await latestResult(study);
    const files = latest && (await resultFiles(study, latest));
    const manifest = files?.get(MANIFEST_FILE);
    if (manifest === undefined) return undefined;
    return contains(manifestSchema.parse(JSON.parse(manifest)), deposits) ? files : undefined;
  });
  if (found !== undefined) return found;
  throw new CommandFailure({
    fr: 'Les fichiers sont déposés, mais les tableaux n’ont pas paru : voyez les journaux de la fonction de statistiques.',
    en: 'The files were dropped, but the tables did not appear: see the logs of the statistics function.',
  });
}

const contains = ({ inputs }: Manifest, deposits: readonly Deposit[]): boolean =>
  deposits.every(({ key, versionId }) =>
    inputs.some((input) => input.key === key && input.versionId === versionId),
  );
