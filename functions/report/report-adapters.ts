import type { S3Client } from '@aws-sdk/client-s3';
import type { Log } from '#functions/log.ts';
import { conditionalWriter, textReader } from '#functions/storage/conditional-object.ts';
import type { Pause } from '#functions/storage/pause.ts';
import type { RenderReport } from '#shared/result-report/report-files.ts';
import type { ReportPorts } from './render-latest.ts';

/** What a report run works on and with. */
export interface ReportResources {
  readonly s3: S3Client;
  readonly render: RenderReport;
  readonly now: () => Date;
  readonly pause: Pause;
  readonly log: Log;
}

/** Connects the steps of a report run to the bucket. */
export const reportAdapters = (
  { s3, ...resources }: ReportResources,
  { bucket }: { readonly bucket: string },
): ReportPorts => ({
  ...resources,
  readText: textReader(s3, bucket),
  writeOver: conditionalWriter(s3, bucket),
});
