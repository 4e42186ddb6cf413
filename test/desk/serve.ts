/*
 * The desk on this computer without any AWS: `npx node test/desk/serve.ts`. The real handler answers, on the simulated world
 * of the tests with a sample cohort; what is sent is examined, and results are published. The page is built anew
 * whenever it is loaded. Ports: 4580 and 4581, or those of `--port N` and N + 1.
 */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readCohort } from '#cdk/commands/files.ts';
import { deskPage } from '#cdk/desk-page.ts';
import { studyComputation } from '#shared/analyses/study-computation.ts';
import { linkOf } from '#shared/desk/invitation.ts';
import { reportFiles } from '#shared/result-report/report-files.ts';
import { uploadKey } from '#shared/storage/bucket-keys.ts';
import { createWorld, type World } from '#test/functions/world/world.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { bucketServer } from './bucket-server.ts';
import { deskIn } from './desk-in-world.ts';
import { eventOf } from './event.ts';
import { invited } from './invited.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4580' }, cohort: { type: 'string', default: 'thesis' } },
});
const port = Number(values.port);
const desk = `http://127.0.0.1:${port}`;
const bucket = `http://127.0.0.1:${port + 1}`;
/** For how long a file waits before it is looked at, so that the page can be seen waiting. */
const EXAMINATION_MILLISECONDS = 1_500;
/** The centres sent their files one day after the other. */
const DAY_MILLISECONDS = 24 * 60 * 60 * 1_000;

const world = createWorld({ computation: studyComputation, render: () => reportFiles });
const cohort = await readCohort(join(SAMPLE_COHORTS_FOLDER, values.cohort));
world.redeploy({ centres: [...cohort.keys()] });
world.ask('schedule');
for (const [centre, files] of cohort) {
  world.pass(DAY_MILLISECONDS);
  for (const { name, bytes } of files) world.upload(uploadKey(centre, name), bytes);
}
const [first = '', second = ''] = cohort.keys();
world.upload(uploadKey(second, 'more patients.csv'), 'patient_id;sex\nX-1;?\n');

const asHandler = () =>
  deskIn(world, {
    page: new Map(
      deskPage().map(({ path, contents }) => [path === 'index.html' ? '/' : `/${path}`, contents]),
    ),
    endpoint: bucket,
    log: console.log,
  });
let handler = asHandler();

createServer(async (request, response) => {
  if (request.url === '/') handler = asHandler();
  const { statusCode, headers, body } = await handler(await eventOf(request));
  response.writeHead(statusCode, headers).end(Buffer.from(body, 'base64'));
}).listen(port, '127.0.0.1');
createServer(bucketServer(world, desk)).listen(port + 1, '127.0.0.1');

await liveOn(world, 0, () => outstanding(world) + world.liveRuns() === 0);
for (const centre of cohort.keys())
  console.log(centre.padEnd(12), linkOf(`${desk}/`, await invited(world, { centre })));
const coordinator = await invited(world, { centre: null, role: 'coordinator', name: 'A. Durand' });
console.log('coordinator'.padEnd(12), linkOf(`${desk}/`, coordinator));
const expired = await invited(world, { centre: first, expires: '2026-01-01T00:00:00.000Z' }, 'expired');
console.log('expired'.padEnd(12), linkOf(`${desk}/`, expired));
await liveOn(world, EXAMINATION_MILLISECONDS, () => false);

/** Carries out what the world's functions ask for, and starts them, until it is over. */
async function liveOn(world: World, wait: number, isOver: () => boolean): Promise<void> {
  let waitsSince: number | undefined;
  while (!isOver()) {
    world.pass(Math.max(0, Date.now() - world.now()));
    const [call] = world.calls();
    if (call !== undefined) {
      await world.release(call, undefined, 0);
      continue;
    }
    if (outstanding(world) === 0) waitsSince = undefined;
    else waitsSince ??= Date.now();
    const isTime = waitsSince !== undefined && Date.now() - waitsSince >= wait && world.liveRuns() === 0;
    if (isTime) await begun(world);
    else await setTimeout(5);
  }
}

function outstanding({ messages, requests, reportRequests }: World): number {
  return messages.length + requests.length + reportRequests.length;
}

function begun({ messages, requests, deliver, answerRequest, answerReportRequest }: World): Promise<unknown> {
  if (messages.length > 0) return deliver();
  return requests.length > 0 ? answerRequest() : answerReportRequest();
}
