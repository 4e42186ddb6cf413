import { describe, expect, it } from 'vitest';
import { type IngestPorts, ingestUpload } from '#functions/ingest/ingest-upload.ts';
import { logTo } from '#functions/log.ts';
import { LATEST_RESULT } from '#shared/storage/bucket-keys.ts';
import { everythingWrong } from './oracle/everything.ts';
import { reportOf } from './oracle/reports.ts';
import { drain, finish } from './world/deliveries.ts';
import { ingestPorts } from './world/ports.ts';
import { pairs, patients } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';

type Step = Exclude<keyof IngestPorts, 'centres' | 'examination' | 'desk' | 'now' | 'pause' | 'log'>;

/** Without some there is no verdict yet, or nowhere to write it; on the others the verdict does not depend. */
const STEPS = {
  readReport: 'needed',
  readHead: 'needed',
  listVersions: 'needed',
  isWhole: 'needed',
  readVersion: 'needed',
  readOtherRows: 'needed',
  stageRows: 'needed',
  commitHead: 'needed',
  writeReport: 'needed',
  recallTold: 'beside',
  markGenerationIdle: 'beside',
  askForStatistics: 'beside',
  readWholeRows: 'beside',
  noteAnswered: 'beside',
  claimTelling: 'beside',
  endTelling: 'beside',
  mailTo: 'beside',
} as const satisfies Readonly<Record<Step, 'needed' | 'beside'>>;
const stepsThatAre = (kind: 'needed' | 'beside') =>
  Object.entries(STEPS).flatMap(([step, its]) => (its === kind ? [step] : []));

/** A study in which a file is replaced, whose ingest fails at one step as often as it is tried. */
async function replacedWhile(step: string) {
  const world = createWorld();
  world.upload(KEY, patients(1, 2));
  world.upload('uploads/rouen/pairs.csv', pairs(100, 1, 2));
  await drain(world);
  const { versionId } = world.upload(KEY, patients(1, 3));
  const ports = ingestPorts({
    deployment: world.deployment(),
    now: () => new Date(world.now()),
    log: logTo(
      (line) => void world.logLines.push(line),
      () => new Date(world.now()),
    ),
  });
  const fail = () => {
    throw new Error(`${step} is out of order`);
  };
  const failing = { ...ports, [step]: step === 'mailTo' ? () => async () => fail() : async () => fail() };
  const [message] = world.messages.splice(0);
  for (let attempt = 0; attempt < 5; attempt++) {
    await world.run(() => ingestUpload(failing, KEY));
    await finish(world);
  }
  return { world, versionId, message: message ?? '' };
}

/** The message is taken up again once everything works: everything is right. */
async function takenUp(world: World, message: string): Promise<void> {
  world.messages.push(message);
  await drain(world);
  expect(await everythingWrong(world)).toEqual([]);
}

describe('a step of ingest that fails as often as it is tried', () => {
  it.each(stepsThatAre('beside'))('%s does not keep the verdict from its sender', async (step) => {
    const { world, versionId, message } = await replacedWhile(step);
    expect(reportOf(world, KEY)).toMatchObject({ versionId, verdict: 'accepted', rows: 2 });
    await takenUp(world, message);
    expect(reportOf(world, KEY)?.changes).toEqual({ added: 1, changed: 0, removed: 1 });
  });

  it('readWholeRows: the report says that nothing can be compared', async () => {
    const { world } = await replacedWhile('readWholeRows');
    expect(reportOf(world, KEY)?.changes).toBeNull();
    const text = new TextDecoder().decode(world.bucket.current('reports/rouen/patients.csv.txt')?.bytes);
    expect(text).toContain('against before: this can no longer be said');
  });

  it('askForStatistics: the tables follow when the message comes back', async () => {
    const { world, message } = await replacedWhile('askForStatistics');
    const before = world.bucket.current(LATEST_RESULT)?.versionId;
    expect(world.requests).toEqual([]);
    await takenUp(world, message);
    expect(world.bucket.current(LATEST_RESULT)?.versionId).not.toBe(before);
  });

  it.each(stepsThatAre('needed'))(
    '%s: the report is of the new version when the message comes back',
    async (step) => {
      const { world, versionId, message } = await replacedWhile(step);
      expect(world.errors).toHaveLength(5);
      await takenUp(world, message);
      expect(reportOf(world, KEY)).toMatchObject({ versionId, verdict: 'accepted', rows: 2 });
    },
  );
});
