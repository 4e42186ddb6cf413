import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { studyComputation } from '#shared/analyses/study-computation.ts';
import { API, latestAnswerSchema, linkSchema } from '#shared/desk/api.ts';
import {
  deskFileSchema,
  filesSchema,
  reportAnswerSchema,
  uploadFormSchema,
} from '#shared/desk/centre-api.ts';
import { differenceSchema, resultsSchema, studySchema } from '#shared/desk/coordinator-api.ts';
import { clearedResult } from '#shared/publication/cleared-result.ts';
import { frozenResultSchema } from '#shared/publication/frozen-result.ts';
import type { ResultComputation } from '#shared/publication/result-computation.ts';
import { drain, night } from '#test/functions/world/deliveries.ts';
import { PRIVATE, pairs, patients, patientsOfWrongSex } from '#test/functions/world/study-files.ts';
import { createWorld } from '#test/functions/world/world.ts';
import { askedDesk, type Question, queryOf } from './asked-desk.ts';
import { invited } from './invited.ts';
import { refusalOfForm } from './sent-form.ts';

const MINUTE = 60_000;

async function study(computation?: ResultComputation) {
  const world = createWorld(computation && { computation });
  const ask = askedDesk(world);
  const secret = await invited(world, { centre: 'rouen' });
  const coordinator = await invited(world, { centre: null, role: 'coordinator', name: 'A. Durand' });
  const by =
    (link: string) =>
    async <Answer>(schema: z.ZodType<Answer>, question: Question): Promise<Answer> => {
      const { status, json, text } = await ask({ ...question, secret: link });
      if (status !== 200) throw new Error(`${status} ${text}`);
      return schema.parse(json());
    };
  const rouen = by(secret);
  /** As the page sends: a form on demand, taken by S3. */
  const send = async (name: string, content: string) => {
    const bytes = new TextEncoder().encode(content);
    const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
    const body = { name, bytes: bytes.length, sha256 };
    const { fields } = await rouen(uploadFormSchema, { method: 'POST', path: API.uploads, body });
    expect(refusalOfForm(fields, bytes, new Date())).toBeUndefined();
    const { versionId } = world.upload(fields['key'] ?? '', bytes);
    world.pass(MINUTE);
    return versionId;
  };
  const fileNamed = async (name: string) => {
    const { files } = await rouen(filesSchema, { path: API.files });
    return deskFileSchema.parse(files.find((file) => file.name === name));
  };
  return { world, ask, secret, rouen, coordinator: by(coordinator), send, fileNamed };
}

