/**
 * Lambda's Node 24 runtime, as far as a function can see it: loads the handler, then answers one event after
 * another through the Runtime API, until that API is gone.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
import { contextOf } from './context.ts';
import { errorPayload, RuntimeError } from './errors.ts';
import { loadHandler } from './handler.ts';
import { logThroughLambda } from './log.ts';
import { RuntimeApi } from './runtime-api.ts';

const api = new RuntimeApi(process.env['AWS_LAMBDA_RUNTIME_API'] ?? '');
const log = logThroughLambda(process.env['AWS_LAMBDA_LOG_FORMAT'] === 'JSON');

async function giveUp(kind: string, error: unknown, exitCode: number): Promise<never> {
  log.error(kind, error);
  await api.post('init/error', errorPayload(error));
  process.exit(exitCode);
}

process.on('uncaughtException', (error) => giveUp('Uncaught Exception', error, 129));
process.on('unhandledRejection', (reason) =>
  giveUp(
    'Unhandled Promise Rejection',
    new RuntimeError('Runtime.UnhandledPromiseRejection', String(reason)),
    128,
  ),
);

const handler = await loadHandler(
  process.env['LAMBDA_TASK_ROOT'] ?? process.cwd(),
  process.env['_HANDLER'] ?? '',
).catch((error: unknown) => giveUp('Uncaught Exception', error, 1));

for (;;) {
  // Without the Runtime API there is nobody left to answer to.
  const { event, headers } = await api.next().catch(() => process.exit(0));
  const context = contextOf(headers, process.env);
  log.requestId = context.awsRequestId;
  process.env['_X_AMZN_TRACE_ID'] = String(headers['lambda-runtime-trace-id']);
  try {
    const response = JSON.stringify(await handler(JSON.parse(event), context)) ?? 'null';
    await api.post(`invocation/${context.awsRequestId}/response`, response);
  } catch (error) {
    log.error('Invoke Error', error);
    await api.post(`invocation/${context.awsRequestId}/error`, errorPayload(error));
  }
}
