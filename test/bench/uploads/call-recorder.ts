import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { RecordedCall, Recording } from './recorded-call.ts';

export interface CallRecorder {
  /** What a function is given in the place of AWS. */
  readonly endpoint: string;
  /** All calls so far; those of a run that has ended. */
  readonly recording: () => Recording;
  readonly close: () => void;
}

/** Hands on every call to AWS, and writes down what is sent. */
export async function callRecorder(behind: string): Promise<CallRecorder> {
  const agent = new Agent({ keepAlive: true });
  const calls: RecordedCall[] = [];
  const bodies: Buffer[] = [];
  let bytes = 0;
  let underWay = 0;

  async function handOn(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    underWay += 1;
    const { method = '', url: path = '', headers } = asked;
    const call = { method, path, headers: headersOf(headers), underWay, start: 0, end: 0, status: 0 };
    calls.push(call);
    const body = await buffer(asked);
    call.start = bytes;
    bytes += body.length;
    call.end = bytes;
    bodies.push(body);
    const answered = await send(new URL(path, behind), call, body, agent);
    call.status = answered.statusCode ?? 0;
    answer.writeHead(call.status, answered.headers);
    answer.end(await buffer(answered));
    underWay -= 1;
  }

  const server = createServer((asked, answer) => void handOn(asked, answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the recorder has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    recording: () => ({ calls, bodies: Buffer.concat(bodies) }),
    close: () => {
      server.closeAllConnections();
      server.close();
      agent.destroy();
    },
  };
}

/** Those that say something of the call, not of the connection that it came by. */
const headersOf = ({
  connection: _,
  'transfer-encoding': __,
  expect: ___,
  ...headers
}: IncomingMessage['headers']) => headers;

/** Sends one call; resolves as soon as its answer begins. */
export const send = (
  url: URL,
  { method, headers }: Pick<RecordedCall, 'method' | 'headers'>,
  body: Buffer,
  agent: Agent,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request(url, { method, headers: { ...headers, 'content-length': body.length }, agent }, resolve)
      .on('error', reject)
      .end(body);
  });
