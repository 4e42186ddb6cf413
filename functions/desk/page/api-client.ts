import type * as z from 'zod';
import { refusalSchema } from '#shared/desk/api.ts';
import { parseJson } from '#shared/json.ts';
import type { Bilingual } from '#shared/language.ts';
import { ASKING } from './texts/asking.ts';

/** Why the desk did not do what it was asked, as people are told. */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  readonly code: string;
  readonly text: Bilingual;
  constructor(code: string, text: Bilingual) {
    super(code);
    this.code = code;
    this.text = text;
  }
}

/** Of an error of any kind. */
export const errorText = (error: unknown): Bilingual =>
  error instanceof DeskError ? error.text : ASKING.unexpected;

export const NO_CONNECTION = 'no_connection';
export const UNKNOWN_LINK = 'unknown_link';

interface Ask {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Asks the desk's API; an answer of another form than the schema's is an error too. */
export type DeskApi = <Answer>(path: string, schema: z.ZodType<Answer>, ask?: Ask) => Promise<Answer>;

/** @param secret - of the link */
export const deskApi =
  (secret: string): DeskApi =>
  async (path, schema, { method = 'GET', query = {}, body } = {}) => {
    const search = new URLSearchParams(query).toString();
    const answer = await answered(search === '' ? path : `${path}?${search}`, {
      method,
      headers: {
        authorization: `Bearer ${secret}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const content = parseJson(await answer.text());
    if (answer.ok) return schema.parse(content);
    const refusal = refusalSchema.safeParse(content);
    throw refusal.success
      ? new DeskError(refusal.data.code, refusal.data.message)
      : new DeskError('failed', ASKING.unexpected);
  };

async function answered(url: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { cache: 'no-store', referrerPolicy: 'no-referrer', ...options });
  } catch {
    throw new DeskError(NO_CONNECTION, ASKING.noConnection);
  }
}

/** The bytes at an address that needs no other right. */
export async function bytesAt(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await answered(url, {});
  if (!answer.ok) throw new DeskError('failed', ASKING.unexpected);
  return new Uint8Array(await answer.arrayBuffer());
}
