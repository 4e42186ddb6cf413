import { API } from '#shared/desk/api.ts';
import { type DeskFile, reportAnswerSchema } from '#shared/desk/centre-api.ts';
import type { Report } from '#shared/reports/report.ts';
import type { DeskApi } from '../api-client.ts';
import type { KnownFiles } from './use-files.ts';

export interface Verdict {
  readonly file: DeskFile;
  readonly report: Report | null;
}

const ASKED_EVERY_MILLISECONDS = 2_000;
const WAITED_MILLISECONDS = 5 * 60_000;

/**
 * Waits for what the study says of a version that was sent.
 *
 * @param versionId - null where it is not known: then the newest one of that name
 * @returns undefined where it says nothing within minutes
 */
export async function awaitVerdict(
  api: DeskApi,
  read: KnownFiles['read'],
  name: string,
  versionId: string | null,
): Promise<Verdict | undefined> {
  const end = Date.now() + WAITED_MILLISECONDS;
  while (Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MILLISECONDS));
    // A moment without connection only makes it wait longer.
    const files = await read().catch(() => []);
    const file = files.find((one) => one.name === name);
    const isIt = versionId === null || file?.newest?.versionId === versionId;
    if (file !== undefined && isIt && file.state !== 'examining') {
      return { file, report: await reportOn(api, file) };
    }
  }
  return undefined;
}

/** The report on the newest version of a file; null where there is none. */
export async function reportOn(api: DeskApi, { name, newest }: DeskFile): Promise<Report | null> {
  if (newest === null) return null;
  const query = { name, version: newest.versionId };
  const { report } = await api(API.report, reportAnswerSchema, { query });
  return report;
}
