import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { API, linkSchema, sessionSchema } from '#shared/desk/api.ts';
import { deskFileSchema, filesSchema, reportAnswerSchema } from '#shared/desk/centre-api.ts';
import { studySchema } from '#shared/desk/coordinator-api.ts';
import { askDesk, DESK, formFor, sendForm } from './asked-desk.ts';
import { ctmri } from './ctmri.ts';
import { eventually } from './deployed-study.ts';
import { COHORT } from './local-computation.ts';
import { emptyStudy } from './study-bucket.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const PATIENTS = Uint8Array.from(readFileSync(join(COHORT, 'rouen', 'patients.csv')));
const NAME = 'desk patients é.csv';
const NO_TABLE = bytesOf('nothing that the study knows');
const linkSecret = (link: string) => link.trim().split('#')[1] ?? '';

let secret = '';
beforeAll(async () => {
  // Another file of the centre with the same rows, from a test before, would count instead.
  await emptyStudy();
  const { exitCode, printed } = await ctmri('invite', 'rouen', '--name', 'Dr Martin');
  expect(exitCode).toBe(0);
  secret = linkSecret(printed);
});
// Its file has the rows of the sample cohort, which the next test drops.
afterAll(emptyStudy);

const fileNamed = async (name: string) => {
  const { json } = await askDesk({ path: API.files, secret });
  const file = filesSchema.parse(json()).files.find((one) => one.name === name);
  return file && deskFileSchema.parse(file);
};
const verdictOn = (name: string, version: string) =>
  eventually(`a verdict on ${name}`, async () => {
    const { json } = await askDesk({ path: API.report, query: { name, version }, secret });
    return reportAnswerSchema.parse(json()).report ?? undefined;
  });

describe('the deployed desk', () => {
  it('shows its page to anybody, which may reach the bucket and nobody else', async () => {
    const { status, headers, text } = await askDesk({ path: '/' });
    expect(status).toBe(200);
    expect(text).toContain('<!doctype html>');
    const { url } = await formFor(secret, NAME, PATIENTS);
    expect(String(headers['content-security-policy'])).toContain(
      `connect-src 'self' ${new URL(url).origin};`,
    );
  });

  it('knows the link that was made, also where a browser names its own origin', async () => {
    const { status, json } = await askDesk({ path: API.session, secret, headers: { origin: DESK.origin } });
    expect(status).toBe(200);
    expect(sessionSchema.parse(json())).toMatchObject({ role: 'centre', centre: 'rouen', name: 'Dr Martin' });
    expect((await askDesk({ path: API.session, secret: `${secret}A` })).status).toBe(401);
  });
});

describe('a file sent by the desk', () => {
  let version = '';
  beforeAll(async () => {
    const answer = await sendForm(await formFor(secret, NAME, PATIENTS), PATIENTS);
    expect(answer.status).toBe(204);
    version = answer.headers.get('x-amz-version-id') ?? '';
  });

  it('is examined, and counts', async () => {
    expect(await verdictOn(NAME, version)).toMatchObject({
      verdict: 'accepted',
      table: 'patients',
      rows: 26,
    });
    expect(await fileNamed(NAME)).toMatchObject({
      state: 'accepted',
      inForce: { versionId: version, rows: 26 },
    });
  });

  it('can be read again by the page, by an address that was signed for it', async () => {
    const query = { name: NAME, version };
    const { url } = linkSchema.parse((await askDesk({ path: API.file, query, secret })).json());
    const answer = await fetch(url, { headers: { origin: DESK.origin } });
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PATIENTS);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent(NAME)}`,
    );
  });

  it('is answered about to a page of the desk, and to nobody else’s', async () => {
    const allowedOf = async (origin: string) => {
      const answer = await sendForm(await formFor(secret, 'asked.csv', NO_TABLE), NO_TABLE, origin);
      return answer.headers.get('access-control-allow-origin');
    };
    expect(await allowedOf(DESK.origin)).toBe(DESK.origin);
    expect(await allowedOf('https://evil.example')).toBeNull();
  });

  it('is refused with other bytes or under another name', async () => {
    const form = await formFor(secret, NAME, PATIENTS);
    const others = PATIENTS.map((byte) => byte ^ 1);
    expect((await sendForm(form, others)).status).toBeGreaterThanOrEqual(400);
    expect((await sendForm(form, bytesOf('x'))).status).toBeGreaterThanOrEqual(400);
    const elsewhere = { ...form, fields: { ...form.fields, key: 'uploads/caen/patients.csv' } };
    expect((await sendForm(elsewhere, PATIENTS)).status).toBeGreaterThanOrEqual(400);
  });

  it('is given back with what is wrong in each row, and can be withdrawn', async () => {
    const wrong = bytesOf('patient_id;sex\nX-1;?\n');
    const sent = await sendForm(await formFor(secret, 'wrong.csv', wrong), wrong);
    const wrongVersion = sent.headers.get('x-amz-version-id') ?? '';
    expect(await verdictOn('wrong.csv', wrongVersion)).toMatchObject({ verdict: 'refused' });
    const asked = { path: API.annotated, query: { name: 'wrong.csv' }, secret };
    const { url } = linkSchema.parse((await askDesk(asked)).json());
    expect(await (await fetch(url)).text()).toContain('X-1');

    const removal = {
      method: 'DELETE',
      path: API.file,
      query: { name: 'wrong.csv', version: wrongVersion },
      secret,
    };
    const withdrawn = await askDesk({ ...removal, headers: { origin: DESK.origin } });
    expect(withdrawn.status).toBe(200);
    expect(await fileNamed('wrong.csv')).toMatchObject({ state: 'withdrawn', inForce: null });
  });

  it('is seen by a coordinator in counts, and not by name', async () => {
    const { printed } = await ctmri('invite', '--coordinator', '--days', '1');
    const { json, text } = await askDesk({ path: API.study, secret: linkSecret(printed) });
    const rouen = studySchema.parse(json()).centres.find(({ centre }) => centre === 'rouen');
    expect(rouen?.tables.patients.rows).toBeGreaterThanOrEqual(26);
    expect(text).not.toContain('desk patients');
    expect((await askDesk({ path: API.files, secret: linkSecret(printed) })).status).toBe(403);
  });

  it('cannot be reached any more by a link that was revoked', async () => {
    const { printed: link } = await ctmri('invite', 'caen', '--json');
    const { id } = z.object({ id: z.string() }).parse(JSON.parse(link));
    const caen = linkSecret(z.object({ link: z.string() }).parse(JSON.parse(link)).link);
    expect((await askDesk({ path: API.files, secret: caen })).status).toBe(200);
    expect((await ctmri('revoke', id)).exitCode).toBe(0);
    expect((await askDesk({ path: API.files, secret: caen })).status).toBe(401);
  });
});