describe('a centre at the desk', () => {
  it('sends a file, waits, reads the verdict, what counts and who enters', async () => {
    const { world, rouen, send, fileNamed } = await study();
    const version = await send('patients.csv', patients(1, 2));
    expect(await fileNamed('patients.csv')).toMatchObject({ state: 'examining', inForce: null, table: null });
    const asked = { path: API.report, query: queryOf({ name: 'patients.csv', version }) };
    expect(await rouen(reportAnswerSchema, asked)).toEqual({ report: null });
    await drain(world);
    expect((await rouen(reportAnswerSchema, asked)).report).toMatchObject({ verdict: 'accepted', rows: 2 });
    expect(await fileNamed('patients.csv')).toMatchObject({
      state: 'accepted',
      table: 'patients',
      newest: { versionId: version },
      inForce: { versionId: version, rows: 2 },
      problems: 0,
      entering: { patients: 2 },
      changes: { added: 2, changed: 0, removed: 0 },
      history: [{ what: 'sent', versionId: version }],
    });
  });

  it('sends a wrong version, and sees that the one before still counts, and why', async () => {
    const { world, rouen, send, fileNamed } = await study();
    const first = await send('patients.csv', patients(1));
    await drain(world);
    const second = await send('patients.csv', patientsOfWrongSex(1));
    expect(await fileNamed('patients.csv')).toMatchObject({
      state: 'examining',
      inForce: { versionId: first, rows: 1 },
    });
    await drain(world);
    expect(await fileNamed('patients.csv')).toMatchObject({
      state: 'refused',
      problems: 1,
      inForce: { versionId: first, rows: 1 },
      history: [{ versionId: second }, { versionId: first }],
    });
    const { url } = await rouen(linkSchema, {
      path: API.annotated,
      query: queryOf({ name: 'patients.csv' }),
    });
    expect(new URL(url).pathname).toBe('/reports/rouen/patients.csv.annotated.csv');
  });

  it('withdraws a file, if it is still the one that was seen; its versions stay, and it can be sent again', async () => {
    const { world, ask, secret, rouen, send, fileNamed } = await study();
    const seen = await send('patients.csv', patients(1));
    const now = await send('patients.csv', patients(1, 2));
    await drain(world);
    const withdrawing = (version: string) => ({
      method: 'DELETE',
      path: API.file,
      query: queryOf({ name: 'patients.csv', version }),
    });
    expect((await ask({ ...withdrawing(seen), secret })).status).toBe(409);
    expect((await fileNamed('patients.csv')).state).toBe('accepted');
    const { status } = await ask({ ...withdrawing(now), secret });
    expect(status).toBe(200);
    // S3 tells of it.
    world.tell('uploads/rouen/patients.csv');
    await drain(world);
    const file = await fileNamed('patients.csv');
    expect(file).toMatchObject({ state: 'withdrawn', since: null, newest: null, inForce: null });
    expect(file.history.map(({ what }) => what)).toEqual(['withdrawn', 'sent', 'sent']);
    expect((await ask({ ...withdrawing(now), secret })).status).toBe(404);
    const readAgain = { path: API.file, query: queryOf({ name: 'patients.csv', version: now }) };
    expect((await ask({ ...readAgain, secret })).status).toBe(404);
    world.pass(MINUTE);
    const again = await send('patients.csv', patients(2));
    await drain(world);
    expect(await fileNamed('patients.csv')).toMatchObject({
      state: 'accepted',
      inForce: { versionId: again, rows: 1 },
    });
    const { url } = await rouen(linkSchema, {
      ...readAgain,
      query: queryOf({ name: 'patients.csv', version: again }),
    });
    expect(new URL(url).searchParams.get('versionId')).toBe(again);
  });

  it('reads the latest page, once there is one, at the bucket’s address and not at the desk’s', async () => {
    const { world, rouen, send } = await study();
    expect(await rouen(latestAnswerSchema, { path: API.latest })).toEqual({ latest: null });
    await send('patients.csv', patients(1));
    await night(world);
    const { latest } = await rouen(latestAnswerSchema, { path: API.latest });
    const { origin, pathname } = new URL(latest?.page?.url ?? '');
    expect([origin, pathname]).toEqual([
      'https://the-bucket.s3.eu-west-3.amazonaws.com',
      '/results/latest.html',
    ]);
  });

  it('is told nothing of another centre', async () => {
    const { world, ask, secret, send } = await study();
    world.upload('uploads/lille/their patients.csv', patients(3));
    world.upload('uploads/lille/rouen.csv', patients(4));
    await send('patients.csv', patients(1));
    await night(world);
    for (const path of [API.session, API.files, API.latest]) {
      const { status, text, requests } = await ask({ path, secret });
      expect(status).toBe(200);
      expect(text).not.toMatch(/lille|their/);
      expect(requests.filter((request) => request.includes('lille'))).toEqual([]);
    }
  });
});

