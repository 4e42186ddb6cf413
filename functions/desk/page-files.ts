import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { answerWith, compressed, type Encoding, type HttpAnswer, pageCsp } from './answer.ts';
import type { DeskRequest } from './request.ts';

/** The page's own files by their path: `/` and `/assets/…`, the names of which hold a hash of the content. */
export type PageFiles = ReadonlyMap<string, Uint8Array>;

/** Where the files of the page lie beside the function's code, and the one that is the page. */
export const PAGE_FOLDER = 'page';
export const PAGE_FILE = 'index.html';
export const ASSETS = '/assets/';

/** Reads the files that were bundled with the function. */
export function pageFilesIn(folder: string): PageFiles {
  const assets = readdirSync(join(folder, ASSETS)).map(
    (name) => [`${ASSETS}${name}`, readFileSync(join(folder, ASSETS, name))] as const,
  );
  return new Map([['/', readFileSync(join(folder, PAGE_FILE))], ...assets]);
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};
const BEST_BROTLI = 10;

/** Answers requests for the page's files; each is compressed once. */
export function pageServer(files: PageFiles, bucketOrigin: () => Promise<string>) {
  const etags = new Map([...files].map(([path, bytes]) => [path, etagOf(bytes)]));
  const cache = new Map<string, Uint8Array>();
  return async (request: DeskRequest): Promise<HttpAnswer | undefined> => {
    const { path, headers } = request;
    const bytes = files.get(path);
    const etag = etags.get(path);
    if (bytes === undefined || etag === undefined) return undefined;
    const isAsset = path.startsWith(ASSETS);
    const described = {
      etag,
      'cache-control': isAsset ? 'public, max-age=31536000, immutable' : 'no-cache',
      // A worker’s own policy is that of its file.
      'content-security-policy': pageCsp(await bucketOrigin()),
    };
    if (headers['if-none-match'] === etag) {
      return answerWith({ status: 304, headers: described, bytes: new Uint8Array() }, request);
    }
    const type = CONTENT_TYPES[extname(path)] ?? 'application/octet-stream';
    const compressOnce = (content: Uint8Array, encoding: Encoding): Uint8Array => {
      const known = cache.get(`${encoding} ${path}`) ?? compressed(content, encoding, BEST_BROTLI);
      cache.set(`${encoding} ${path}`, known);
      return known;
    };
    return answerWith(
      { status: 200, headers: { ...described, 'content-type': type }, bytes },
      request,
      compressOnce,
    );
  };
}

const etagOf = (bytes: Uint8Array): string =>
  `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
