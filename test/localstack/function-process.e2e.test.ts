import { DeleteFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { identityOf } from '#cdk/localstack/process-identity.ts';
import { deployActions } from './actions.ts';
import { deployFunction, failureOf, invoke, localClient } from './functions.ts';
import { ownLocalStack } from './own-localstack.ts';

const localStack = ownLocalStack('function-process');
let lambda: LambdaClient;

beforeAll(async () => {
  lambda = new LambdaClient(localClient(localStack().endpoint));
  await deployActions(lambda);
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
    await expect.poll(() => identityOf(Number(result)), { timeout: 5000 }).toBeUndefined();
  });
});