describe('a coordinator at the desk', () => {
  it('sees how every centre stands in counts, times and codes: no name of a file, and no cell', async () => {
    const { world, ask, coordinator, send } = await study();
    await send('Mme Dupont.csv', patients(1, 2));
    await send('pairs.csv', pairs(100, 1));
    world.upload('uploads/lille/Mme Dupont.csv', patientsOfWrongSex(3));
    await night(world);
    world.pass(MINUTE);
    world.upload('uploads/rouen/pairs.csv', pairs(200, 1, 2));
    const state = await coordinator(studySchema, { path: API.study });
    const [lille, rouen] = state.centres;
    expect(lille).toMatchObject({
      centre: 'lille',
      ofTheStudy: true,
      refused: [{ table: 'patients', stillInForce: false, problems: [{ count: 1 }] }],
      tables: { patients: { files: 0, rows: 0, newestAt: null, entering: null } },
      examining: { files: 0, since: null },
    });
    expect(rouen).toMatchObject({
      centre: 'rouen',
      tables: { patients: { files: 1, rows: 2, entering: { patients: 1 } }, pairs: { files: 1, rows: 1 } },
      refused: [],
      examining: { files: 1 },
    });
    expect(state.published).toMatchObject({ pending: [], behind: 0 });
    const link = await invited(world, { centre: null, role: 'coordinator' });
    for (const path of [API.study, API.results, API.session, API.latest]) {
      const { text } = await ask({ path, secret: link });
      for (const word of [...PRIVATE, 'Dupont', 'pairs.csv']) expect(text).not.toContain(word);
    }
  });

  it('lists results, compares two, freezes one for good, and finds the name taken', async () => {
    const { world, ask, coordinator, send } = await study(studyComputation);
    await send('patients.csv', patients(1));
    await night(world);
    await send('Mme Dupont.csv', patients(2));
    await night(world);
    const { results } = await coordinator(resultsSchema, { path: API.results });
    const [after, before] = results;
    expect(results.map(({ latest }) => latest).slice(0, 1)).toEqual([true]);
    expect(after).toMatchObject({ files: 2, rows: { patients: 2 }, frozen: [] });
    const query = queryOf({ from: before?.id ?? '', to: after?.id ?? '' });
    const difference = await coordinator(differenceSchema, { path: API.difference, query });
    expect(difference).toMatchObject({ sameCode: true, terms: [], files: [{ centre: 'rouen', added: 1 }] });
    expect(difference.sameFigures).toBe(false);
    expect(difference.tables.map(({ table }) => table)).toContain('flow');
    expect(JSON.stringify(difference)).not.toContain('Dupont');

    const body = { id: before?.id, name: 'article-2026', why: 'submitted' };
    const freezing = { method: 'POST', path: API.freeze, body };
    const frozen = await coordinator(frozenResultSchema, freezing);
    expect(frozen).toMatchObject({ id: before?.id, name: 'article-2026', by: 'A. Durand', why: 'submitted' });
    const link = await invited(world, { centre: null, role: 'coordinator' });
    const again = { ...freezing, body: { ...body, id: after?.id } };
    expect((await ask({ ...again, secret: link })).status).toBe(409);
    const listed = await coordinator(resultsSchema, { path: API.results });
    expect(listed.results.find(({ id }) => id === before?.id)?.frozen).toEqual(['article-2026']);
    for (const name of ['latest', '../x', 'Article', 'abcdef', '']) {
      const { status } = await ask({ ...freezing, body: { ...body, name }, secret: link });
      expect([name, status]).toEqual([name, 400]);
    }
  });

  it('freezes no result of which a file is another one, and says of one without tables that it was cleared', async () => {
    const { world, ask, coordinator, send } = await study();
    await send('patients.csv', patients(1));
    await night(world);
    const { results } = await coordinator(resultsSchema, { path: API.results });
    expect(results).toMatchObject([{ latest: true, cleared: false }]);
    const id = results[0]?.id ?? '';
    world.tamper(`results/${id}/tables.json`, '{"tables":[]}');
    const link = await invited(world, { centre: null, role: 'coordinator' });
    const body = { id, name: 'article-2026', why: 'submitted' };
    expect((await ask({ method: 'POST', path: API.freeze, body, secret: link })).status).toBe(409);
    world.tamper(`results/${id}/tables.json`, undefined);
    expect((await ask({ method: 'POST', path: API.freeze, body, secret: link })).status).toBe(410);
    const cleared = { path: API.difference, query: queryOf({ from: id, to: id }), secret: link };
    const { status, text } = await ask(cleared);
    expect([status, text]).toEqual([410, expect.stringContaining(clearedResult().fr)]);
    expect((await coordinator(resultsSchema, { path: API.results })).results).toMatchObject([
      { id, cleared: true },
    ]);
    const nothing = { ...body, id: 'a'.repeat(32) };
    expect((await ask({ method: 'POST', path: API.freeze, body: nothing, secret: link })).status).toBe(404);
    expect(world.bucket.keys('results/frozen/')).toEqual([]);
  });
});

describe('the log of the desk', () => {
  it('has a line for each request: route, status, centre, time; no secret, no name of a file, no cell', async () => {
    const { world, ask, secret, send, fileNamed } = await study();
    const version = await send('Mme Dupont.csv', patients(1));
    await drain(world);
    await fileNamed('Mme Dupont.csv');
    await ask({ path: API.file, query: queryOf({ name: 'Mme Dupont.csv', version }), secret });
    await ask({ path: API.files, secret: 'guessed' });
    await ask({ path: '/Mme%20Dupont' });
    const lines = world.logLines.filter((line) => line.includes('desk-'));
    expect(lines).toHaveLength(5);
    for (const line of lines) {
      expect(line).not.toMatch(/Dupont|guessed/);
      for (const word of [...PRIVATE, secret, secret.slice(0, 10)]) expect(line).not.toContain(word);
      expect(Object.keys(JSON.parse(line))).toEqual([
        'event',
        'route',
        'link',
        'centre',
        'status',
        'milliseconds',
      ]);
    }
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({
      route: 'GET /api/file',
      centre: 'rouen',
      status: 200,
    });
    expect(JSON.parse(lines[3] ?? '')).toMatchObject({ route: 'GET /api/files', centre: null, status: 401 });
    expect(JSON.parse(lines[4] ?? '')).toMatchObject({ route: null, status: 404 });
  });
});
