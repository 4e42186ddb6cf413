import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { App, Stack } from 'aws-cdk-lib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { functionCode } from '#cdk/stack/function-bundle.ts';
import { manifestText } from '#shared/publication/manifest.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { filesOfReport } from '#shared/result-report/report-files.ts';
import {
  LATEST_REPORT,
  LATEST_RESULT,
  MANIFEST_FILE,
  REPORT_FILE,
  resultFolder,
} from '#shared/storage/bucket-keys.ts';
import { sampleResult } from '#test/result-report/files/sample-result.ts';

const outdir = mkdtempSync(join(tmpdir(), 'ctmri-report-bundle-'));
afterAll(() => rmSync(outdir, { recursive: true }));

const { files: tables, result } = await sampleResult('thesis');
const { id } = result.manifest;
const latest = { id, publishedAt: '', manifest: resultFolder(id) + MANIFEST_FILE, tables: [] };
const stored = new Map([
  [LATEST_RESULT, JSON.stringify(latest)],
  [resultFolder(id) + TABLES_FILE, tables.get(TABLES_FILE) ?? ''],
  [resultFolder(id) + MANIFEST_FILE, manifestText(result.manifest)],
]);

const TOPIC = 'arn:aws:sns:eu-west-3:111122223333:results';
/** What the topic was handed. */
const handedOver: string[] = [];
/** What the one note says that was told last, as DynamoDB writes a text. */
let told: { readonly S: string } | undefined;
const textSchema = z.object({ S: z.string() });
const writeSchema = z.object({
  Item: z.object({ told: textSchema }).optional(),
  ExpressionAttributeValues: z.record(z.string(), textSchema).optional(),
});

/** DynamoDB's and SNS's answers to the one note and the one message there are. */
function otherAnswer(target: string, body: string): string {
  if (target.endsWith('.GetItem')) return JSON.stringify(told === undefined ? {} : { Item: { told } });
  if (target.startsWith('DynamoDB')) {
    const { Item, ExpressionAttributeValues: values = {} } = writeSchema.parse(JSON.parse(body));
    told = Item?.told ?? Object.values(values).find(({ S }) => S.includes(id)) ?? told;
    return '{}';
  }
  handedOver.push(new URLSearchParams(body).get('TopicArn') ?? '');
  return '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>';
}

/** As much of S3 as the function asks for, over HTTP. */
let s3: Server;
let endpoint = '';
beforeAll(async () => {
  s3 = createServer(async (request, response) => {
    const key = decodeURIComponent(new URL(request.url ?? '', 'http://s3').pathname).replace(
      '/the-bucket/',
      '',
    );
    // By bytes: a stream that is read as text loses its byte-order mark.
    const body = (await buffer(request)).toString();
    if (request.method === 'POST') {
      response.writeHead(200);
      response.end(otherAnswer(String(request.headers['x-amz-target'] ?? ''), body));
      return;
    }
    if (request.method === 'PUT') stored.set(key, body);
    const found = stored.get(key);
    if (found === undefined) {
      response.writeHead(404, { 'content-type': 'application/xml' });
      response.end('<Error><Code>NoSuchKey</Code><Message>not there</Message></Error>');
      return;
    }
    response.writeHead(200, { etag: `"${createHash('md5').update(found).digest('hex')}"` });
    response.end(request.method === 'GET' ? found : '');
  });
  await new Promise<void>((resolve) => s3.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${z.object({ port: z.number() }).parse(s3.address()).port}`;
});
afterAll(() => void s3.close());

/** Calls the handler of the bundle, in a Node of its own far from the project's packages, as the clock does. */
async function call(folder: string): Promise<string> {
  const script =
    "const { handler } = await import('./index.mjs'); console.log(JSON.stringify(await handler({ source: 'schedule' }, { awsRequestId: 'one' })));";
  const node = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    env: {
      BUCKET: 'the-bucket',
      TABLE: 'the-table',
      RESULTS_TOPIC: TOPIC,
      DESK_URL: 'https://desk.test',
      AWS_ENDPOINT_URL: endpoint,
      ...{ AWS_REGION: 'eu-west-3', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return text(node.stdout);
}

// Packages that are bundled and minified may not behave as they do here: it is the bundle that is deployed.
it('the bundle of the report writes to the byte what is made here, tells it, and does nothing the second time', async () => {
  functionCode('functions/report/handler.ts').bind(new Stack(new App({ outdir }), 'Report'));
  const folder = join(outdir, readdirSync(outdir).find((name) => name.startsWith('asset.')) ?? '');
  const files = filesOfReport(result);
  expect(await call(folder)).toContain(JSON.stringify({ id, written: files.size + 1 }));
  for (const [name, content] of files)
    expect(stored.get(resultFolder(id) + name) === content, name).toBe(true);
  expect(stored.get(LATEST_REPORT) === files.get(REPORT_FILE)).toBe(true);
  expect(await call(folder)).toContain(JSON.stringify({ id, written: 0 }));
  expect(handedOver).toEqual([TOPIC]);
});
