import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { API, linkSchema } from '#shared/desk/api.ts';
import { uploadFormSchema } from '#shared/desk/centre-api.ts';
import { isObjectName, isSendableName } from '#shared/desk/file-name.ts';
import { createWorld } from '#test/functions/world/world.ts';
import { askedDesk, queryOf } from './asked-desk.ts';
import { invited } from './invited.ts';
import { refusalOfForm } from './sent-form.ts';

const world = createWorld();
const secret = await invited(world, { centre: 'rouen' });
const ask = askedDesk(world);
const CONTENT = new TextEncoder().encode('patient_id;sex\n');
const SHA256 = Buffer.from(await crypto.subtle.digest('SHA-256', CONTENT)).toString('hex');
const OTHERS_FILE = world.upload('uploads/lille/pairs.csv', 'theirs');
world.bucket.put('reports/lille/pairs.csv.json', new TextEncoder().encode('{}'));
world.bucket.put('reports/lille/pairs.csv.annotated.csv', new TextEncoder().encode('theirs'));

/** Names that lead elsewhere, if anything takes them apart, decodes them once more, or puts something in their place. */
const LEADING_OUT = [
  ...[
    '../lille/pairs.csv',
    '../../uploads/lille/pairs.csv',
    './pairs.csv',
    '/uploads/lille/pairs.csv',
    'a/../pairs.csv',
  ],
  ...['..', '.', '', '/', '//', '..\\lille\\pairs.csv', 'lille\\pairs.csv', '%2e%2e%2flille%2fpairs.csv'],
  ...[
    '..%2Flille%2Fpairs.csv',
    '..%252flille%252fpairs.csv',
    '..%c0%aflille%c0%afpairs.csv',
    '．．／lille／pairs.csv',
  ],
  ...[
    'pairs.csv\u0000.csv',
    '\u0000',
    'pairs.csv\r\nx-amz-acl: public-read',
    '$'.concat('{filename}'),
    '$'.concat('{filename}.csv'),
  ],
  ...[
    'uploads/lille/pairs.csv',
    'rouen/../lille/pairs.csv',
    '*',
    '?',
    '#',
    '?versionId=1',
    'pairs.csv?versionId=1',
  ],
];

/** All that is asked of the world by a question about a file of this name stays with the centre of the link. */
async function staysAtHome(name: string): Promise<void> {
  const version = OTHERS_FILE.versionId;
  const questions = [
    { path: API.file, query: queryOf({ name, version }) },
    { method: 'DELETE', path: API.file, query: queryOf({ name, version }) },
    { path: API.report, query: queryOf({ name, version }) },
    { path: API.annotated, query: queryOf({ name }) },
    { method: 'POST', path: API.uploads, body: { name, bytes: CONTENT.length, sha256: SHA256 } },
  ];
  const before = world.bucket.changes();
  for (const question of questions) {
    const { status, requests, json } = await ask({ ...question, secret });
    for (const request of requests.slice(1)) {
      expect(request).toMatch(/^\w+ (?:uploads|reports)\/rouen\/[^/]+$/su);
    }
    if (question.path === API.uploads) {
      expect(status).toBe(isSendableName(name) ? 200 : 400);
      if (status === 200) expect(uploadFormSchema.parse(json()).fields['key']).toBe(`uploads/rouen/${name}`);
    } else if (question.path === API.report && isObjectName(name)) expect(json()).toEqual({ report: null });
    else expect(status).toBe(isObjectName(name) ? 404 : 400);
  }
  expect(world.bucket.changes()).toBe(before);
  expect(world.bucket.current('uploads/lille/pairs.csv')).toBe(OTHERS_FILE);
}

