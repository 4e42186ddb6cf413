import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { API, linkSchema } from '#shared/desk/api.ts';
import { uploadFormSchema } from '#shared/desk/centre-api.ts';
import { createWorld } from '#test/functions/world/world.ts';
import { askedDesk, queryOf } from './asked-desk.ts';
import { invited } from './invited.ts';
import { refusalOfForm } from './sent-form.ts';

const world = createWorld();
const secret = await invited(world, { centre: 'rouen' });
const ask = askedDesk(world);
const CONTENT = new TextEncoder().encode('patient_id;sex\n');
const SHA256 = Buffer.from(await crypto.subtle.digest('SHA-256', CONTENT)).toString('hex');

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
