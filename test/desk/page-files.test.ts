import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pageServer } from '#functions/desk/page-files.ts';
import { readRequest } from '#functions/desk/request.ts';
import { LITTLE_PAGE } from './desk-in-world.ts';

const ORIGIN = 'https://the-bucket.s3.eu-west-3.amazonaws.com';
const SCRIPT = '/assets/page-ABCDEFGH.js';
const serve = pageServer(LITTLE_PAGE, async () => ORIGIN);
const get = async (rawPath: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') => {
  const answer = await serve(readRequest({ rawPath, headers, requestContext: { http: { method } } }));
  if (answer === undefined) throw new Error(`no ${rawPath}`);
  return { ...answer, bytes: Buffer.from(answer.body, 'base64') };
};

describe('a file of the page', () => {
  it.each([
    ['br', 'gzip, deflate, br, zstd', brotliDecompressSync],
    ['gzip', 'gzip;q=1.0, br;q=0', gunzipSync],
  ] as const)('is sent as %s to a browser that takes %s', async (encoding, accepted, decompress) => {
    const { headers, bytes } = await get(SCRIPT, { 'accept-encoding': accepted });
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding' });
    const content = Buffer.from(LITTLE_PAGE.get(SCRIPT) ?? []);
    expect(bytes.length).toBeLessThan(content.length / 2);
    expect(decompress(bytes)).toEqual(content);
  });

  it('is sent as it is to whoever takes nothing else, and where it is short', async () => {
    for (const [path, headers] of [
      [SCRIPT, {}],
      [SCRIPT, { 'accept-encoding': 'identity' }],
      ['/', { 'accept-encoding': 'br' }],
    ] as const) {
      const answer = await get(path, headers);
      expect(answer.headers).not.toHaveProperty('content-encoding');
      expect(answer.bytes).toEqual(Buffer.from(LITTLE_PAGE.get(path) ?? []));
    }
  });

  it('is kept by browsers for ever where its name holds a hash, and asked for each time where it does not', async () => {
    expect((await get(SCRIPT)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const page = await get('/');
    expect(page.headers['cache-control']).toBe('no-cache');
    const again = await get('/', { 'if-none-match': page.headers['etag'] ?? '' });
    expect([again.statusCode, again.bytes.length]).toEqual([304, 0]);
    expect((await get('/', { 'if-none-match': '"another"' })).statusCode).toBe(200);
  });

  it('has no body where only its headers are asked for', async () => {
    const { statusCode, body } = await get('/', {}, 'HEAD');
    expect([statusCode, body]).toEqual([200, '']);
  });

  it('may reach the desk and the bucket, and nobody else', async () => {
    const { headers } = await get('/');
    const policy = new Map(
      (headers['content-security-policy'] ?? '').split('; ').map((part) => {
        const [name = '', ...sources] = part.split(' ');
        return [name, sources.join(' ')];
      }),
    );
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'connect-src': `'self' ${ORIGIN}`,
      'worker-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
  });
});
