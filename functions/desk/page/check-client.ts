import type { CheckAnswer, CheckAsks, CheckKind, CheckMessage } from './check-protocol.ts';

/** Asks the worker; fails where what was asked cannot be done, such as to read a workbook with a password. */
export type Checker = <Kind extends CheckKind>(
  kind: Kind,
  ask: CheckAsks[Kind]['ask'],
) => Promise<CheckAsks[Kind]['answer']>;

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the worker with the first question. */
export function checker(script: string): Checker {
  const waiting = new Map<number, Waiting>();
  let started: Worker | undefined;
  let asked = 0;

  const failAll = () => {
    for (const { reject } of waiting.values()) reject(new Error('the check failed'));
    waiting.clear();
    started?.terminate();
    started = undefined;
  };
  const worker = (): Worker => {
    if (started !== undefined) return started;
    started = new Worker(script, { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => {
      const one = waiting.get(data.id);
      waiting.delete(data.id);
      if ('failed' in data) one?.reject(new Error('the check failed'));
      else one?.resolve(data.answer as never);
    });
    started.addEventListener('error', failAll);
    return started;
  };
  return (kind, ask) =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      worker().postMessage({ id: asked, kind, ask } as CheckMessage);
    });
}
