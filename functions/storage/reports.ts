import type { S3Client } from '@aws-sdk/client-s3';
import { parseJson } from '#shared/json.ts';
import { type Report, reportSchema } from '#shared/reports/report.ts';
import { reportKeys } from '#shared/storage/bucket-keys.ts';
import type { CentreHead } from '#shared/storage/centre-head.ts';
import { textReader } from './conditional-object.ts';
import { inParallel } from './in-parallel.ts';

const AT_ONCE = 16;

/** The report on an upload; undefined where there is none, or one of an older form, which will be written again. */
export const reportReader =
  (client: S3Client, bucket: string) =>
  async (key: string): Promise<Report | undefined> => {
    const stored = await textReader(client, bucket)(reportKeys(key).json);
    return stored && reportSchema.safeParse(parseJson(stored.text)).data;
  };

/** The reports on all recorded files, by the file's key; those that cannot be read as above are left out. */
export const reportsReader =
  (client: S3Client, bucket: string) =>
  async (heads: readonly CentreHead[]): Promise<ReadonlyMap<string, Report>> => {
    const read = reportReader(client, bucket);
    const reports = new Map<string, Report>();
    const keys = heads.flatMap(({ files }) => Object.keys(files));
    await inParallel(keys, AT_ONCE, async (key) => {
      const report = await read(key);
      if (report !== undefined) reports.set(key, report);
    });
    return reports;
  };
