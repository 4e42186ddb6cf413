import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ToldFailure } from '#cdk/failure.ts';
import type { Reaching } from '../aims.ts';
import { type Bench, OWN, say } from '../bench.ts';
import { curvesOf, growthCurves } from '../growth-curve.ts';
import type { NotMeasured } from '../measured-run.ts';
import { type Costs, figure, growthTable, markdownTable, timeOver } from '../page.ts';
import type { Section } from '../section.ts';
import { localStudy } from '../uploads/local-study.ts';
import { type MeasuredUploads, measuredUploads } from '../uploads/upload-rounds.ts';

const BARE = 'the same calls, bare';
const SIZES = [1000, 10_000, 100_000];
/** Minutes each: once has to do. */
const ONCE_FROM = 100_000;

/** How long a centre waits on LocalStack until the tables know its file, beside functions that send the same calls and think nothing. */
export async function uploadedFile(bench: Bench): Promise<Section> {
  const heading = 'An upload, until its result is there (LocalStack)';
  const measured = await measuredOrWhy(bench);
  if ('why' in measured) {
    return {
      heading,
      reaching: new Map([['uploadTime', measured]]),
      paragraphs: [`Not measured: ${measured.why}`],
    };
  }
  const costs = new Map([...measured].map(([rows, uploads]) => [rows, costsOf(uploads)]));
  writeFileSync(
    join(bench.pictures, 'uploads.svg'),
    growthCurves(curvesOf(costs, [OWN, BARE]), { x: 'rows', y: 'by the clock, s' }),
  );
  return {
    heading,
    reaching: reachedBy(costs),
    paragraphs: [
      growthTable('rows', costs, [OWN, BARE]),
      "![Growth of an upload's time with its rows](performance/uploads.svg)",
      `Here seconds are by the clock, for what is measured is waiting: from the put of a file of pairs into an empty study until
\`results/latest.json\` is there. Their patients are in no file, so that the tables are those of no pair: what larger ones take is above. Beside it stand
the same stack, queue and table with functions that send the same calls again, byte for byte and as many of them at once, as they
were recorded of the study's ([\`bare-function.ts\`](../test/bench/uploads/bare-function.ts)); in turn, each time both are just started.`,
      partsTable(measured),
      `What is left of a whole is S3's message on its way, the queue, and the start of two functions.`,
    ],
  };
}

async function measuredOrWhy({
  rounds,
  mostPairs,
  folder,
}: Bench): Promise<ReadonlyMap<number, MeasuredUploads> | NotMeasured> {
  try {
    const study = await localStudy();
    try {
      const measured = new Map<number, MeasuredUploads>();
      for (const rows of SIZES.filter((size) => size <= mostPairs)) {
        const uploads = await measuredUploads(study, { rows, rounds: rows < ONCE_FROM ? rounds : 1, folder });
        for (const [what, { whole }] of [
          [OWN, uploads.own],
          [BARE, uploads.bare],
        ] as const)
          say(`upload of ${rows} rows, ${what}: ${whole.toFixed(1)} s by the clock`);
        measured.set(rows, uploads);
      }
      return measured;
    } finally {
      await study.stop();
    }
  } catch (error) {
    if (error instanceof ToldFailure) return { why: error.sentence.en };
    throw error;
  }
}

const costsOf = ({ own, bare }: MeasuredUploads): Costs =>
  new Map([
    [OWN, { seconds: own.whole, megabytes: null }],
    [BARE, { seconds: bare.whole, megabytes: null }],
  ]);

const reachedBy = (costs: ReadonlyMap<number, Costs>): Reaching =>
  new Map([
    [
      'uploadTime',
      [...costs].flatMap(([rows, own]) => {
        const value = timeOver(own.get(OWN), own.get(BARE));
        return value === undefined ? [] : [{ of: rows.toLocaleString('en'), value }];
      }),
    ],
  ]);

/** What of the whole both functions took, each beside the bare one in its place. */
const partsTable = (measured: ReadonlyMap<number, MeasuredUploads>): string =>
  markdownTable(
    ['rows', 'calls', 'ingest', 'its calls, bare', 'statistics', 'its calls, bare'],
    [...measured].map(([rows, { calls, own, bare }]) => [
      rows.toLocaleString('en'),
      calls.toLocaleString('en'),
      ...[own.ingest, bare.ingest, own.statistics, bare.statistics].map((seconds) => `${figure(seconds)} s`),
    ]),
  );
