import { join } from 'node:path';
import { deployStudy } from '#cdk/deploy.ts';
import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { findEndpoint } from '#cdk/localstack/endpoint.ts';
import { launchLocalStack, type RunningLocalStack } from '#cdk/localstack/launch.ts';
import { lambdaClient } from '#functions/clients.ts';
import { statisticsRequester } from '#functions/ingest/statistics-request.ts';
import { type Manifest, manifestSchema } from '#shared/publication/manifest.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { VERDICTS } from '#shared/reports/report-text.ts';
import { MANIFEST_FILE } from '#shared/storage/bucket-keys.ts';
import { awaitVerdict, type Deposit, deposit } from './await-verdict.ts';
import { awaited } from './awaited.ts';
import { assertNoArgument, type Command, CommandFailure, EXIT, type Terminal } from './command.ts';
import { readCohort } from './files.ts';
import { latestResult, resultFiles } from './latest-results.ts';
import { printResults } from './print-results.ts';
import { awsEnvironment, type StudyConnection, studyIn } from './study-connection.ts';

const SAMPLE_COHORT = join(import.meta.dirname, '../../test/cohort/thesis');

export const start: Command = {
  usage: 'start',
  examples: ['start'],
  summary: {
    fr: 'démarre LocalStack, déploie la pile, dépose la cohorte d’exemple, montre les résultats',
    en: 'starts LocalStack, deploys the stack, drops the sample cohort, shows the results',
  },
  options: {},
  run: async (call, terminal) => {
    assertNoArgument(call);
    const running = await findEndpoint(terminal.environment);
    const launched = running === undefined ? await launch(terminal) : undefined;
    try {
      const given = terminal.environment['AWS_ENDPOINT_URL'] !== undefined;
      await demonstrate(terminal, given ? undefined : (launched?.endpoint ?? running));
      await launched?.release();
    } catch (error) {
      await launched?.stop();
      throw error;
    }
    terminal.report(
      terminal.say({
        fr: 'LocalStack reste en marche. Ensuite : npm run ctmri -- upload CENTRE FICHIER… ; pour l’arrêter : npm run ctmri -- stop',
        en: 'LocalStack goes on running. Next: npm run ctmri -- upload CENTRE FILE…; to stop it: npm run ctmri -- stop',
      }),
    );
    return EXIT.done;
  },
};

const launch = ({ environment, report, say, signal }: Terminal): Promise<RunningLocalStack> =>
  launchLocalStack({
    cacheFolder: cacheFolder(environment),
    name: 'start',
    progress: (step) => report(say(step)),
    environment,
    signal,
  });

async function demonstrate(terminal: Terminal, own: string | undefined): Promise<void> {
  const { report, say, signal } = terminal;
  const environment = awsEnvironment(terminal.environment, own);
  await deployStudy({ environment, progress: (step) => report(say(step)), signal });
  const study = await studyIn(environment);
  // On AWS a rule of the stack does this; LocalStack has no event that says that a deployment is over.
  await statisticsRequester(lambdaClient(), study.outputs.StatisticsFunctionName, 'schedule')();
  const deposits = await dropSampleCohort(study, terminal);
  report(say({ fr: 'en attente des tableaux …', en: 'waiting for the tables …' }));
  const files = await awaitResult(study, deposits, terminal);
  printResults(files.get(TABLES_FILE) ?? '', terminal);
}

async function dropSampleCohort(
  { s3, outputs }: StudyConnection,
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
  study: StudyConnection,
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
