import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { bilingual, LaunchFailure } from '../bilingual.ts';
import { atomicFolder } from './atomic-folder.ts';
import { findJava } from './java.ts';
import { type InstallContext, run } from './run.ts';

const POM = join(import.meta.dirname, '..', 'dynamodb-local', 'pom.xml');
const LOOPBACK_SERVER = join(import.meta.dirname, '..', 'dynamodb-local', 'LoopbackServer.java');

/** What LocalStack must be told to run DynamoDB Local: variables that our plugin reads. */
export type DynamoDbSettings = Readonly<Record<string, string>>;

/**
 * AWS's DynamoDB Local, which LocalStack puts behind its DynamoDB. From Maven Central where Maven and a Java are there;
 * else LocalStack downloads both it and a Java.
 *
 * @throws LaunchFailure
 */
export async function installDynamoDb(
  localStackPython: string,
  context: InstallContext,
): Promise<DynamoDbSettings> {
  const java = await findJava(context.environment);
  const jars = java === undefined ? undefined : await fromMaven(java, context);
  if (java !== undefined && jars !== undefined) return { CTMRI_JAVA: java, CTMRI_DYNAMODB_JARS: jars };
  const root = await fromLocalStack(localStackPython, context);
  return { CTMRI_LOCALSTACK_LIBRARIES: join(root, 'var', 'lib', 'localstack', 'lib') };
}

async function fromMaven(java: string, context: InstallContext): Promise<string | undefined> {
  try {
    return await atomicFolder(context.cacheFolder, {
      name: 'dynamodb-local',
      inputs: [readFileSync(POM, 'utf8'), readFileSync(LOOPBACK_SERVER, 'utf8')],
      build: async (folder) => {
        context.progress(bilingual('Installation de DynamoDB Local…', 'Installing DynamoDB Local…'));
        const copy = [
          'dependency:copy-dependencies',
          `-DoutputDirectory=${folder}`,
          '-DincludeScope=runtime',
        ];
        const options = ['--quiet', '--batch-mode', '--strict-checksums', '--file', POM];
        const copied = await run(['mvn', ...options, ...copy], context.environment);
        if (!copied.succeeded) throw new Error('Maven is not there, or does not reach its repository');
        // Without a compiler (a Java to run only), DynamoDB Local is used as it is.
        const compiler = [java, '-m', 'jdk.compiler/com.sun.tools.javac.Main', '--release', '17'];
        const jars = readdirSync(folder).map((jar) => join(folder, jar));
        await run(
          [...compiler, '-cp', jars.join(delimiter), '-d', folder, LOOPBACK_SERVER],
          context.environment,
        );
      },
    });
  } catch {
    return undefined;
  }
}

async function fromLocalStack(python: string, context: InstallContext): Promise<string> {
  return atomicFolder(context.cacheFolder, {
    name: 'dynamodb-local-and-java',
    inputs: [python],
    build: async (folder) => {
      context.progress(
        bilingual('Téléchargement de DynamoDB Local et de Java…', 'Downloading DynamoDB Local and Java…'),
      );
      const environment = { ...context.environment, OVERRIDE_IN_DOCKER: '0', FILESYSTEM_ROOT: folder };
      const install = ['-m', 'localstack.cli.lpm', 'install', '--target', 'var_libs', 'dynamodb-local'];
      const { succeeded } = await run([python, ...install], environment);
      if (!succeeded) throw new LaunchFailure(noDynamoDb());
    },
  });
}

function noDynamoDb(): string {
  return bilingual(
    'LocalStack a besoin de DynamoDB Local, qui n’a pas pu être téléchargé : installez Java 17 (ou plus récent) et Maven, ou ouvrez l’accès à Internet, puis recommencez.',
    'LocalStack needs DynamoDB Local, which could not be downloaded: install Java 17 or later and Maven, or open the access to the internet, then try again.',
  );
}
