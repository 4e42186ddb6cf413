/**
 * Run as `node owner.ts NAME [release]`: launches a LocalStack and keeps a function busy and a table, so that it has all the
 * processes that it ever has; says so, then waits to be killed (or ends, when it has released it).
 */
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { launchLocalStack } from '#cdk/localstack/launch.ts';
import { bothLanguages } from '#shared/language.ts';
import { deployFunction, invoke, invokeLater, localClient } from './functions.ts';

const [name = '', release] = process.argv.slice(2);
const localStack = await launchLocalStack({
  cacheFolder: cacheFolder(process.env),
  name,
  progress: (step) => process.stderr.write(`${bothLanguages(step)}\n`),
  environment: process.env,
});
const client = localClient(localStack.endpoint);
const lambda = new LambdaClient(client);
await new DynamoDBClient(client).send(
  new CreateTableCommand({
    TableName: 'table',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'key', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'key', KeyType: 'HASH' }],
  }),
);
await deployFunction(lambda, 'idle', { 'index.mjs': 'export const handler = () => 1;' });
await invoke(lambda, 'idle');
const never = 'export const handler = () => { for (;;); };';
await deployFunction(lambda, 'busy', { 'index.mjs': never }, { timeout: 900 });
await invokeLater(lambda, 'busy', {});
if (release) await localStack.release();
process.stdout.write(`ready ${localStack.endpoint}\n`);
if (!release) setInterval(() => {}, 1000);
