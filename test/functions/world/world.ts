import * as z from 'zod';
import { ingestUpload } from '#functions/ingest/ingest-upload.ts';
import { logTo } from '#functions/log.ts';
import { reportLatest } from '#functions/report/report-latest.ts';
import { runStatistics } from '#functions/statistics/run-statistics.ts';
import { SOURCES, type Source } from '#functions/statistics-request.ts';
import type { ResultComputation } from '#shared/publication/result-computation.ts';
import type { RenderReport } from '#shared/result-report/report-files.ts';
import { hintedKeys, hintMessage } from '#shared/storage/upload-hint.ts';
import { emptyBucket } from './bucket.ts';
import { type Deployment, FIRST_DEPLOYMENT } from './deployment.ts';
import type { Item } from './item.ts';
import { STATISTICS_FUNCTION } from './names.ts';
import { plainReport } from './plain-report.ts';
import { plainComputation } from './plain-tables.ts';
import { ingestPorts, reportPorts, statisticsPorts } from './ports.ts';
import {
  type AskedFunction,
  type Call,
  type Fault,
  type Run,
  startRun,
  type TopicMessage,
  untilAllWait,
} from './run.ts';
import { emptyTable, type TableCopy } from './table.ts';
import { witness } from './witness.ts';

const MINUTE = 60_000;
const LONGEST_RUN = { ingest: 10 * MINUTE, statistics: 15 * MINUTE, report: 2 * MINUTE } as const;
/** How long a request of a dead function may still be on its way, and new runs start on an old deployment. */
const LONGEST_FLIGHT = MINUTE;

const invocationSchema = z.strictObject({ source: z.enum(SOURCES), askedBy: z.string().optional() });

/** How S3 tells of a change. */
export type Notice = 'once' | 'twice' | 'lost';

export type World = ReturnType<typeof createWorld>;

interface WorldOptions {
  /** What the statistics runs publish. */
  readonly computation?: ResultComputation;
  /** What the report runs make of it, by the release that is deployed. */
  readonly render?: (release: string) => RenderReport;
  /** Without the witness, whose time grows with every combination of files, a study may have many. */
  readonly watched?: boolean;
}

/**
 * The study's bucket, table, queue and functions in memory, with a clock that only tests move. Nothing happens
 * by itself: a test starts the runs and releases their requests one by one.
 */
