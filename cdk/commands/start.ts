import { deployStudy } from '#cdk/deploy.ts';
import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { findEndpoint } from '#cdk/localstack/endpoint.ts';
import { launchLocalStack, type RunningLocalStack } from '#cdk/localstack/launch.ts';
import type { Bilingual } from '#shared/language.ts';
import { assertNoArgument, type Command, EXIT, type Terminal } from './command.ts';
import { sampleLink } from './invitations/sample-link.ts';
import { copyLatestPage } from './latest-page.ts';
import { holdsUploads, showOwnResult } from './own-study.ts';
import { showSampleResult } from './sample-study.ts';
import { awsEnvironment, studyIn } from './study-connection.ts';

export const start: Command = {
  usage: 'start',
  examples: ['start'],
  summary: {
    fr: 'démarre LocalStack, déploie la pile, y dépose la cohorte d’exemple si elle est vide, montre les résultats, dit où sont leur page et celle d’un centre',
    en: 'starts LocalStack, deploys the stack, drops the sample cohort where it is empty, shows the results, says where their page is and that of a centre',
  },
  options: {},
  run: async (call, terminal) => {
    assertNoArgument(call);
    const running = await findEndpoint(terminal.environment);
    const launched = running === undefined ? await launch(terminal) : undefined;
    try {
      const given = terminal.environment['AWS_ENDPOINT_URL'] !== undefined;
      const addresses = await demonstrate(terminal, given ? undefined : (launched?.endpoint ?? running));
      await launched?.release();
      terminal.report(terminal.say(AFTERWARDS));
      for (const address of addresses) terminal.report(terminal.say(address));
    } catch (error) {
      await launched?.stop();
      throw error;
    }
    return EXIT.done;
  },
};

const AFTERWARDS: Bilingual = {
  fr: 'LocalStack reste en marche. Ensuite : npm run ctmri -- upload CENTRE FICHIER… ; pour l’arrêter : npm run ctmri -- stop',
  en: 'LocalStack goes on running. Next: npm run ctmri -- upload CENTRE FILE…; to stop it: npm run ctmri -- stop',
};

const launch = ({ environment, report, say, signal }: Terminal): Promise<RunningLocalStack> =>
  launchLocalStack({
    cacheFolder: cacheFolder(environment),
    name: 'start',
    progress: (step) => report(say(step)),
    environment,
    signal,
  });

/** @returns where the page of what it shows is, and the desk of a centre */
async function demonstrate(terminal: Terminal, own: string | undefined): Promise<readonly Bilingual[]> {
  const { report, say, signal } = terminal;
  const environment = awsEnvironment(terminal.environment, own);
  await deployStudy({ environment, progress: (step) => report(say(step)), signal });
  const study = await studyIn(environment, terminal);
  const desk = () => sampleLink(study, new Date());
  if (await holdsUploads(study)) await showOwnResult(study, terminal);
  else if (!(await showSampleResult(study, terminal))) return [await desk()];
  return [await copyLatestPage(study, terminal), await desk()];
}
