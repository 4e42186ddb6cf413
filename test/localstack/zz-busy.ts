// starts, creates a function and a table so that node and java run, then waits
import { launchLocalStack } from '/work/main/cdk/localstack/launch.ts';
import { localEnvironment } from '/work/main/cdk/localstack/local-environment.ts';
const ls = await launchLocalStack({cacheFolder: process.env.CTMRI_CACHE!, name: process.argv[2]!, progress: l=>console.log(l), environment: process.env});
Object.assign(process.env, localEnvironment(ls.endpoint));
const { LambdaClient } = await import('@aws-sdk/client-lambda' as string);
const { DynamoDBClient, CreateTableCommand } = await import('@aws-sdk/client-dynamodb' as string);
const { deployFunction, invokeLater, invoke } = await import('/work/main/test/localstack/functions.ts');
const l = new LambdaClient({});
await deployFunction(l, 'busy', {'index.mjs': 'export const handler = (e) => { if (e.loop) for(;;); }'}, {timeout: 900});
await deployFunction(l, 'idle', {'index.mjs': 'export const handler = () => 1'}, {timeout: 900});
await invoke(l, 'idle'); await invokeLater(l, 'busy', {loop: 1});
await new DynamoDBClient({}).send(new CreateTableCommand({TableName:'t', BillingMode:'PAY_PER_REQUEST', KeySchema:[{AttributeName:'pk',KeyType:'HASH'}], AttributeDefinitions:[{AttributeName:'pk',AttributeType:'S'}]}));
console.log('BUSY', process.pid, ls.endpoint);
if (process.argv[3] === 'stop') { const t = Date.now(); await ls.stop(); console.log('stopped', Date.now()-t); }
else if (process.argv[3] === 'end') { console.log('falls off the end'); }
else setInterval(() => {}, 1000);