export function createWorld({
  computation = plainComputation,
  render = plainReport,
  watched = true,
}: WorldOptions = {}) {
  let clock = Date.parse('2026-11-02T08:00:00Z');
  const bucket = emptyBucket(() => clock);
  const table = emptyTable();
  const messages: string[] = [];
  const delays: number[] = [];
  const hidden: (readonly [receiptHandle: string, seconds: number])[] = [];
  const requests: string[] = [];
  const reportRequests: string[] = [];
  const mails: TopicMessage[] = [];
  const logLines: string[] = [];
  const errors: Error[] = [];
  let deployment = FIRST_DEPLOYMENT;
  const deployments: Deployment[] = [FIRST_DEPLOYMENT];
  let deployedAt = clock;
  let needsTheClock = false;
  let isDamaged = false;
  let isTampered = false;
  const renderOf = ({ release }: Deployment): RenderReport => render(release);
  const watching = witness({
    bucket,
    table,
    mails,
    deployments,
    renderOf,
    now: () => clock,
    isDamaged: () => isDamaged,
    isTampered: () => isTampered,
  });
  /** What dead runs sent and services have not carried out yet. */
  let inFlight: readonly Call[] = [];
  let runs: { readonly run: Run; readonly limit: number; readonly giveBack: () => void }[] = [];

  const invocation = (on: Deployment) => ({
    deployment: on,
    now: () => new Date(clock),
    log: logTo(
      (line) => void logLines.push(line),
      () => new Date(clock),
    ),
  });
  const started = (name: string) => ({
    name,
    startedAt: clock,
    services: {
      bucket,
      table,
      // Held back or not, it may be delivered at any time.
      send: (message: string, delaySeconds: number) => {
        messages.push(message);
        delays.push(delaySeconds);
      },
      hide: (receiptHandle: string, seconds: number) => void hidden.push([receiptHandle, seconds]),
      publish: (message: TopicMessage) => void mails.push(message),
      invoke: (asked: AskedFunction, payload: string) =>
        void (asked === STATISTICS_FUNCTION ? requests : reportRequests).push(payload),
    },
    afterEffect: watched ? watching.look : () => {},
  });
  const running = () => runs.map(({ run }) => run);

  /** Forgets the runs that are over; what they were asked comes back when they failed. */
  function reap(): void {
    const over = runs.filter(({ run }) => run.state !== 'live');
    for (const { run, giveBack } of over) {
      if (run.error !== undefined) errors.push(run.error);
      if (run.state !== 'ended') giveBack();
      if (run.state === 'dead') inFlight = [...inFlight, ...run.calls];
      else if (run.calls.length > 0) watching.violations.push(`${run.name} ended with requests on their way`);
    }
    runs = runs.filter(({ run }) => run.state === 'live');
  }
  async function start(
    name: keyof typeof LONGEST_RUN,
    work: () => Promise<unknown>,
    giveBack: () => void,
  ): Promise<Run> {
    const run = startRun(started(name), async () => void (await work()));
    runs.push({ run, limit: clock + LONGEST_RUN[name], giveBack });
    await untilAllWait(running());
    reap();
    return run;
  }
  function notify(key: string, notice: Notice): void {
    if (watched) watching.seeUpload(key);
    const times = { once: 1, twice: 2, lost: 0 }[notice];
    needsTheClock ||= times === 0;
    for (let sent = 0; sent < times; sent++) messages.push(hintMessage(key));
  }

  return {
    bucket,
    table,
    messages,
    /** For how many seconds the functions let each of their hints be held back. */
    delays,
    hidden,
    requests,
    /** Those for a report; `requests` are for statistics. */
    reportRequests,
    /** What was handed to the topics, the first message first. */
    mails,
    logLines,
    errors,
    watching,
    computation,
    renderOf,
    deployment: () => deployment,
    /** The deployment before, on which Lambda may still start a run for a moment. */
    outgoing: () => (clock - deployedAt < LONGEST_FLIGHT ? deployments.at(-2) : undefined),
    /** All that ever were, the first one first. */
    deployments,
    /** The stack is deployed again, and differs in this; what runs already goes on as it was. */
    redeploy(others: Partial<Deployment>) {
      deployment = { ...deployment, ...others };
      deployments.push(deployment);
      deployedAt = clock;
      needsTheClock = true;
    },
    /** All or some items of the table are gone. */
    loseItems(isLost: (item: Item) => boolean) {
      table.lose(isLost);
      needsTheClock = true;
      isDamaged = true;
    },
    /** All or some items of the table are other than any function wrote them. */
    alterItems(alterations: Parameters<typeof table.alter>[0]) {
      table.alter(alterations);
      needsTheClock = true;
      isDamaged = true;
    },
    /** An operator puts an old copy in the place of the table. */
    restoreTable(copy: TableCopy) {
      table.restore(copy);
      needsTheClock = true;
      isDamaged = true;
    },
    /** Whether a part of the table was ever lost or restored. */
    isDamaged: () => isDamaged,
    /** Whether something happened that no event tells, so that only the clock's run can see to it. */
    needsTheClock: () => needsTheClock,
    now: () => clock,
    /** Lets a moment pass. */
    pass(milliseconds: number) {
      clock += milliseconds;
    },

    upload(key: string, content: string | Uint8Array<ArrayBuffer>, notice: Notice = 'once') {
      const stored = bucket.put(
        key,
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      );
      notify(key, notice);
      return stored;
    },
    /** A multipart upload ends that began then. */
    complete(key: string, content: string, began: number, notice: Notice = 'once') {
      const stored = bucket.complete(key, new TextEncoder().encode(content), new Date(began));
      notify(key, notice);
      return stored;
    },
    remove(key: string, notice: Notice = 'once') {
      bucket.remove(key);
      notify(key, notice);
    },
    undo(key: string, notice: Notice = 'once') {
      bucket.undo(key);
      notify(key, notice);
    },
    /** One version of a key, or a marker, is deleted for good. */
    erase(key: string, versionId: string, notice: Notice = 'once') {
      bucket.erase(key, versionId);
      notify(key, notice);
    },
    /** An event without a change: S3 may repeat itself. */
    tell: (key: string) => notify(key, 'once'),

    /** Takes the message at this place of the queue and starts ingest with it. */
    async deliver(place = 0, on = deployment): Promise<Run> {
      const [message] = messages.splice(place, 1);
      if (message === undefined) throw new Error('the queue is empty');
      const ports = ingestPorts(invocation(on));
      const work = async () => {
        for (const key of hintedKeys(message)) await ingestUpload(ports, key);
      };
      return start('ingest', work, () => messages.push(message));
    },
    /** Takes the oldest request for statistics and starts a run with it. */
    async answerRequest(on = deployment): Promise<Run> {
      const payload = requests.shift();
      if (payload === undefined) throw new Error('nobody asked for statistics');
      const { source } = invocationSchema.parse(JSON.parse(payload));
      return start(
        'statistics',
        () => runStatistics(statisticsPorts(invocation(on), computation), source),
        () => requests.push(payload),
      );
    },
    /** Takes the oldest request for a report and starts a run with it. */
    async answerReportRequest(on = deployment): Promise<Run> {
      const payload = reportRequests.shift();
      if (payload === undefined) throw new Error('nobody asked for a report');
      const ports = reportPorts(invocation(on), renderOf(on));
      return start(
        'report',
        () => reportLatest(ports),
        () => reportRequests.push(payload),
      );
    },
    /** The hourly rule of the report. */
    askForReport: () => void reportRequests.push(JSON.stringify({ source: 'schedule' })),
    /** Somebody writes over a file of a result's report by hand, or deletes it. */
    tamper(key: string, content: string | undefined) {
      if (content === undefined) bucket.remove(key);
      else bucket.put(key, new TextEncoder().encode(content));
      needsTheClock = true;
      isTampered = true;
    },
    /** Starts any other work on the world's services. */
    run: (work: () => Promise<unknown>) => start('ingest', work, () => {}),
    ask: (source: Source) => void requests.push(JSON.stringify({ source })),

    liveRuns: () => runs.length,
    /** The requests of live runs that wait to be carried out, the oldest run's first. */
    calls: (): readonly Call[] => runs.flatMap(({ run }) => run.calls),
    /** Those of dead runs, which nobody waits for. */
    inFlight: () => inFlight,
    async release(call: Call, fault?: Fault, milliseconds = 1): Promise<void> {
      clock += milliseconds;
      inFlight = inFlight.filter((other) => other !== call);
      call.release(fault);
      await untilAllWait(running());
      reap();
    },
    /** Lets time pass; runs that are over their time limit by then end where they are. */
    wait(minutes: number): void {
      clock += minutes * MINUTE;
      for (const { run, limit } of runs) if (limit < clock) run.state = 'dead';
      reap();
      if (minutes * MINUTE >= LONGEST_FLIGHT) inFlight = [];
    },
  };
}
