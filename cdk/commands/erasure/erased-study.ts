import type { StudyConnection } from '#cdk/commands/study-connection.ts';

/** As much of the deployed study as an erasure needs. */
export type ErasedStudy = Pick<
  StudyConnection,
  's3' | 'database' | 'queue' | 'outputs' | 'queueDelayMilliseconds'
>;
