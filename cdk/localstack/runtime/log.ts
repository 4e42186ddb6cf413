import { format } from 'node:util';

const LEVELS = {
  trace: 'TRACE',
  debug: 'DEBUG',
  log: 'INFO',
  info: 'INFO',
  warn: 'WARN',
  error: 'ERROR',
} as const;

type Level = (typeof LEVELS)[keyof typeof LEVELS];

export interface LambdaLog {
  /** Of the event being handled; undefined while the handler is loaded. */
  requestId: string | undefined;
  /** Says that a handler failed, in the form that Lambda gives it. */
  readonly error: (kind: string, error: unknown) => void;
}

/**
 * Makes `console` write as it does on Lambda: time, request and level before each message, one line each.
 *
 * @param json the function's log format is JSON (`AWS_LAMBDA_LOG_FORMAT`), not text
 */
export function logThroughLambda(json: boolean): LambdaLog {
  const write = (level: Level, message: unknown[]) => {
    const line = json ? jsonLine(level, log.requestId, message) : textLine(level, log.requestId, message);
    process.stdout.write(`${line}\n`);
  };
  const log: LambdaLog = {
    requestId: undefined,
    error: (kind, error) => write('ERROR', json ? [error] : [kind, `\t${JSON.stringify(describe(error))}`]),
  };
  for (const [method, level] of Object.entries(LEVELS)) {
    Reflect.set(console, method, (...message: unknown[]) => write(level, message));
  }
  return log;
}

function textLine(level: Level, requestId: string | undefined, message: unknown[]): string {
  const line = [new Date().toISOString(), requestId, level, format(...message)].join('\t');
  // A message of several lines stays one event in CloudWatch.
  return line.replaceAll('\n', '\r');
}

function jsonLine(level: Level, requestId: string | undefined, message: unknown[]): string {
  const [first] = message;
  return JSON.stringify({
    timestamp: new Date().toISOString(),
    level,
    requestId,
    message: message.length === 1 ? describe(first) : format(...message),
  });
}

function describe(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const { name: errorType, message: errorMessage, stack } = value;
  return { errorType, errorMessage, ...value, stack: stack?.split('\n') };
}
