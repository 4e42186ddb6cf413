import { describe, expect, it } from 'vitest';
import { MAIL_NOT_SENT } from '#functions/log.ts';
import { reportKeys } from '#shared/storage/bucket-keys.ts';
import { TOLD } from '#shared/storage/item-keys.ts';
import { everythingWrong } from './oracle/everything.ts';
import { atEveryRequest, drain, finish, finishWithFault, night, releaseUntil } from './world/deliveries.ts';
import { RULE_SETS } from './world/rule-sets.ts';
import { FAULTS } from './world/run.ts';
import { patients, patientsOfWrongSex } from './world/study-files.ts';
import { leakedByMail, mailsTo, untold } from './world/told.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';

/** What became of the files that the mails to Rouen speak of, in the words of their subjects. */
const toldInRouen = (world: World): readonly string[] =>
  mailsTo(world, 'rouen').map(({ subject }) => subject.split(' / ')[1] ?? subject);

const wrongThenMended = async (): Promise<World> => {
  const world = createWorld();
  world.upload(KEY, patientsOfWrongSex(1));
  await drain(world);
  world.upload(KEY, patients(1, 2));
  await drain(world);
  return world;
};

describe('a centre is told by mail', () => {
  it('what became of its file: refused, accepted once mended, withdrawn', async () => {
    const world = await wrongThenMended();
    world.remove(KEY);
    await drain(world);
    expect(toldInRouen(world)).toEqual(['REFUSED', 'ACCEPTED', 'WITHDRAWN']);
    expect(mailsTo(world, 'lille')).toEqual([]);
    expect(leakedByMail(world)).toEqual([]);
    expect(untold(world)).toEqual([]);
  });

  it('that its file lies where none can be read, in its own folder', async () => {
    const world = createWorld();
    world.upload('uploads/rouen/patients.xlsx', 'PK');
    await drain(world);
    expect(mailsTo(world, 'rouen').map(({ subject }) => subject)).toEqual([
      'Étude TDM–IRM, rouen – un fichier : REFUSÉ / a file: REFUSED',
    ]);
  });

  it('what new rules make of a file, and what they make of it later', async () => {
    const world = createWorld();
    world.upload(KEY, patients(3));
    await drain(world);
    world.redeploy({ examination: RULE_SETS.ruleMore });
    await night(world);
    world.redeploy({ examination: RULE_SETS.today });
    await night(world);
    expect(toldInRouen(world)).toEqual(['ACCEPTED', 'REFUSED', 'ACCEPTED']);
  });

  it('that its file counts now because another one went', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1));
    await drain(world);
    world.wait(1);
    world.upload('uploads/rouen/patients-2021.csv', patients(1));
    await drain(world);
    world.remove(KEY);
    await drain(world);
    expect(toldInRouen(world)).toEqual(['ACCEPTED', 'REFUSED', 'WITHDRAWN', 'ACCEPTED']);
  });
});

describe('a centre is not told', () => {
  it('what it knows: an event once more, the night, other rules that find the same, the same file again', async () => {
    const world = await wrongThenMended();
    const told = toldInRouen(world).length;
    world.tell(KEY);
    await drain(world);
    await night(world);
    world.redeploy({ examination: RULE_SETS.columnLess });
    await night(world);
    world.upload(KEY, patients(1, 2));
    await drain(world);
    expect(toldInRouen(world).length).toBe(told);
  });

  it('twice that the same wrong file is refused, nor that a file which is gone is gone', async () => {
    const world = createWorld();
    world.upload(KEY, patientsOfWrongSex(1));
    await drain(world);
    world.upload(KEY, patientsOfWrongSex(1));
    await drain(world);
    world.remove(KEY);
    await drain(world);
    world.tell(KEY);
    await drain(world);
    expect(toldInRouen(world)).toEqual(['REFUSED', 'WITHDRAWN']);
  });

  it('of a file in the folder of nobody, or of a centre that is none any more', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1));
    world.upload('uploads/nowhere/patients.csv', patients(1));
    world.upload('uploads/rouen/2021/patients.csv', patients(1));
    await drain(world);
    world.redeploy({ centres: ['lille'] });
    await night(world);
    const topics = world.mails.map(({ topic }) => topic.split('-').at(-1));
    expect(topics.filter((topic) => topic !== 'Results')).toEqual(['rouen']);
  });

  it('once more where the table was lost, or of what an earlier release answered', async () => {
    const world = await wrongThenMended();
    world.loseItems(() => true);
    await night(world);
    expect(toldInRouen(world)).toEqual(['REFUSED', 'ACCEPTED']);
    world.redeploy({ examination: RULE_SETS.ruleLess });
    world.loseItems(({ pk }) => pk === TOLD);
    await night(world);
    expect(toldInRouen(world)).toEqual(['REFUSED', 'ACCEPTED']);
  });

  it('once more where its report was deleted by hand', async () => {
    const world = await wrongThenMended();
    world.bucket.remove(reportKeys(KEY).json);
    await night(world);
    expect(toldInRouen(world)).toEqual(['REFUSED', 'ACCEPTED']);
  });
});

