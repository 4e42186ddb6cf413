import type { PendingFile } from '#shared/publication/pending.ts';
import type { StudyState } from './coordinator-api.ts';

type PendingCount = NonNullable<StudyState['published']>['pending'][number];

/** How many files of each centre a result lacks, by reason. */
export const pendingCounts = (pending: readonly PendingFile[]): PendingCount[] =>
  [...Map.groupBy(pending, ({ centre }) => centre)].flatMap(([centre, files]) =>
    [...Map.groupBy(files, ({ reason }) => reason)].map(([reason, { length }]) => ({
      centre,
      reason,
      files: length,
    })),
  );
