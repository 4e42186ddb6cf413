import type { RenderReport } from '#shared/result-report/report-files.ts';
import type { Bucket } from './bucket.ts';
import type { Deployment } from './deployment.ts';
import type { TopicMessage } from './run.ts';
import type { Table } from './table.ts';

/** What the witness can see of its world. */
export interface Seen {
  readonly bucket: Bucket;
  readonly table: Table;
  readonly mails: readonly TopicMessage[];
  readonly deployments: readonly Deployment[];
  readonly renderOf: (deployment: Deployment) => RenderReport;
  readonly now: () => number;
  /** Whether a part of the table was ever lost or restored. */
  readonly isDamaged: () => boolean;
  /** Whether somebody ever wrote over a file of a result, or deleted one. */
  readonly isTampered: () => boolean;
}