describe('two deliveries at once', () => {
  it('tell once, wherever the second one overtakes the first', async () => {
    let tells = 0;
    for (let steps = 0; ; steps++) {
      const world = createWorld();
      world.upload(KEY, patients(1), 'twice');
      const first = await world.deliver();
      for (let made = 0; made < steps && first.state === 'live'; made++) {
        const [next] = first.calls;
        if (next !== undefined) await world.release(next);
      }
      const overtaken = first.state === 'live';
      await world.deliver();
      await finish(world, first);
      await drain(world);
      expect(toldInRouen(world), `after ${steps} requests`).toEqual(['ACCEPTED']);
      tells += 1;
      if (!overtaken) break;
    }
    expect(tells).toBeGreaterThan(15);
  });
});

describe('a mail that fails', () => {
  it('holds up neither the verdict nor the tables, is a line of the log, and is sent by the night', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1));
    const run = await world.deliver();
    await world.release(await releaseUntil(world, run, 'Publish'), 'fails before');
    await drain(world);
    expect(run.state).toBe('ended');
    expect(world.logLines.filter((line) => line.includes(MAIL_NOT_SENT))).toEqual([
      JSON.stringify({ event: MAIL_NOT_SENT, what: KEY, error: 'ServiceUnavailable' }),
    ]);
    expect(await everythingWrong(world)).toEqual([]);
    expect(toldInRouen(world)).toEqual([]);
    await night(world);
    expect(toldInRouen(world)).toEqual(['ACCEPTED']);
  });

  it('is sent by the night also where the file is gone by then', async () => {
    const world = createWorld();
    world.upload(KEY, patients(1));
    await drain(world);
    world.remove(KEY);
    const run = await world.deliver();
    await world.release(await releaseUntil(world, run, 'Publish'), 'fails before');
    await drain(world);
    expect(toldInRouen(world)).toEqual(['ACCEPTED']);
    await night(world);
    expect(toldInRouen(world)).toEqual(['ACCEPTED', 'WITHDRAWN']);
    const [messages, requests] = [world.messages.length, world.logLines.length];
    await night(world);
    expect(world.messages.length).toBe(messages);
    expect(world.logLines.slice(requests).filter((line) => line.includes('withdrawn'))).toEqual([]);
  });

  it.each(FAULTS)('is not lost when any request %s, and is sent twice only then', async (fault) => {
    await atEveryRequest(async (number) => {
      const world = createWorld();
      world.upload(KEY, patients(1));
      const run = await world.deliver();
      const struck = await finishWithFault(world, run, number, fault);
      await drain(world);
      world.wait(6);
      await night(world);
      await night(world);
      const mails = toldInRouen(world);
      expect(mails.length, `${fault}: ${number} ${struck}`).toBeGreaterThanOrEqual(1);
      const isStruck = (request: string) => struck?.startsWith(request) === true;
      const isAfterTheMail =
        isStruck('PutItemCommand TOLD') || (isStruck('Publish') && !fault.endsWith('before'));
      expect(mails.length, `${fault}: ${number} ${struck}`).toBeLessThanOrEqual(isAfterTheMail ? 2 : 1);
      expect(untold(world)).toEqual([]);
      return struck;
    });
  });
});
