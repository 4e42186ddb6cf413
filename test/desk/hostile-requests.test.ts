import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { LONGEST_BODY_BYTES } from '#functions/desk/request.ts';
import { ROUTES } from '#functions/desk/routes.ts';
import { API } from '#shared/desk/api.ts';
import { createWorld } from '#test/functions/world/world.ts';
import { type Answered, askedDesk, type Question, queryOf } from './asked-desk.ts';
import { invited } from './invited.ts';

const world = createWorld();
const secret = await invited(world, { centre: 'rouen' });
const ask = askedDesk(world);
const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'get',
  'PROPFIND',
];
const UPLOAD = { name: 'pairs.csv', bytes: 10, sha256: 'a'.repeat(64) };
const codeOf = ({ json }: Answered) => z.object({ code: z.string() }).parse(json()).code;

describe('a wrong method', () => {
  it.each([...new Set(ROUTES.map(({ path }) => path))])(
    'of %s is told which ones there are',
    async (path) => {
      const allowed = ROUTES.filter((route) => route.path === path).map(({ method }) => method);
      for (const method of METHODS.filter((name) => !allowed.some((one) => one === name))) {
        const answer = await ask({ method, path, secret });
        expect({ method, status: answer.status }).toEqual({ method, status: 405 });
        expect(answer.headers['allow']).toBe(allowed.join(', '));
        expect(answer.requests).toEqual([]);
      }
    },
  );

  it('of the page too', async () => {
    const answer = await ask({ method: 'POST', path: '/' });
    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe('GET, HEAD');
  });
});

describe('an unknown address', () => {
  it.each([
    ...[
      '/api',
      '/api/',
      '/api/files/',
      '/api/Files',
      '//api/files',
      '/api//files',
      '/api/./files',
      '/API/files',
    ],
    ...['/api/files/pairs.csv', '/api/files%00', '/api%2ffiles', '/api/..%2fapi/files', '/api/files;a=b'],
    ...[
      '/index.html',
      '/assets/',
      '/assets/../index.mjs',
      '/assets/..%2findex.mjs',
      '/index.mjs',
      '/.env',
      '',
    ],
    ...[
      '/assets/page-ABCDEFGH.js/',
      '/assets/PAGE-ABCDEFGH.js',
      '/page/index.html',
      '/constructor',
      '/__proto__',
    ],
  ])('%j leads nowhere', async (path) => {
    const answer = await ask({ path, secret });
    expect([answer.status, codeOf(answer), answer.requests]).toEqual([404, 'no_such_address', []]);
  });
});

describe('a page of somebody else', () => {
  const origin = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };

  it('is not let in: neither its preflight nor its request gets a header that a browser asks for', async () => {
    const preflight = {
      ...origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, content-type',
    };
    const answers = [
      await ask({ method: 'OPTIONS', path: API.uploads, headers: preflight }),
      await ask({ method: 'OPTIONS', path: '/', headers: preflight }),
      await ask({ path: API.files, secret, headers: origin }),
      await ask({ path: '/', headers: origin }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([405, 405, 200, 200]);
    for (const { headers } of answers) {
      expect(Object.keys(headers).filter((name) => /^access-control|^set-cookie$/i.test(name))).toEqual([]);
    }
  });

  it('cannot send what a form of it could send', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    ]) {
      const answer = await ask({
        method: 'POST',
        path: API.uploads,
        secret,
        body: UPLOAD,
        headers: { 'content-type': type },
      });
      expect([type, answer.status, codeOf(answer)]).toEqual([type, 415, 'not_json']);
    }
  });
});

