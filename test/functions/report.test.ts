import { describe, expect, it } from 'vitest';
import { studyComputation } from '#shared/analyses/study-computation.ts';
import { reportFiles } from '#shared/result-report/report-files.ts';
import { LATEST_REPORT, MANIFEST_FILE, REPORT_FILE, resultFolder } from '#shared/storage/bucket-keys.ts';
import { wrongReportOfLatest } from './oracle/pages.ts';
import { latestIn } from './oracle/published.ts';
import { drain, finish, night, releaseUntil } from './world/deliveries.ts';
import type { Run } from './world/run.ts';
import { lesions, PRIVATE, pairs, patients } from './world/study-files.ts';
import { textAt } from './world/text-at.ts';
import { createWorld, type World } from './world/world.ts';

const KEY = 'uploads/rouen/patients.csv';
const FIGURE = 'figures/flow.fr.svg';

const folderOfLatest = (world: World): string => resultFolder(latestIn(world)?.id ?? '');
const logged = (world: World, event: string): readonly unknown[] =>
  world.logLines.map((line): unknown => JSON.parse(line)).filter((line) => Object(line).event === event);
const versionsOf = (world: World, key: string): number => world.bucket.versions(key).length;

async function published(content = patients(1, 2)): Promise<World> {
  const world = createWorld();
  world.upload(KEY, content);
  await drain(world);
  return world;
}

/** A file is sent and counted, and the run that makes its report has begun. */
async function startedReport(world: World): Promise<Run> {
  world.upload(KEY, patients(1));
  await world.deliver();
  await finish(world);
  await world.answerRequest();
  await finish(world);
  return world.answerReportRequest();
}

/** The report's own clock strikes. */
async function hour(world: World): Promise<void> {
  world.askForReport();
  await drain(world);
}

describe('the report of the latest result', () => {
  it('is there once the result is, and the page that everybody opens is the same', async () => {
    const world = await published();
    const page = textAt(world, folderOfLatest(world) + REPORT_FILE);
    expect(page).toContain('<html>1.0.0 {"patients":2}');
    expect(textAt(world, LATEST_REPORT)).toBe(page);
    expect(wrongReportOfLatest(world)).toEqual([]);
  });

  it('is that of the next result once that is the latest, and the one before keeps its own', async () => {
    const world = await published();
    const [before, page] = [folderOfLatest(world), textAt(world, LATEST_REPORT)];
    world.upload(KEY, patients(3));
    await drain(world);
    expect(folderOfLatest(world)).not.toBe(before);
    expect(wrongReportOfLatest(world)).toEqual([]);
    expect(textAt(world, before + REPORT_FILE)).toBe(page);
  });

  it('is not written a second time where all of it is there', async () => {
    const world = await published();
    await hour(world);
    await night(world);
    const keys = [
      LATEST_REPORT,
      ...[REPORT_FILE, FIGURE, 'rows.fr.csv'].map((name) => folderOfLatest(world) + name),
    ];
    expect(keys.map((key) => versionsOf(world, key))).toEqual([1, 1, 1, 1]);
    expect(logged(world, 'report-up-to-date').at(-1)).toMatchObject({ written: 0 });
  });

  it('tells every hour how old the result is', async () => {
    const world = await published();
    world.wait(90);
    await hour(world);
    const [first, last] = logged(world, 'report-rendered').map((line) =>
      Number(Object(line).ResultAgeMilliseconds),
    );
    expect(first).toBeLessThan(1000);
    expect(Math.floor((last ?? 0) / 60_000)).toBe(90);
  });

  it.each([
    ['deleted', undefined],
    ['written over', '<html>another study</html>'],
  ])('heals when the clock strikes where a file of it was %s', async (_, content) => {
    for (const name of [REPORT_FILE, FIGURE, 'rows.fr.csv']) {
      const world = await published();
      world.tamper(folderOfLatest(world) + name, content);
      world.tamper(LATEST_REPORT, content);
      expect(wrongReportOfLatest(world)).toHaveLength(2);
      await hour(world);
      expect(wrongReportOfLatest(world)).toEqual([]);
      expect(logged(world, 'report-up-to-date').at(-1)).toMatchObject({ written: 2 });
    }
  });

  it('is replaced where an earlier release made it, though the result is the same', async () => {
    const world = createWorld({
      render: (release) => (tables) => new Map([[REPORT_FILE, `${release} ${tables}`]]),
    });
    world.upload(KEY, patients(1));
    await drain(world);
    const id = latestIn(world)?.id;
    world.tamper(LATEST_REPORT, 'of an earlier release');
    world.tamper(folderOfLatest(world) + REPORT_FILE, 'of an earlier release');
    await night(world);
    expect(latestIn(world)?.id).toBe(id);
    expect(textAt(world, LATEST_REPORT)).toBe('1.0.0 {"patients":1}');
  });

  it('is asked for by the clock’s run of statistics too, which finds the result as it was', async () => {
    const world = await published();
    world.tamper(LATEST_REPORT, undefined);
    await night(world);
    expect(wrongReportOfLatest(world)).toEqual([]);
  });
});

