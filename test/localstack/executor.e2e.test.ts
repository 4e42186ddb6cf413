import { DeleteFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { identityOf } from '#cdk/localstack/process-identity.ts';
import { deployFunction, failureOf, invoke, localClient } from './functions.ts';
import { ownLocalStack } from './own-localstack.ts';

const localStack = ownLocalStack('executor');
let lambda: LambdaClient;

const ACTIONS = `
import { setTimeout as sleep } from 'node:timers/promises';
let calls = 0;
const kept = [];
const actions = {
  count: () => ({ calls, pid: process.pid }),
  context: (event, context) => ({ ...context, left: context.getRemainingTimeInMillis() }),
  environment: () => process.env,
  nothing: () => undefined,
  throw: () => { throw new TypeError('no good'); },
  throwText: () => { throw 'a text'; },
  sleep: async ({ ms }) => { await sleep(ms); },
  loop: () => { for (;;); },
  exit: ({ code }) => process.exit(code),
  abort: () => process.abort(),
  reject: async () => { Promise.reject(new Error('nobody waits')); await sleep(1000); },
  never: () => new Promise(() => {}),
  heap: () => { for (;;) kept.push(new Array(10_000).fill(Math.random())); },
  buffers: async () => { for (;;) { kept.push(Buffer.alloc(10_000_000, 1)); await sleep(5); } },
  large: () => 'x'.repeat(7_000_000),
  log: () => { console.log('a number', 1); console.error('two\\nlines'); process.stdout.write('raw\\n'); },
};
export const handler = async (event, context) => { calls += 1; return actions[event.action](event, context); };
`;

beforeAll(async () => {
  lambda = new LambdaClient(localClient(localStack().endpoint));
  await deployFunction(
    lambda,
    'actions',
    { 'index.mjs': ACTIONS },
    { timeout: 2, environment: { OWN: 'value', AWS_REGION_OF_STUDY: '3' } },
  );
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
    const { log } = await invoke(lambda, 'actions', { action: 'log' });
    const lines = log.trimEnd().split('\n');
    await expect
      .poll(() => logLines('/aws/lambda/actions'), { timeout: 5000 })
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

describe('a function whose process ends', () => {
  it.each([
    [
      'exceeds its time',
      { action: 'sleep', ms: 5000 },
      'Sandbox.Timedout',
      'Task timed out after 2.00 seconds',
    ],
    ['never yields', { action: 'loop' }, 'Sandbox.Timedout', 'Task timed out after 2.00 seconds'],
    ['exits', { action: 'exit', code: 3 }, 'Runtime.ExitError', 'Runtime exited with error: exit status 3'],
    [
      'exits with 0',
      { action: 'exit', code: 0 },
      'Runtime.ExitError',
      'Runtime exited without providing a reason',
    ],
    ['aborts', { action: 'abort' }, 'Runtime.ExitError', 'Runtime exited with error: signal: aborted'],
    [
      'fills its heap',
      { action: 'heap' },
      /Runtime\.(ExitError|OutOfMemory)/,
      'Runtime exited with error: signal: ',
    ],
    [
      'fills its memory',
      { action: 'buffers' },
      'Runtime.OutOfMemory',
      'Runtime exited with error: signal: killed',
    ],
    [
      'waits for what never comes',
      { action: 'never' },
      'Runtime.ExitError',
      'Runtime exited with error: exit status 13',
    ],
  ])(
    'because it %s fails in Lambda’s words, and the next event gets a new process',
    async (_, event, type, text) => {
      const failure = await failureOf(lambda, 'actions', event);
      expect(failure.errorType).toMatch(type);
      expect(failure.errorMessage).toMatch(/^RequestId: [0-9a-f-]{36} Error: /);
      expect(failure.errorMessage).toContain(text);
      expect(failure.log).toMatch(/\tStatus: (timeout|error\tError Type: Runtime\.\w+)\n$/);
      expect((await invoke(lambda, 'actions', { action: 'count' })).result).toMatchObject({ calls: 1 });
    },
  );
});

describe('a function that cannot be loaded', () => {
  it.each([
    ['throws', 'throws-at-load', { 'index.mjs': 'throw new RangeError("at load");' }, 'RangeError'],
    [
      'has a syntax error',
      'syntax',
      { 'index.mjs': 'export const handler = {' },
      'Runtime.UserCodeSyntaxError',
    ],
    ['is not there', 'absent', { 'other.mjs': '' }, 'Runtime.ImportModuleError'],
    [
      'has no such export',
      'no-export',
      { 'index.mjs': 'export const other = 1;' },
      'Runtime.HandlerNotFound',
    ],
    [
      'wants a callback',
      'callback',
      { 'index.mjs': 'export const handler = (a, b, c) => {};' },
      'Runtime.CallbackHandlerDeprecated',
    ],
    ['exits', 'exits-at-load', { 'index.mjs': 'process.exit(4);' }, 'Runtime.ExitError'],
  ])('because it %s fails at each event, with its log', async (_, name, files, type) => {
    await deployFunction(lambda, name, files);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const failure = await failureOf(lambda, name);
      expect(failure.errorType).toBe(type);
      expect(failure.log).toMatch(/^START RequestId: /);
      expect(failure.log).toContain(type);
    }
  });
});

describe('a function that is deleted', () => {
  it('has no process left', async () => {
    await deployFunction(lambda, 'deleted', { 'index.mjs': 'export const handler = () => process.pid;' });
    const { result } = await invoke(lambda, 'deleted');
    await lambda.send(new DeleteFunctionCommand({ FunctionName: 'deleted' }));
    await expect.poll(() => isRunning(Number(result)), { timeout: 5000 }).toBe(false);
  });
});

const LogEvents = z.object({ events: z.object({ message: z.string() }).array() });

async function logLines(logGroupName: string): Promise<readonly string[]> {
  const response = await fetch(localStack().endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'Logs_20140328.FilterLogEvents',
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-3/logs/aws4_request, SignedHeaders=host, Signature=any',
    },
    body: JSON.stringify({ logGroupName }),
  });
  const { events } = LogEvents.parse(await response.json());
  return events.map(({ message }) => message.trimEnd());
}

function isRunning(pid: number): boolean {
  return identityOf(pid) !== undefined;
}
