import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { API } from '#shared/desk/api.ts';
import { uploadFormSchema } from '#shared/desk/centre-api.ts';
import { isObjectName, isSendableName } from '#shared/desk/file-name.ts';
import { createWorld } from '#test/functions/world/world.ts';
import { askedDesk, queryOf } from './asked-desk.ts';
import { invited } from './invited.ts';

const world = createWorld();
const secret = await invited(world, { centre: 'rouen' });
const ask = askedDesk(world);
const UPLOAD = { bytes: 10, sha256: 'a'.repeat(64) };
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
    { method: 'POST', path: API.uploads, body: { name, ...UPLOAD } },
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
