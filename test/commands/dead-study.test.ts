import { createServer, type RequestListener, type Server } from 'node:http';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';

const TIMERS = 'node:timers/promises';

// All that is waited for between two questions is over at once, and after the tests never: the watch over the database of a
// command whose connections are cut goes on until the process ends, which here runs other files' tests.
let isOver = false;
vi.doMock(TIMERS, () => ({
  setTimeout: () => new Promise<void>((resolve) => void (isOver || setImmediate(resolve))),
}));
// The files of a worker share their modules: those that have the real timers already are loaded anew here, and once more after it.
vi.resetModules();
const { ctmriIn } = await import('./called.ts');
afterAll(() => {
  isOver = true;
  vi.doUnmock(TIMERS);
  vi.resetModules();
});

const NAMES = ['Bucket', 'Table', 'IngestFunction', 'StatisticsFunction', 'ReportFunction', 'DeskFunction'];
const QUEUES = ['UploadQueue', 'DeadLetterQueue', 'StatisticsFailureQueue', 'ReportFailureQueue', 'Desk'];

/** What CloudFormation tells of the study. */
function described(endpoint: string): string {
  const outputs = [
    ...NAMES.map((name) => [`${name}Name`, 'study'] as const),
    ...QUEUES.map((name) => [`${name}Url`, `${endpoint}/study`] as const),
  ].map(
    ([name, value]) => `<member><OutputKey>${name}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  return `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member>
<StackName>CtMriStudy</StackName><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2026-11-26T15:00:00Z</CreationTime>
<Outputs>${outputs.join('')}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
}

let server: Server;

/** An emulator that says where the study is, and then does with each request what it is told. */
async function emulator(afterwards: RequestListener): Promise<NodeJS.ProcessEnv> {
  let isFound = false;
  server = createServer((request, response) => {
    if (isFound) return afterwards(request, response);
    isFound = true;
    return void response.setHeader('connection', 'close').end(described(`http://${request.headers.host}`));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return { AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` };
}

const own = { ...process.env };
afterEach(() => {
  server.closeAllConnections();
  server.close();
  vi.restoreAllMocks();
  process.env = { ...own };
});

describe.each([
  ['status'],
  ['results'],
  ['recompute'],
  ['redrive'],
  ['upload', 'rouen', 'test/cohort/thesis/rouen/pairs.csv'],
])('ctmri %s', (...words) => {
  it('is given up, and says what is dead, where nothing answers any more', async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(20));
    const environment = await emulator(() => {});
    const { exitCode, reported } = await ctmriIn(environment, '--lang', 'en', ...words);
    expect(exitCode).toBe(3);
    expect(reported).toContain(`The database behind ${environment['AWS_ENDPOINT_URL']} no longer answers`);
    expect(reported).toContain('npm run ctmri -- stop');
  });

  it('says that the emulator has ended where its connections are cut', async () => {
    const environment = await emulator((request) => void request.socket.destroy());
    const { exitCode, reported } = await ctmriIn(environment, '--lang', 'en', ...words);
    expect(exitCode).toBe(3);
    expect(reported).toMatch(/^http:.* no longer answers \(E\w+\)\. .* npm start starts it again/m);
  });
});
