import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Bilingual } from '#shared/language.ts';
import { bilingual, LaunchFailure } from '../bilingual.ts';
import { atomicFolder } from './atomic-folder.ts';
import { findJava } from './java.ts';
import { type InstallContext, lastLine, run } from './run.ts';

const SOURCES = join(import.meta.dirname, '..', 'dynamodb-local');
const POM = join(SOURCES, 'pom.xml');
const LOOPBACK_SERVER = join(SOURCES, 'LoopbackServer.java');

/** What LocalStack must be told to run DynamoDB Local: variables that our plugin reads. */
export type DynamoDbSettings = Readonly<Record<string, string>>;

/**
 * AWS's DynamoDB Local, which LocalStack puts behind its DynamoDB. From Maven Central where Maven and a Java are
 * there; else LocalStack downloads both it and a Java.
 *
 * @throws LaunchFailure
 */
export async function installDynamoDb(
  localStackPython: string,
  context: InstallContext,
): Promise<DynamoDbSettings> {
  const java = await findJava(context.environment);
  let maven = 'Java < 17';
  if (java !== undefined) {
    try {
      return { CTMRI_JAVA: java, CTMRI_DYNAMODB_JARS: await fromMaven(java, context) };
    } catch (error) {
      maven = error instanceof Error ? error.message : String(error);
    }
  }
  const root = await fromLocalStack(localStackPython, context, maven);
  return { CTMRI_LOCALSTACK_LIBRARIES: join(root, 'var', 'lib', 'localstack', 'lib') };
}

/** @throws Error with the last line of what Maven said */
function fromMaven(java: string, context: InstallContext): Promise<string> {
  return atomicFolder(context.cacheFolder, {
    name: 'dynamodb-local',
    inputs: [readFileSync(POM, 'utf8'), readFileSync(LOOPBACK_SERVER, 'utf8')],
    build: async (folder) => {
      context.progress(bilingual('Installation de DynamoDB Local…', 'Installing DynamoDB Local…'));
      const options = ['--quiet', '--batch-mode', '--strict-checksums', '--file', POM];
      const copy = ['dependency:copy-dependencies', `-DoutputDirectory=${folder}`, '-DincludeScope=runtime'];
      const copied = await run(['mvn', ...options, ...copy], context.environment);
      if (!copied.succeeded) throw new Error(lastLine(copied.output));
      // Without a compiler (a Java to run only), DynamoDB Local is used as it is.
      const compiler = [java, '-m', 'jdk.compiler/com.sun.tools.javac.Main', '--release', '17'];
      const jars = readdirSync(folder).map((jar) => join(folder, jar));
      await run(
        [...compiler, '-cp', jars.join(delimiter), '-d', folder, LOOPBACK_SERVER],
        context.environment,
      );
    },
  });
}

function fromLocalStack(python: string, context: InstallContext, maven: string): Promise<string> {
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
      if (!succeeded) throw new LaunchFailure(noDynamoDb(maven));
    },
  });
}

/** @param maven why Maven could not be used */
function noDynamoDb(maven: string): Bilingual {
  return bilingual(
    `LocalStack a besoin de DynamoDB Local, qui n’a pas pu être installé (${maven}) : installez Java 17 (ou plus récent, avec son compilateur) et Maven, ou ouvrez l’accès à Internet, puis recommencez.`,
    `LocalStack needs DynamoDB Local, which could not be installed (${maven}): install Java 17 or later (with its compiler) and Maven, or open the access to the internet, then try again.`,
  );
}
