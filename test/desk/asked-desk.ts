import * as z from 'zod';
import type { HttpAnswer } from '#functions/desk/answer.ts';
import type { World } from '#test/functions/world/world.ts';
import { type DeskOptions, deskIn } from './desk-in-world.ts';

export interface Question {
  readonly method?: string;
  readonly path: string;
  /** As it stands in the address, encoded. */
  readonly query?: string;
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answered {
  readonly status: number;
  readonly headers: HttpAnswer['headers'];
  readonly text: string;
  readonly json: () => unknown;
  /** What was asked of the world meanwhile, in its order: `GetObjectCommand reports/rouen/pairs.csv.json`. */
  readonly requests: readonly string[];
}

const answerSchema = z.object({ body: z.string(), isBase64Encoded: z.literal(true) });
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** Asks the desk of a world as a browser does, and waits for the answer. */
export function askedDesk(world: World, options: DeskOptions = {}) {
  const ask = deskIn(world, options);
  return async ({
    method = 'GET',
    path,
    query = '',
    secret,
    headers = {},
    body,
  }: Question): Promise<Answered> => {
    const requests: string[] = [];
    let answer: HttpAnswer | undefined;
    const answering = ask({
      version: '2.0',
      rawPath: path,
      rawQueryString: query,
      headers: {
        ...(secret !== undefined && { authorization: `Bearer ${secret}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      requestContext: { http: { method } },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      isBase64Encoded: false,
    }).then((given) => {
      answer = given;
    });
    while (answer === undefined) {
      const [call] = world.calls();
      if (call === undefined) await Promise.race([nextTurn(), answering]);
      else {
        requests.push(call.name);
        await world.release(call);
      }
    }
    const text = Buffer.from(answerSchema.parse(answer).body, 'base64').toString();
    const { statusCode: status, headers: given } = answer;
    return { status, headers: given, text, json: () => JSON.parse(text), requests };
  };
}

export const queryOf = (parameters: Readonly<Record<string, string>>): string =>
  new URLSearchParams(parameters).toString();
