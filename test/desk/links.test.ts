import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ROUTES } from '#functions/desk/routes.ts';
import { API } from '#shared/desk/api.ts';
import { createWorld } from '#test/functions/world/world.ts';
import { askedDesk } from './asked-desk.ts';
import { invited, secretOf } from './invited.ts';

const DAY = 24 * 60 * 60 * 1000;

async function desk() {
  const world = createWorld();
  const later = (days: number) => new Date(world.now() + days * DAY).toISOString();
  const good = await invited(world, { centre: 'rouen', expires: later(1) });
  return { world, later, good, ask: askedDesk(world) };
}

describe('a link', () => {
  it('opens the desk for its centre, and tells for whom and until when', async () => {
    const { ask, good, later } = await desk();
    const expires = later(1);
    const { status, json } = await ask({ path: API.session, secret: good });
    expect(status).toBe(200);
    expect(json()).toMatchObject({ role: 'centre', centre: 'rouen', name: 'Dr Martin', expires });
  });

  const never = secretOf('nobody was given this one');
  it.each<[string, (good: string) => string | undefined]>([
    ['without any', () => undefined],
    ['with an empty one', () => ''],
    ['with a guessed one', () => never],
    ['with one that lacks its last sign', (good) => good.slice(0, -1)],
    ['with one sign more', (good) => `${good}A`],
    ['with the case of a letter changed', (good) => good.toLowerCase()],
    ['with what is stored of it', (good) => createHash('sha256').update(good).digest('hex')],
    ['with two', (good) => `${good} ${good}`],
    ['with one in other words', (good) => `${good}=`],
    ['with 100 kB', () => 'A'.repeat(100_000)],
  ])('%s it does not: the same answer, after the same one look into the table', async (_, secretFrom) => {
    const { ask, good } = await desk();
    const expected = await ask({ path: API.files, secret: never });
    const secret = secretFrom(good);
    const answer = await ask({ path: API.files, ...(secret !== undefined && { secret }) });
    expect(answer.status).toBe(401);
    expect({ ...answer, json: null }).toEqual({ ...expected, json: null });
    expect(answer.requests).toEqual(['GetItemCommand INVITATIONS']);
  });

  it.each([
    ['that ended a moment ago', { expires: '2026-11-02T08:00:00.000Z' }],
    ['that was revoked', { revoked: '2026-11-02T07:00:00.000Z' }],
    ['of a centre that left the study', { centre: 'caen' }],
  ])('%s opens nothing, and does not say that it ever did', async (_, difference) => {
    const { ask, world } = await desk();
    const secret = await invited(world, { centre: 'rouen', ...difference }, secretOf('another'));
    const [answer, expected] = [
      await ask({ path: API.files, secret }),
      await ask({ path: API.files, secret: never }),
    ];
    expect(answer.status).toBe(401);
    expect({ ...answer, json: null }).toEqual({ ...expected, json: null });
  });

  it('is not taken from anywhere but the one header', async () => {
    const { ask, good } = await desk();
    const attempts = [
      { query: `secret=${good}&authorization=Bearer%20${good}` },
      { headers: { authorization: good } },
      { headers: { authorization: `Basic ${good}` } },
      { headers: { authorization: `bearer ${good}` } },
      { headers: { cookie: `secret=${good}` } },
      { headers: { 'x-authorization': `Bearer ${good}` } },
    ];
    for (const attempt of attempts) expect((await ask({ path: API.files, ...attempt })).status).toBe(401);
  });

  it('of a centre opens nothing of a coordinator’s, and the other way round', async () => {
    const { ask, world, good } = await desk();
    const coordinator = await invited(world, { centre: null, role: 'coordinator' });
    let refused = 0;
    for (const { method, path, roles } of ROUTES) {
      for (const [role, secret] of [['centre', good] as const, ['coordinator', coordinator] as const]) {
        if (roles.includes(role)) continue;
        const { status, requests } = await ask({ method, path, secret });
        expect({ method, path, role, status }).toEqual({ method, path, role, status: 403 });
        expect(requests).toEqual(['GetItemCommand INVITATIONS']);
        refused += 1;
      }
    }
    expect(refused).toBe(10);
  });

  it('is needed for every address of the API', async () => {
    const { ask } = await desk();
    for (const { method, path } of ROUTES) expect((await ask({ method, path })).status).toBe(401);
    expect(new Set(ROUTES.map(({ path }) => path))).toEqual(new Set(Object.values(API)));
  });
});
