import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What Lambda is given back for a request to a function URL. */
export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** No cookie, no CORS header: the page and its API have one origin, and nobody else is to read an answer. */
const SECURITY_HEADERS = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  // It may be found at a guessable place of AWS: nobody is to find it by a search.
  'x-robots-tag': 'noindex, nofollow',
} as const;

/** Of an answer that is no page. */
const NO_PAGE_CSP = "default-src 'none'; frame-ancestors 'none'";

/**
 * Of the page: its own files, its own API, and the bucket that files go to and come from.
 *
 * @param bucketOrigin for example `https://BUCKET.s3.eu-west-3.amazonaws.com`
 */
export const pageCsp = (bucketOrigin: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${bucketOrigin}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

interface Content {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/** Shorter ones do not get shorter. */
const SHORTEST_COMPRESSED_BYTES = 1_000;

/** An answer with this content, compressed as the browser takes it. */
export function answerWith(
  { status, headers, bytes }: Content,
  asked: { readonly method: string; readonly headers: Readonly<Record<string, string>> },
  compress: typeof compressed = compressed,
): HttpAnswer {
  const encoding = bytes.length < SHORTEST_COMPRESSED_BYTES ? undefined : acceptedEncoding(asked.headers);
  const sent = encoding === undefined ? bytes : compress(bytes, encoding);
  return {
    statusCode: status,
    headers: {
      ...SECURITY_HEADERS,
      'content-security-policy': NO_PAGE_CSP,
      vary: 'Accept-Encoding',
      ...headers,
      ...(encoding !== undefined && { 'content-encoding': encoding }),
    },
    body: asked.method === 'HEAD' ? '' : Buffer.from(sent).toString('base64'),
    isBase64Encoded: true,
  };
}

export type Encoding = 'br' | 'gzip';

function acceptedEncoding(headers: Readonly<Record<string, string>>): Encoding | undefined {
  const offered = (headers['accept-encoding'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]?.toLowerCase());
  return offered.includes('br') ? 'br' : offered.includes('gzip') ? 'gzip' : undefined;
}

const BROTLI_QUALITY = 5;

export const compressed = (bytes: Uint8Array, encoding: Encoding, quality = BROTLI_QUALITY): Uint8Array =>
  encoding === 'br'
    ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
    : gzipSync(bytes);

/** An answer of the API. */
export const jsonAnswer = (
  { status, body }: { readonly status: number; readonly body: unknown },
  asked: Parameters<typeof answerWith>[1],
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer =>
  answerWith(
    {
      status,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
      bytes: new TextEncoder().encode(JSON.stringify(body)),
    },
    asked,
  );
