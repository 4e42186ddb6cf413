import * as z from 'zod';
import { parseJson } from '#shared/json.ts';
import { DeskRefusal } from './refusal.ts';

/**
 * What Lambda hands on of a request to a function URL, as far as the desk reads it. Names of headers are in lower case.
 * Source: AWS, "Request and response payloads" of Lambda function URLs (format 2.0).
 */
const eventSchema = z.object({
  rawPath: z.string(),
  rawQueryString: z.string().default(''),
  headers: z.record(z.string(), z.string()).default({}),
  requestContext: z.object({ http: z.object({ method: z.string() }) }),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
});

/** One request to the desk. */
export interface DeskRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  /** As it came. */
  readonly body: string;
  readonly isBase64: boolean;
}

export function readRequest(event: unknown): DeskRequest {
  const { rawPath, rawQueryString, headers, requestContext, body, isBase64Encoded } =
    eventSchema.parse(event);
  return {
    method: requestContext.http.method,
    path: rawPath,
    query: new URLSearchParams(rawQueryString),
    headers,
    body: body ?? '',
    isBase64: isBase64Encoded,
  };
}

/** Of a body, in bytes; files never come this way. */
export const LONGEST_BODY_BYTES = 16 * 1024;
/** What Base64 makes of so many bytes. */
const LONGEST_BASE64 = Math.ceil(LONGEST_BODY_BYTES / 3) * 4;

/** Refuses a body that is too long before anything is done with it. */
export function assertShort({ body, isBase64 }: DeskRequest): void {
  const tooLong = isBase64 ? body.length > LONGEST_BASE64 : Buffer.byteLength(body) > LONGEST_BODY_BYTES;
  if (tooLong) throw new DeskRefusal('too_long');
}

/** The body as what a route expects. */
export function readBody<Expected>(request: DeskRequest, schema: z.ZodType<Expected>): Expected {
  const { headers, body, isBase64 } = request;
  // Only our own page can send this type: a form of another site cannot.
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) throw new DeskRefusal('not_json');
  const text = isBase64 ? Buffer.from(body, 'base64').toString('utf8') : body;
  const content = schema.safeParse(parseJson(text));
  if (!content.success) throw new DeskRefusal('unusable_request');
  return content.data;
}

/** A value of the query that must be there, once. */
export function queryValue({ query }: Pick<DeskRequest, 'query'>, name: string): string {
  const [value, ...others] = query.getAll(name);
  if (value === undefined || others.length > 0) throw new DeskRefusal('unusable_request');
  return value;
}

const BEARER = /^Bearer (\S+)$/;

/** What came as the link's secret; an empty one where nothing did, which is looked for all the same. */
export const bearerOf = ({ headers }: DeskRequest): string =>
  BEARER.exec(headers['authorization'] ?? '')?.[1] ?? '';