describe('where there is nothing to make a report from', () => {
  it('a run says so and ends: nothing is published', async () => {
    const world = createWorld();
    await hour(world);
    expect(logged(world, 'nothing-published')).toHaveLength(1);
    expect(world.bucket.keys('')).toEqual([]);
  });

  it.each(['tables.json', MANIFEST_FILE])('a run names the file and ends: %s is gone', async (file) => {
    const world = await published();
    const page = textAt(world, LATEST_REPORT);
    world.tamper(folderOfLatest(world) + file, undefined);
    await hour(world);
    expect(logged(world, 'result-incomplete')).toEqual([
      { event: 'result-incomplete', id: latestIn(world)?.id, file },
    ]);
    expect([world.errors, textAt(world, LATEST_REPORT)]).toEqual([[], page]);
  });
});

it('tables that are not those of the manifest get no page: a run says so and ends', async () => {
  const world = await published();
  const page = textAt(world, LATEST_REPORT);
  world.tamper(`${folderOfLatest(world)}tables.json`, '{"patients":99}');
  await hour(world);
  expect(logged(world, 'published-result-differs')).toEqual([
    { event: 'published-result-differs', id: latestIn(world)?.id, file: 'tables.json' },
  ]);
  expect([world.errors, textAt(world, LATEST_REPORT)]).toEqual([[], page]);
});

it('a manifest that is none gets no page: a run says so and ends', async () => {
  const world = await published();
  const page = textAt(world, LATEST_REPORT);
  for (const text of ['{"id": ZZ-secret-1', '{"id":"ZZ-secret-1"}']) {
    world.tamper(folderOfLatest(world) + MANIFEST_FILE, text);
    await hour(world);
    expect(logged(world, 'published-result-differs').at(-1)).toEqual({
      event: 'published-result-differs',
      id: latestIn(world)?.id,
      file: MANIFEST_FILE,
    });
  }
  expect(logged(world, 'published-result-differs')).toHaveLength(2);
  expect([world.errors, textAt(world, LATEST_REPORT)]).toEqual([[], page]);
});

it('tables of which no page can be made: one error that names the result and quotes no cell', async () => {
  const world = createWorld({
    render: () => (tables) => new Map([[REPORT_FILE, JSON.parse(`ZZ-secret${tables}`)]]),
  });
  const run = await startedReport(world);
  await finish(world);
  expect(run.error?.message).toBe(
    `no report of ${latestIn(world)?.id} could be made (SyntaxError): see ctmri report`,
  );
  expect(run.error?.cause).toBeUndefined();
});

describe('a run', () => {
  it('writes the page last within its folder, and shows it last of all', async () => {
    const world = createWorld();
    const run = await startedReport(world);
    const folder = folderOfLatest(world);
    await releaseUntil(world, run, `PutObjectCommand ${folder}${REPORT_FILE}`);
    expect([FIGURE, 'rows.fr.csv', REPORT_FILE].map((name) => versionsOf(world, folder + name))).toEqual([
      1, 1, 0,
    ]);
    await releaseUntil(world, run, `PutObjectCommand ${LATEST_REPORT}`);
    expect(versionsOf(world, folder + REPORT_FILE)).toBe(1);
    await finish(world);
    expect(wrongReportOfLatest(world)).toEqual([]);
  });

  it('leaves the page to a newer run after so many rounds, as no failure', async () => {
    const world = await published();
    world.tamper(LATEST_REPORT, 'by hand');
    world.askForReport();
    const run = await world.answerReportRequest();
    for (let round = 0; run.state === 'live'; round++) {
      const [next] = run.calls;
      if (next?.name === `PutObjectCommand ${LATEST_REPORT}`) world.tamper(LATEST_REPORT, `by hand ${round}`);
      if (next !== undefined) await world.release(next);
    }
    expect([run.state, run.error, world.reportRequests]).toEqual(['ended', undefined, []]);
    expect(logged(world, 'left-to-a-newer-run')).toMatchObject([{ rounds: 20 }]);
  });

  it('logs no cell', async () => {
    const world = await published(patients(1, 2, 3));
    expect(world.logLines.filter((line) => PRIVATE.some((word) => line.includes(word)))).toEqual([]);
  });
});

it('a request for a report that fails is a line of the log, and the result stands', async () => {
  const world = createWorld();
  world.upload(KEY, patients(1));
  await world.deliver();
  await finish(world);
  const run = await world.answerRequest();
  await world.release(await releaseUntil(world, run, 'Invoke the-report'), 'fails before');
  await finish(world);
  expect([run.state, world.errors, world.reportRequests]).toEqual(['ended', [], []]);
  expect(logged(world, 'report-not-asked-for')).toEqual([
    { event: 'report-not-asked-for', error: 'ServiceUnavailable' },
  ]);
  await hour(world);
  expect(wrongReportOfLatest(world)).toEqual([]);
});

it('the study’s own report goes the whole way, and again by the clock', async () => {
  const world = createWorld({ computation: studyComputation, render: () => reportFiles });
  world.upload('uploads/rouen/patients.csv', patients(1, 2, 3));
  world.upload('uploads/rouen/pairs.csv', pairs(100, 1, 2, 3));
  world.upload('uploads/lille/patients.csv', patients(1, 2));
  world.upload('uploads/lille/lesions.csv', lesions(1, 1, 2, 3));
  await drain(world);
  expect(wrongReportOfLatest(world)).toEqual([]);
  expect(textAt(world, LATEST_REPORT)).toMatch(/^<!doctype html>/i);
  await night(world);
  expect(logged(world, 'report-up-to-date').at(-1)).toMatchObject({ written: 0 });
  expect(versionsOf(world, LATEST_REPORT)).toBeGreaterThan(0);
});
