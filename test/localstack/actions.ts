import type { LambdaClient } from '@aws-sdk/client-lambda';
import { deployFunction } from './functions.ts';

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

/** Deploys a function, `actions`, that does what its event's `action` names. */
export function deployActions(lambda: LambdaClient): Promise<void> {
  return deployFunction(
    lambda,
    'actions',
    { 'index.mjs': ACTIONS },
    { timeout: 2, environment: { OWN: 'value', AWS_REGION_OF_STUDY: '3' } },
  );
}