describe('a name', () => {
  it.each(LEADING_OUT)('%j does not lead out of the folder of the link’s centre', async (name) => {
    await staysAtHome(name);
  });

  it('does not, whatever it is', async () => {
    const parts = fc.constantFrom(
      '..',
      '/',
      '\\',
      '%2f',
      '%2e',
      '.csv',
      'lille',
      'pairs',
      '\u0000',
      ' ',
      '’',
      '🩻',
      '${',
    );
    const name = fc.oneof(
      fc.array(parts, { maxLength: 6 }).map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
    );
    // What is no text cannot be sent in a query.
    await fc.assert(
      fc.asyncProperty(
        name.filter((text) => text.isWellFormed()),
        staysAtHome,
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    'pairs.csv',
    'Données été 2026 (v2).CSV',
    '<img src=x onerror=alert(1)>.csv',
    `"; filename="page.html.csv`,
    `${'é'.repeat(128)}.csv`,
    '+ & = %41.csv',
  ])('%j is taken as it is', (name) => {
    expect(isSendableName(name)).toBe(true);
  });

  it.each([
    ['too long', `${'é'.repeat(129)}.csv`],
    ['of another kind', 'pairs.xlsx'],
    ['of text that turns round', 'pairs\u202Evsc.csv'],
    ['with a sign that nobody sees', 'pairs\u200B.csv'],
    ['with a new line', 'pairs\n.csv'],
    ['that begins with a blank', ' pairs.csv'],
    ['that is an ending alone', '.csv'],
    ['of half a sign', 'pairs\uD800.csv'],
  ])('that is %s is not', (_, name) => {
    expect(isSendableName(name)).toBe(false);
  });

  it('of an older file that the desk would not take can still be withdrawn', () => {
    for (const name of ['pairs.xlsx', 'pairs\u200B.csv', '.csv']) expect(isObjectName(name)).toBe(true);
  });
});

describe('an address that was signed', () => {
  it.each(['<img src=x onerror=alert(1)>.csv', `a"; filename="page.html.csv`, `a';alert(1)'.csv`])(
    'of %j is saved as a table under that name, whatever the name says, and never shown',
    async (name) => {
      const { versionId: version } = world.upload(`uploads/rouen/${name}`, '<script>alert(1)</script>');
      const { json } = await ask({ path: API.file, query: queryOf({ name, version }), secret });
      const { url } = linkSchema.parse(json());
      const { origin, pathname, searchParams } = new URL(url);
      expect(origin).toBe('https://the-bucket.s3.eu-west-3.amazonaws.com');
      expect(decodeURIComponent(pathname)).toBe(`/uploads/rouen/${name}`);
      expect(searchParams.get('versionId')).toBe(version);
      expect(searchParams.get('response-content-type')).toBe('text/csv; charset=utf-8');
      const disposition = searchParams.get('response-content-disposition') ?? '';
      expect(disposition).toMatch(/^attachment; filename\*=UTF-8''[\w%.~-]+$/);
      expect(decodeURIComponent(disposition.slice("attachment; filename*=UTF-8''".length))).toBe(name);
      expect(Number(searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(5 * 60);
    },
  );
});

describe('a form', () => {
  const MINUTE = 60_000;
  const formFor = async (name = 'pairs.csv') => {
    const body = { name, bytes: CONTENT.length, sha256: SHA256 };
    const { json } = await ask({ method: 'POST', path: API.uploads, secret, body });
    return uploadFormSchema.parse(json());
  };
  const now = () => new Date();

  it('is taken with the bytes that it was made for, and again, which changes nothing', async () => {
    const { url, fields } = await formFor();
    expect(url).toBe('https://the-bucket.s3.eu-west-3.amazonaws.com/');
    expect(refusalOfForm(fields, CONTENT, now())).toBeUndefined();
    expect(refusalOfForm(fields, CONTENT, new Date(now().getTime() + 9 * MINUTE))).toBeUndefined();
  });

  it.each<[string, (fields: Record<string, string>) => Record<string, string>, Uint8Array, number, string]>([
    ['ten minutes later', (fields) => fields, CONTENT, 10.1, 'AccessDenied'],
    ['with other bytes', (fields) => fields, CONTENT.map((byte) => byte ^ 1), 0, 'BadDigest'],
    ['with more bytes', (fields) => fields, new Uint8Array(CONTENT.length + 1), 0, 'EntityTooLarge'],
    ['with fewer bytes', (fields) => fields, CONTENT.slice(1), 0, 'EntityTooSmall'],
    [
      'for another name',
      (fields) => ({ ...fields, key: 'uploads/rouen/patients.csv' }),
      CONTENT,
      0,
      'AccessDenied',
    ],
    [
      'for another centre',
      (fields) => ({ ...fields, key: 'uploads/lille/pairs.csv' }),
      CONTENT,
      0,
      'AccessDenied',
    ],
    [
      'for a report',
      (fields) => ({ ...fields, key: 'reports/rouen/pairs.csv.json' }),
      CONTENT,
      0,
      'AccessDenied',
    ],
    ['as a page', (fields) => ({ ...fields, 'Content-Type': 'text/html' }), CONTENT, 0, 'AccessDenied'],
    ['to be public', (fields) => ({ ...fields, acl: 'public-read' }), CONTENT, 0, 'AccessDenied'],
    [
      'with another encryption',
      (fields) => ({ ...fields, 'x-amz-server-side-encryption': 'AES256' }),
      CONTENT,
      0,
      'AccessDenied',
    ],
    [
      'with a page to go to',
      (fields) => ({ ...fields, success_action_redirect: 'https://evil.example' }),
      CONTENT,
      0,
      'AccessDenied',
    ],
    [
      'with the digest of other bytes',
      (fields) => ({ ...fields, 'x-amz-checksum-sha256': 'x' }),
      CONTENT,
      0,
      'AccessDenied',
    ],
  ])('is not taken %s', async (_, changed, bytes, minutes, refusal) => {
    const { fields } = await formFor();
    const then = new Date(now().getTime() + minutes * MINUTE);
    expect(refusalOfForm(changed(fields), bytes, then)).toBe(refusal);
  });

  it('names every part of its policy: nothing begins with anything, nothing may be as one likes', async () => {
    const { fields } = await formFor();
    const policy = JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString());
    const { conditions } = z.object({ conditions: z.array(z.unknown()) }).parse(policy);
    expect(JSON.stringify(conditions)).not.toMatch(/starts-with/);
    expect(conditions).toContainEqual(['content-length-range', CONTENT.length, CONTENT.length]);
    expect(conditions).toContainEqual({ key: 'uploads/rouen/pairs.csv' });
  });
});
