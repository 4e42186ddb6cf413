import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { findEndpoint } from '#cdk/localstack/endpoint.ts';
import { localEnvironment } from '#cdk/localstack/local-environment.ts';
import { NotDeployed, readStackOutputs, type StackOutputs } from '#cdk/stack-outputs.ts';
import { documentClient, queueClient, s3Client } from '#functions/clients.ts';
import { lambdaClient } from '#functions/lambda-client.ts';
import { CommandFailure, type Terminal } from './command.ts';
import { watchDatabase } from './silent-database.ts';

/** The deployed study that a command speaks to, on AWS or on LocalStack alike. */
export interface StudyConnection {
  readonly outputs: StackOutputs;
  readonly s3: S3Client;
  readonly database: DynamoDBDocumentClient;
  readonly queue: SQSClient;
  readonly lambda: LambdaClient;
  /** For how long what SQS tells of a queue may be of before; an emulator tells what is. */
  readonly queueDelayMilliseconds: number;
}

/** Source: AWS, "GetQueueAttributes": at least a minute after the last message was sent. */
const QUEUE_DELAY_MILLISECONDS = 90_000;

/** As much of it as holds files. */
export type StudyBucket = Pick<StudyConnection, 's3' | 'outputs'>;

/**
 * The environment of every AWS client: that of the user, completed by what an emulator needs.
 *
 * @param own the endpoint of our own LocalStack; no credentials or profile of the user's may go there
 */
export function awsEnvironment(environment: NodeJS.ProcessEnv, own: string | undefined): NodeJS.ProcessEnv {
  if (own !== undefined) return { ...environment, ...localEnvironment(own) };
  const { AWS_ENDPOINT_URL: given, AWS_PROFILE: profile } = environment;
  return given !== undefined && profile === undefined
    ? { ...localEnvironment(given), ...environment }
    : environment;
}

/** Finds the outputs of the study's stack with this environment; watches the database of an emulator for the command. */
export async function studyIn(
  environment: NodeJS.ProcessEnv,
  { giveUp }: Pick<Terminal, 'giveUp'>,
): Promise<StudyConnection> {
  // The SDK reads endpoint, region and credentials from the process's own environment.
  Object.assign(process.env, environment);
  const emulator = environment['AWS_ENDPOINT_URL'];
  const outputs = await readOutputs(environment);
  const database = documentClient();
  if (emulator !== undefined && giveUp !== undefined) {
    void watchDatabase({ database, table: outputs.TableName, endpoint: emulator, giveUp });
  }
  return {
    outputs,
    s3: s3Client(environment),
    database,
    queue: queueClient(),
    lambda: lambdaClient(),
    queueDelayMilliseconds: emulator === undefined ? QUEUE_DELAY_MILLISECONDS : 0,
  };
}

async function readOutputs(environment: NodeJS.ProcessEnv): Promise<StackOutputs> {
  try {
    return await readStackOutputs(new CloudFormationClient({}), environment['AWS_ENDPOINT_URL']);
  } catch (error) {
    if (error instanceof NotDeployed || !(error instanceof Error)) throw error;
    const given = environment['AWS_ENDPOINT_URL'];
    const target = given ?? 'AWS';
    if (error.name.startsWith('AccessDenied')) {
      throw new CommandFailure({
        fr: `${target} refuse de dire où est l’étude à ces identifiants : il leur faut la politique de votre centre (une sortie de la pile la nomme).`,
        en: `${target} does not tell these credentials where the study is: they need your centre’s policy (an output of the stack names it).`,
      });
    }
    const silent = {
      fr: given
        ? `Pas de réponse de ${target}`
        : 'Aucun LocalStack n’est en marche ici, et AWS ne répond pas',
      en: given ? `No answer from ${target}` : 'No LocalStack is running here, and AWS does not answer',
    };
    throw new CommandFailure({
      fr: `${silent.fr} (${error.message}). Démarrez LocalStack par « npm start » (avec le même CTMRI_CACHE qu’ici), ou donnez des identifiants et une région AWS (AWS_PROFILE, AWS_REGION).`,
      en: `${silent.en} (${error.message}). Start LocalStack with "npm start" (with the same CTMRI_CACHE as here), or give AWS credentials and a region (AWS_PROFILE, AWS_REGION).`,
    });
  }
}

/**
 * Connects to the deployed study: behind `AWS_ENDPOINT_URL` where that is set, else on the LocalStack that
 * `ctmri start` left running, else on AWS with the credentials of the environment.
 */
export async function connectToStudy(terminal: Terminal): Promise<StudyConnection> {
  const { environment, report } = terminal;
  const given = environment['AWS_ENDPOINT_URL'];
  const own = given === undefined ? await findEndpoint(environment) : undefined;
  if (own !== undefined) report(`LocalStack ${own}`);
  return studyIn(awsEnvironment(environment, own), terminal);
}
