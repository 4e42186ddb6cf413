import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMet, type Reaching } from '../aims.ts';
import { type Bench, OWN, say } from '../bench.ts';
import { curvesOf, growthCurves } from '../growth-curve.ts';
import type { NotMeasured } from '../measured-run.ts';
import { type Costs, figure, growthTable, markdownTable, timeOver } from '../page.ts';
import { type Shares, sharesTable } from '../profile/shares.ts';
import type { Section } from '../section.ts';
import { type LocalStudy, localStudy } from '../uploads/local-study.ts';
import { profiledUpload } from '../uploads/profiled-upload.ts';
import { sizeBySize, whyNot } from '../uploads/size-by-size.ts';
import { type MeasuredUploads, measuredUploads } from '../uploads/upload-rounds.ts';

const BARE = 'the same calls, bare';
const SIZES = [1000, 10_000, 100_000];
/** Minutes each: once has to do. */
const ONCE_FROM = 100_000;

/** How long a centre waits on LocalStack until the tables know its file, beside functions that send the same calls and think nothing. */
export async function uploadedFile(bench: Bench): Promise<Section> {
  const heading = 'An upload, until its result is there (LocalStack)';
  const { measured, profiles } = await measuredBySize(bench);
  const [first = { why: 'not asked for' }] = measured.values();
  if ('why' in first) {
    return {
      heading,
      reaching: new Map([['uploadTime', first]]),
      paragraphs: [`Not measured: ${first.why}`],
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
were recorded of the study's ([\`bare-function.ts\`](../test/bench/uploads/bare-function.ts)); in turn, each time both are just started. From ${ONCE_FROM.toLocaleString('en')} rows
on once: there the study’s upload is the recorded one, whose calls took a little longer on their way.`,
      partsTable(measured),
      `What is left of a whole is S3's message on its way, the queue, and the start of two functions.`,
      ...(profiles.size > 0 ? [sharesTable(profiles), OF_THE_PROFILE] : []),
    ],
  };
}

const OF_THE_PROFILE = `Each time both functions are just started: a good part of a small upload is code that is read and compiled, and runs for the first
time. What grows with the rows is mostly the SDK, which writes each row into a request, and reads each back, attribute by attribute.`;

type Measured = ReadonlyMap<number, MeasuredUploads | NotMeasured>;
type Profiles = ReadonlyMap<string, Shares | NotMeasured>;

async function measuredBySize({
  rounds,
  mostPairs,
  folder,
}: Bench): Promise<{ readonly measured: Measured; readonly profiles: Profiles }> {
  const sizes = SIZES.filter((size) => size <= mostPairs);
  const study = await localStudy().catch(whyNot);
  if ('why' in study) {
    return { measured: new Map(sizes.map((rows) => [rows, study])), profiles: new Map() };
  }
  try {
    const measured = await sizeBySize(sizes, async (rows) => {
      const uploads = await measuredUploads(study, {
        rows,
        rounds: rows < ONCE_FROM ? rounds : 'once',
        folder,
      });
      for (const [what, { whole }] of [
        [OWN, uploads.own],
        [BARE, uploads.bare],
      ] as const)
        say(`upload of ${rows} rows, ${what}: ${whole.toFixed(1)} s by the clock`);
      return uploads;
    });
    return { measured, profiles: await profilesOfMissed(study, measured, folder) };
  } finally {
    await study.stop();
  }
}

/** Of the sizes that miss the aim, but for those of which one more upload takes minutes. */
async function profilesOfMissed(study: LocalStudy, measured: Measured, folder: string): Promise<Profiles> {
  const profiles = new Map<string, Shares | NotMeasured>();
  for (const [rows, uploads] of measured) {
    if ('why' in uploads || rows >= ONCE_FROM) continue;
    if (isMet('uploadTime', { value: uploads.own.whole / uploads.bare.whole })) continue;
    const size = `${rows.toLocaleString('en')} rows`;
    const shares = await profiledUpload(study, { rows, folder }).catch(whyNot);
    if ('why' in shares) profiles.set(size, shares);
    else for (const [name, of] of Object.entries(shares)) profiles.set(`${size}, ${name}`, of);
  }
  return profiles;
}

/** Of a size at which the uploads failed, the study's place says why. */
const costsOf = (uploads: MeasuredUploads | NotMeasured): Costs =>
  'why' in uploads
    ? new Map([[OWN, uploads]])
    : new Map([
        [OWN, { seconds: uploads.own.whole, megabytes: null }],
        [BARE, { seconds: uploads.bare.whole, megabytes: null }],
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
const partsTable = (measured: Measured): string =>
  markdownTable(
    ['rows', 'calls', 'ingest', 'its calls, bare', 'statistics', 'its calls, bare'],
    [...measured].flatMap(([rows, uploads]) => {
      if ('why' in uploads) return [];
      const { calls, own, bare } = uploads;
      const parts = [own.ingest, bare.ingest, own.statistics, bare.statistics];
      return [
        [rows, calls]
          .map((count) => count.toLocaleString('en'))
          .concat(parts.map((seconds) => `${figure(seconds)} s`)),
      ];
    }),
  );
