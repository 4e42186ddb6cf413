import type { CloudFormationClient, Stack } from '@aws-sdk/client-cloudformation';
import { CloudFormationServiceException, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import { ToldFailure } from './failure.ts';

export const STACK_NAME = 'CtMriStudy';

const outputsSchema = z
  .object({
    BucketName: z.string(),
    TableName: z.string(),
    UploadQueueUrl: z.string(),
    DeadLetterQueueUrl: z.string(),
    StatisticsFailureQueueUrl: z.string(),
    ReportFailureQueueUrl: z.string(),
    IngestFunctionName: z.string(),
    StatisticsFunctionName: z.string(),
    ReportFunctionName: z.string(),
    DeskFunctionName: z.string(),
    DeskUrl: z.string(),
  })
  .readonly();

/** Where the parts of the deployed study are, by the names of the stack's outputs. */
export type StackOutputs = z.infer<typeof outputsSchema>;

/** There is no usable study there; the sentence has the remedy. */
export class NotDeployed extends ToldFailure {
  override readonly name = 'NotDeployed';
}

/**
 * Finds the deployed study.
 *
 * @param emulator where AWS is emulated, for example `http://127.0.0.1:4566`
 * @throws NotDeployed when the stack is not there, or was not brought to its end
 */
export async function readStackOutputs(
  client: CloudFormationClient,
  emulator: string | undefined,
): Promise<StackOutputs> {
  const stack = await describeStack(client);
  const given = (stack?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]);
  const outputs = outputsSchema.safeParse(Object.fromEntries(given));
  if (outputs.success) return { ...outputs.data, DeskUrl: deskAddress(outputs.data.DeskUrl, emulator) };
  throw new NotDeployed(
    stack === undefined
      ? {
          fr: 'L’étude n’est pas déployée ici : « npm start » la démarre sur cet ordinateur, « npx cdk deploy » la déploie sur AWS.',
          en: 'The study is not deployed here: "npm start" starts it on this computer, "npx cdk deploy" deploys it to AWS.',
        }
      : {
          fr: `Le déploiement de l’étude est incomplet (${stack.StackStatus}) : relancez-le par « npm start » sur cet ordinateur, par « npx cdk deploy » sur AWS.`,
          en: `The deployment of the study is not complete (${stack.StackStatus}): run it again, by "npm start" on this computer, by "npx cdk deploy" on AWS.`,
        },
  );
}

/** An emulator calls itself by a number, or its functions as AWS does; browsers find any name below `localhost` here. */
function deskAddress(url: string, emulator: string | undefined): string {
  const [, ofFunction] = /^https?:\/\/([^./]+\.lambda-url\.[^./]+)\./.exec(url) ?? [];
  if (emulator === undefined || ofFunction === undefined) return url;
  const { hostname, port } = new URL(emulator);
  return HERE.has(hostname) ? `http://${ofFunction}.localhost:${port}/` : url;
}

const HERE = new Set(['127.0.0.1', 'localhost']);

async function describeStack(client: CloudFormationClient): Promise<Stack | undefined> {
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: STACK_NAME }));
    return Stacks?.[0];
  } catch (error) {
    // CloudFormation has no error of its own for a stack that is not there.
    const missing =
      error instanceof CloudFormationServiceException &&
      error.name === 'ValidationError' &&
      error.message.includes('does not exist');
    if (missing) return undefined;
    throw error;
  }
}
