import type { IncomingMessage } from 'node:http';

/** What Lambda would hand on of a request to a function URL (format 2.0). */
export async function eventOf(request: IncomingMessage): Promise<unknown> {
  const [rawPath, rawQueryString = ''] = (request.url ?? '/').split('?');
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return {
    version: '2.0',
    rawPath,
    rawQueryString,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    requestContext: { http: { method: request.method } },
    body: Buffer.concat(parts).toString('base64'),
    isBase64Encoded: true,
  };
}