describe('a body', () => {
  const post = (body: unknown) => ask({ method: 'POST', path: API.uploads, secret, body });

  it('of any length is not looked at past 16 kB, nor is the link then', async () => {
    const padded = (bytes: number) => JSON.stringify(UPLOAD).padEnd(bytes, ' ');
    expect((await post(padded(LONGEST_BODY_BYTES))).status).toBe(200);
    for (const body of [
      padded(LONGEST_BODY_BYTES + 1),
      'é'.repeat(LONGEST_BODY_BYTES / 2 + 1),
      '{'.repeat(6e6),
    ]) {
      const answer = await post(body);
      expect([answer.status, codeOf(answer), answer.requests]).toEqual([413, 'too_long', []]);
    }
    expect((await ask({ path: API.files, secret, body: 'x'.repeat(20_000) })).status).toBe(413);
  });

  it.each<[string, unknown]>([
    ['nothing', ''],
    ['no JSON', '{"name":'],
    ['another form', '[]'],
    ['null', 'null'],
    ['a field that is missing', { name: 'pairs.csv', bytes: 10 }],
    ['a field too many', { ...UPLOAD, key: 'uploads/lille/pairs.csv' }],
    ['a centre', { ...UPLOAD, centre: 'lille' }],
    [
      'a prototype',
      `{"__proto__":{"centre":"lille"},"name":"pairs.csv","bytes":10,"sha256":"${'a'.repeat(64)}"}`,
    ],
    ['a name that is none', { ...UPLOAD, name: ['pairs.csv'] }],
    ['bytes that are no number', { ...UPLOAD, bytes: '10' }],
    ['half bytes', { ...UPLOAD, bytes: 10.5 }],
    ['no digest', { ...UPLOAD, sha256: `${'a'.repeat(63)}Z` }],
  ])('that is %s is refused, and nothing is signed', async (_, body) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(/Signature|zod|expected|at .*\.ts/i);
  });

  it.each([
    [0, 400, 'empty_file'],
    [-1, 400, 'empty_file'],
    [50_000_000, 200, undefined],
    [50_000_001, 413, 'file_too_large'],
    [Number.MAX_SAFE_INTEGER, 413, 'file_too_large'],
  ])('that announces %d bytes is answered with %d', async (bytes, status, code) => {
    const answer = await post({ ...UPLOAD, bytes });
    expect(answer.status).toBe(status);
    if (code !== undefined) expect(codeOf(answer)).toBe(code);
  });
});

describe('a query', () => {
  it.each(['', 'name=a.csv', 'name=a.csv&name=b.csv&version=1', 'version=1', 'name[]=a.csv&version=1'])(
    '%j that lacks something, or has it twice, is refused',
    async (query) => {
      const answer = await ask({ path: API.file, query, secret });
      expect([answer.status, codeOf(answer)]).toEqual([400, 'unusable_request']);
    },
  );

  it('that asks for what is no result is told so', async () => {
    const coordinator = await invited(world, { centre: null, role: 'coordinator' });
    const difference = (from: string) =>
      ask({ path: API.difference, query: queryOf({ from, to: 'a'.repeat(32) }), secret: coordinator });
    for (const from of ['latest', '../frozen/x', 'a'.repeat(31), `${'a'.repeat(32)}/`, 'a'.repeat(32)]) {
      const answer = await difference(from);
      expect([answer.status, codeOf(answer)]).toEqual([404, 'no_such_result']);
      expect(answer.requests.every((request) => !request.includes('..'))).toBe(true);
    }
  });
});

describe('every answer', () => {
  const questions: readonly Question[] = [
    { path: '/' },
    { path: '/assets/page-ABCDEFGH.js' },
    { path: API.files, secret },
    { path: API.files },
    { path: '/nowhere' },
    { method: 'PUT', path: API.files },
    { path: API.file, secret },
  ];

  it.each(questions)('to $method $path keeps browsers from doing anything else with it', async (question) => {
    const { headers } = await ask(question);
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'$/),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'strict-transport-security': expect.stringContaining('max-age='),
      'cache-control': expect.stringMatching(question.path.startsWith('/api') ? /^no-store$/ : /./),
    });
  });

  it('is JSON where it is not the page, however the page is named in it', async () => {
    const answer = await ask({
      path: API.file,
      query: queryOf({ name: '<script>alert(1)</script>', version: '1' }),
      secret,
    });
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.text).not.toContain('<script');
  });

  it('says nothing of the inside where something fails', async () => {
    const broken = createWorld();
    const link = await invited(broken, { centre: 'rouen' });
    broken.bucket.put('results/latest.json', new TextEncoder().encode('{"id":"ZZ-secret"'));
    const answer = await askedDesk(broken)({ path: API.latest, secret: link });
    expect([answer.status, codeOf(answer)]).toEqual([500, 'failed']);
    expect(answer.text).not.toMatch(/JSON|Syntax|ZZ-secret|the-bucket|\.ts/);
    const failed = { event: 'desk-failed', route: `GET ${API.latest}`, error: 'SyntaxError' };
    expect(broken.logLines.map((line) => JSON.parse(line))).toContainEqual(expect.objectContaining(failed));
  });
});
