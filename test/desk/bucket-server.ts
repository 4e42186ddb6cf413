import type { IncomingMessage, ServerResponse } from 'node:http';
import { isObject } from '#test/functions/world/bucket.ts';
import { BUCKET } from '#test/functions/world/names.ts';
import type { World } from '#test/functions/world/world.ts';
import { refusalOfForm } from './sent-form.ts';

/** The world's bucket as a browser sees it: forms come in, signed addresses are read, for pages of one origin. */
export const bucketServer =
  (world: World, deskOrigin: string) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://bucket');
    if (request.headers.origin === deskOrigin) {
      response.setHeader('access-control-allow-origin', deskOrigin);
      response.setHeader('access-control-expose-headers', 'ETag, x-amz-version-id');
      response.setHeader('access-control-allow-methods', 'GET, POST');
      response.setHeader(
        'access-control-allow-headers',
        request.headers['access-control-request-headers'] ?? '',
      );
    }
    if (request.method === 'OPTIONS') return void response.writeHead(200).end();
    if (request.method === 'POST') return takeForm(world, request, response);
    const key = decodeURIComponent(url.pathname).slice(`/${BUCKET}/`.length);
    const version = url.searchParams.get('versionId');
    const object = version === null ? world.bucket.current(key) : world.bucket.version(key, version);
    if (object === undefined || !isObject(object)) return void response.writeHead(404).end('NoSuchKey');
    response.writeHead(200, {
      'content-type': url.searchParams.get('response-content-type') ?? 'application/octet-stream',
      'content-disposition': url.searchParams.get('response-content-disposition') ?? 'inline',
      'cache-control': 'no-store',
    });
    response.end(object.bytes);
  };

async function takeForm(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const type = request.headers['content-type'] ?? '';
  const form = await new Response(Buffer.concat(parts), { headers: { 'content-type': type } }).formData();
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') fields[name] = value;
  const file = form.get('file');
  if (file === null || typeof file === 'string') return void response.writeHead(400).end('no file');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const refusal = refusalOfForm(fields, bytes, new Date());
  const key = fields['key'];
  if (refusal !== undefined || key === undefined) return void response.writeHead(403).end(refusal);
  const { versionId, etag } = world.upload(key, bytes);
  response.writeHead(204, { 'x-amz-version-id': versionId, etag }).end();
}
