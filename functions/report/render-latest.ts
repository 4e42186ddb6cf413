import { errorName } from '#functions/log.ts';
import type { StoredText, WriteOver } from '#functions/storage/conditional-object.ts';
import { inParallel } from '#functions/storage/in-parallel.ts';
import type { Pause } from '#functions/storage/pause.ts';
import type { RenderReport } from '#shared/result-report/report-files.ts';
import { LATEST_REPORT, REPORT_FILE, resultFolder } from '#shared/storage/bucket-keys.ts';
import { contentTypeOf } from './content-type.ts';
import { latestId, latestSources, type ReportSources, type SourcePorts } from './latest-sources.ts';

export interface ReportPorts extends SourcePorts {
  readonly now: () => Date;
  readonly pause: Pause;
  readonly writeOver: WriteOver;
  readonly render: RenderReport;
}

/**
 * Whose page stands there now, and how many files this run wrote; null where there is no result, or not the whole of it, or
 * the run left the page to a newer one.
 */
export interface Rendering {
  readonly id: string | null;
  readonly written: number;
}

const MOST_ROUNDS = 20;
const FILES_AT_ONCE = 8;
const NOTHING: Rendering = { id: null, written: 0 };

/**
 * Brings the report of the latest result in line with its tables: whatever is missing, or says something else, is written,
 * as after a crash, by an earlier release, or by hand. Goes round again whenever another result became the latest
 * meanwhile, or somebody else wrote one of the files. In a busy hour that has no end: after some rounds it leaves the work to
 * the run that was asked for with the newest result, or to the next hour's.
 */
export async function renderLatest(ports: ReportPorts): Promise<Rendering> {
  let written = 0;
  const writeOver: WriteOver = async (...object) => {
    const outcome = await ports.writeOver(...object);
    if (outcome !== 'overtaken') written += 1;
    return outcome;
  };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (round > 0) await ports.pause(round);
    const id = await renderOnce({ ...ports, writeOver });
    if (id === undefined) return NOTHING;
    if (id === 'overtaken') continue;
    ports.log('report-up-to-date', { id, written });
    return { id, written };
  }
  ports.log('left-to-a-newer-run', { rounds: MOST_ROUNDS });
  return NOTHING;
}

/** The id of the result whose report is whole now; undefined where there is nothing to make one from. */
async function renderOnce(ports: ReportPorts): Promise<string | 'overtaken' | undefined> {
  // Read before the name of the result: a run that shows a newer one meanwhile changes the ETag, and this one cannot
  // take that page back.
  const shown = await ports.readText(LATEST_REPORT);
  const sources = await latestSources(ports);
  if (sources === undefined) return undefined;
  const { id, publishedAt } = sources;
  const started = ports.now().getTime();
  const files = rendered(ports, sources);
  const milliseconds = ports.now().getTime() - started;
  // Here, for this function looks at the latest result every hour, whatever else happens.
  const metrics = { ResultAgeMilliseconds: started - Date.parse(publishedAt) };
  ports.log('report-rendered', { id, files: files.size, milliseconds }, metrics);
  const page = files.get(REPORT_FILE);
  if (page === undefined) throw new Error(`a report without ${REPORT_FILE}`);
  files.delete(REPORT_FILE);

  // The page after all that it may point to, and what everybody opens last.
  const folder = resultFolder(id);
  if ((await bringInLine(ports, folder, files)) === 'overtaken') return 'overtaken';
  if ((await bringInLine(ports, folder, new Map([[REPORT_FILE, page]]))) === 'overtaken') return 'overtaken';
  if ((await latestId(ports)) !== id) return 'overtaken';
  if ((await writeWhereOther(ports, LATEST_REPORT, page, shown)) === 'overtaken') return 'overtaken';
  // It may have moved between the look and the write.
  return (await latestId(ports)) === id ? id : 'overtaken';
}

/** An error of its own: the message of what a parser throws quotes the table, and Lambda logs it. */
function rendered({ render }: ReportPorts, { id, tables, manifest }: ReportSources): Map<string, string> {
  try {
    return new Map(render(tables, manifest));
  } catch (error) {
    throw new Error(`no report of ${id} could be made (${errorName(error)}): see ctmri report`);
  }
}

/** Makes the files of a folder say this. */
async function bringInLine(
  ports: ReportPorts,
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<'done' | 'overtaken'> {
  let outcome: 'done' | 'overtaken' = 'done';
  await inParallel(files, FILES_AT_ONCE, async ([name, content]) => {
    const key = folder + name;
    const written = await writeWhereOther(ports, key, content, await ports.readText(key));
    if (written === 'overtaken') outcome = 'overtaken';
  });
  return outcome;
}

async function writeWhereOther(
  { writeOver }: ReportPorts,
  key: string,
  body: string,
  stored: StoredText | undefined,
): Promise<'done' | 'overtaken'> {
  if (stored?.text === body) return 'done';
  const written = await writeOver({ key, body, contentType: contentTypeOf(key) }, stored?.etag ?? null);
  return written === 'overtaken' ? written : 'done';
}
