import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { deployActions } from './actions.ts';
import { deployFunction, failureOf, invoke, localClient } from './functions.ts';
import { logLines } from './log-lines.ts';
import { ownLocalStack } from './own-localstack.ts';

const localStack = ownLocalStack('executor');
let lambda: LambdaClient;

beforeAll(async () => {
  lambda = new LambdaClient(localClient(localStack().endpoint));
  await deployActions(lambda);
});

describe('a function that answers', () => {
  it('keeps its process, and what it remembers, for the next event', async () => {
    const first = await invoke(lambda, 'actions', { action: 'count' });
    const second = await invoke(lambda, 'actions', { action: 'count' });
    expect(first.result).toMatchObject({ calls: 1 });
    expect(second.result).toEqual({ ...Object(first.result), calls: 2 });
  });

  it('gets the context object of the real service', async () => {
    const { result } = await invoke(lambda, 'actions', { action: 'context' });
    expect(result).toEqual({
      awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      functionName: 'actions',
      functionVersion: '$LATEST',
      invokedFunctionArn: 'arn:aws:lambda:eu-west-3:000000000000:function:actions',
      memoryLimitInMB: '256',
      logGroupName: '/aws/lambda/actions',
      logStreamName: expect.stringMatching(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/),
      left: expect.toSatisfy((left: number) => left > 1000 && left <= 2000),
    });
  });

  it('sees its own variables, Lambda’s, and none of this machine’s', async () => {
    const { result } = await invoke(lambda, 'actions', { action: 'environment' });
    expect(result).toMatchObject({
      OWN: 'value',
      AWS_REGION: 'eu-west-3',
      AWS_ENDPOINT_URL: localStack().endpoint,
      AWS_LAMBDA_FUNCTION_NAME: 'actions',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      _HANDLER: 'index.handler',
      AWS_ACCESS_KEY_ID: expect.any(String),
      AWS_SECRET_ACCESS_KEY: expect.any(String),
      AWS_SESSION_TOKEN: expect.any(String),
    });
    expect(result).not.toHaveProperty('HOME');
    expect(result).not.toHaveProperty('VITEST');
  });

  it('returns null for undefined', async () => {
    expect((await invoke(lambda, 'actions', { action: 'nothing' })).result).toBeNull();
  });

  it('logs each message as one line with time, request and level, between START, END and REPORT', async () => {
    const { log } = await invoke(lambda, 'actions', { action: 'log' });
    const id = '[0-9a-f-]{36}';
    const time = String.raw`\d{4}-\d\d-\d\dT[\d:.]+Z`;
    expect(log.trimEnd().split('\n')).toEqual([
      expect.stringMatching(new RegExp(`^START RequestId: ${id} Version: \\$LATEST$`)),
      expect.stringMatching(new RegExp(`^${time}\t${id}\tINFO\ta number 1$`)),
      expect.stringMatching(new RegExp(`^${time}\t${id}\tERROR\ttwo\rlines$`)),
      'raw',
      expect.stringMatching(new RegExp(`^END RequestId: ${id}$`)),
      expect.stringMatching(
        /^REPORT .*\tBilled Duration: \d+ ms\tMemory Size: 256 MB\tMax Memory Used: \d+ MB$/,
      ),
    ]);
  });

  it('has the same lines in its CloudWatch log group', async () => {
    const logs = new CloudWatchLogsClient(localClient(localStack().endpoint));
    const { log } = await invoke(lambda, 'actions', { action: 'log' });
    const lines = log.trimEnd().split('\n');
    await expect
      .poll(() => logLines(logs, '/aws/lambda/actions'), { timeout: 5000 })
      .toEqual(expect.arrayContaining(lines));
  });

  it('may be CommonJS in a folder', async () => {
    const files = { 'src/index.js': 'exports.handler = async () => "from CommonJS";' };
    await deployFunction(lambda, 'commonjs', files, { handler: 'src/index.handler' });
    expect((await invoke(lambda, 'commonjs')).result).toBe('from CommonJS');
  });
});

describe('a function that throws', () => {
  it('reports name, message and trace, and goes on in the same process', async () => {
    const before = await invoke(lambda, 'actions', { action: 'count' });
    const failure = await failureOf(lambda, 'actions', { action: 'throw' });
    const after = await invoke(lambda, 'actions', { action: 'count' });
    expect(failure).toMatchObject({ errorType: 'TypeError', errorMessage: 'no good' });
    expect(failure.trace?.[1]).toMatch(/index\.mjs/);
    expect(failure.log).toMatch(/ERROR\tInvoke Error \t\{"errorType":"TypeError"/);
    expect(Object(after.result).pid).toBe(Object(before.result).pid);
  });

  it('may throw what is not an error', async () => {
    expect(await failureOf(lambda, 'actions', { action: 'throwText' })).toMatchObject({
      errorType: 'string',
      errorMessage: 'a text',
    });
  });

  it('fails with what it rejects without waiting', async () => {
    expect(await failureOf(lambda, 'actions', { action: 'reject' })).toMatchObject({
      errorType: 'Runtime.UnhandledPromiseRejection',
      errorMessage: 'Error: nobody waits',
    });
  });

  it('must not return more than 6 MB', async () => {
    expect(await failureOf(lambda, 'actions', { action: 'large' })).toMatchObject({
      errorType: 'Function.ResponseSizeTooLarge',
    });
  });
});
