import { API } from '#shared/desk/api.ts';
import { type DeskFile, reportAnswerSchema } from '#shared/desk/centre-api.ts';
import type { Report } from '#shared/reports/report.ts';
import type { DeskApi } from '../api-client.ts';
import type { FilesPoll } from './files-poll.ts';

export interface Verdict {
  readonly file: DeskFile;
  /** Null where it could not be read: it is among the file's details. */
  readonly report: Report | null;
}

const WAITED_MILLISECONDS = 5 * 60_000;

/**
 * Waits for what the study says of a version that was sent.
 *
 * @param versionId - null where it is not known: then the newest one of that name
 * @returns undefined where it says nothing within minutes
 */
export async function awaitVerdict(
  api: DeskApi,
  poll: FilesPoll,
  name: string,
  versionId: string | null,
): Promise<Verdict | undefined> {
  const end = Date.now() + WAITED_MILLISECONDS;
  const file = await poll(
    (files) =>
      files.find(
        (one) =>
          one.name === name &&
          (versionId === null || one.newest?.versionId === versionId) &&
          one.state !== 'examining',
      ),
    () => Date.now() >= end,
  );
  if (file === undefined) return undefined;
  // The file has arrived and is judged, whatever becomes of this last question.
  return { file, report: await reportOn(api, file).catch(() => null) };
}

/** The report on the newest version of a file; null where there is none. */
export async function reportOn(api: DeskApi, { name, newest }: DeskFile): Promise<Report | null> {
  if (newest === null) return null;
  const query = { name, version: newest.versionId };
  const { report } = await api(API.report, reportAnswerSchema, { query });
  return report;
}
