import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { listInvitations } from '#cdk/commands/invitations/invitations.ts';
import { inviteTo } from '#cdk/commands/invitations/invite.ts';
import { revokeLink } from '#cdk/commands/invitations/revoke.ts';
import { sampleLink } from '#cdk/commands/invitations/sample-link.ts';
import { invitationReader } from '#functions/desk/invitation-reader.ts';
import { INVITATIONS } from '#shared/desk/invitation.ts';
import { emptyTable } from '#test/functions/world/table.ts';
import { answerOfDynamoDb } from '#test/functions/world/table-requests.ts';
import { answeringLambda, answeringTable } from './answering-clients.ts';
import { OUTPUTS } from './bucket-in-memory.ts';
import { ctmri } from './called.ts';
import { optionsOf, terminalIn } from './terminal-in-memory.ts';

const CENTRES = ['rouen', 'caen'];
const NOW = new Date('2026-11-26T08:00:00Z');
const DAY = 24 * 60 * 60 * 1000;
const daysLater = (days: number) => new Date(NOW.getTime() + days * DAY);
const DR_MARTIN = { role: 'centre', centre: 'rouen', name: 'Dr Martin', days: 90 } as const;
const DURAND = { role: 'coordinator', centre: null, name: null, days: 1 } as const;

function study() {
  const table = emptyTable();
  const Variables = { CENTRES: CENTRES.join(','), RULES: 'rules', CODE_VERSION: '1' };
  const database = answeringTable((command, input) => answerOfDynamoDb(table, command, input, 'whole'));
  const connection = {
    database,
    lambda: answeringLambda(() => ({ $metadata: {}, Environment: { Variables } })),
    outputs: OUTPUTS,
  };
  const linkFor = async (wanted: typeof DR_MARTIN | typeof DURAND, now = NOW) => {
    const { terminal, printed } = terminalIn('en');
    await inviteTo(connection, wanted, optionsOf(), terminal, now);
    return printed();
  };
  const opens = (link: string, now: Date) =>
    invitationReader(database, OUTPUTS.TableName, CENTRES, () => now)(link.split('#')[1] ?? '');
  return { table, connection, linkFor, opens };
}

describe('ctmri invite', () => {
  it('prints a link once, which opens the desk for that centre until it ends, and no longer', async () => {
    const { linkFor, opens } = study();
    const link = await linkFor(DR_MARTIN);
    expect(link).toMatch(/^https:\/\/desk\.test\/#[\w-]{43}$/);
    expect(await opens(link, daysLater(89.99))).toMatchObject({
      role: 'centre',
      centre: 'rouen',
      name: 'Dr Martin',
    });
    expect(await opens(link, daysLater(90))).toBeUndefined();
  });

  it('makes another secret each time, and keeps none of them', async () => {
    const { linkFor, table } = study();
    const secrets = [await linkFor(DR_MARTIN), await linkFor(DR_MARTIN)].map(
      (link) => link.split('#')[1] ?? '',
    );
    expect(new Set(secrets).size).toBe(2);
    const kept = JSON.stringify(table.partition(INVITATIONS));
    expect(table.partition(INVITATIONS)).toHaveLength(2);
    for (const secret of secrets) expect(kept).not.toContain(secret);
  });

  it('tells how long it is good and how to end it, beside the link and not in it', async () => {
    const { connection } = study();
    const { terminal, reported } = terminalIn('fr');
    await inviteTo(connection, DURAND, optionsOf(), terminal, NOW);
    expect(reported()).toMatch(/jusqu’au 2026-11-27 .* npm run ctmri -- revoke [0-9a-f]{8}$/);
  });

  it('invites nobody of a centre that the study does not have', async () => {
    const { connection, table } = study();
    const { terminal } = terminalIn('en');
    const wanted = { ...DR_MARTIN, centre: 'lille' };
    await expect(inviteTo(connection, wanted, optionsOf(), terminal, NOW)).rejects.toThrow(
      'lille is no centre of the deployed study (rouen, caen).',
    );
    expect(table.partition(INVITATIONS)).toEqual([]);
  });

  it.each([
    [[], /Name a centre, or say --coordinator/],
    [['rouen', '--coordinator'], /Name a centre, or say --coordinator/],
    [['rouen', 'caen'], /Name a centre, or say --coordinator/],
    [['rouen', '--days', '0'], /from 1 to 366/],
    [['rouen', '--days', '367'], /from 1 to 366/],
    [['rouen', '--days', '1e2'], /from 1 to 366/],
    [['rouen', '--name', 'x'.repeat(81)], /at most 80 characters/],
    [['rouen', '--name', 'a\u202Eb'], /at most 80 characters/],
  ])('does not take %j', async (words, said) => {
    const { exitCode, reported } = await ctmri('invite', ...words);
    expect(exitCode).toBe(2);
    expect(reported).toMatch(said);
  });
});

describe('npm start', () => {
  it('ends with a link to the desk of a centre, which is good for a day', async () => {
    const { connection, opens } = study();
    const { en, fr } = await sampleLink(connection, NOW);
    const link = en.split(' ').at(-1) ?? '';
    expect(fr.endsWith(` ${link}`)).toBe(true);
    expect(await opens(link, daysLater(0.99))).toMatchObject({ centre: 'rouen', name: 'npm start' });
    expect(await opens(link, daysLater(1))).toBeUndefined();
  });
});

const listedSchema = z.array(z.object({ id: z.string(), state: z.string(), name: z.string().nullable() }));

describe('ctmri invitations', () => {
  it('lists the newest first, with their states and without their secrets', async () => {
    const { connection, linkFor } = study();
    const link = await linkFor(DR_MARTIN);
    await linkFor(DURAND, daysLater(1));
    const { terminal, printed } = terminalIn('fr');
    await listInvitations(connection, optionsOf(), terminal, daysLater(3));
    expect(printed()).toMatch(/coordinateur .*échu[\s\S]*rouen .*Dr Martin .*2027-02-24 .*valable/);
    expect(printed()).not.toContain(link.split('#')[1]);
  });

  it('says so where there is none', async () => {
    const { terminal, printed } = terminalIn('en');
    await listInvitations(study().connection, optionsOf(), terminal, NOW);
    expect(printed()).toBe('No link was made. To make one: npm run ctmri -- invite CENTRE');
  });
});

describe('ctmri revoke', () => {
  it('ends the link that is meant and no other, and says so again the second time', async () => {
    const { connection, linkFor, opens } = study();
    const [link, other] = [await linkFor(DR_MARTIN), await linkFor(DR_MARTIN)];
    const id = (await opens(link, NOW))?.id.slice(0, 8) ?? '';
    const { terminal, printed } = terminalIn('en');
    await revokeLink(connection, id, optionsOf(), terminal, NOW);
    await revokeLink(connection, id, optionsOf(), terminal, daysLater(1));
    expect(printed()).toContain(`The link ${id} (rouen, Dr Martin) is good for nothing any more.`);
    expect(await opens(link, NOW)).toBeUndefined();
    expect(await opens(other, NOW)).toBeDefined();
    const listed = terminalIn('en');
    await listInvitations(connection, optionsOf({ json: 'true' }), listed.terminal, NOW);
    const states = listedSchema.parse(listed.json()).map(({ state }) => state);
    expect(states.toSorted()).toEqual(['good', 'revoked']);
    expect(listed.json()).toContainEqual(expect.objectContaining({ id, revoked: NOW.toISOString() }));
  });

  it('does not guess: an unknown id is an error, and so is one of fewer than eight digits', async () => {
    const { connection } = study();
    const { terminal } = terminalIn('en');
    await expect(revokeLink(connection, '0'.repeat(8), optionsOf(), terminal, NOW)).rejects.toThrow(
      '00000000 is the id of no link.',
    );
    expect((await ctmri('revoke', '3f9a')).exitCode).toBe(2);
    expect((await ctmri('revoke')).exitCode).toBe(2);
  });
});
