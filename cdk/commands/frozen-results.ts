import { frozenLister, frozenReader } from '#functions/storage/results.ts';
import type { FrozenResult } from '#shared/publication/frozen-result.ts';
import type { StudyBucket } from './study-connection.ts';

/** What a name stands for; undefined where no result is frozen under it. */
export const readFrozen = ({ s3, outputs }: StudyBucket, name: string): Promise<FrozenResult | undefined> =>
  frozenReader(s3, outputs.BucketName)(name);

/** Every frozen result, in order of its name. */
export const frozenResults = ({ s3, outputs }: StudyBucket): Promise<readonly FrozenResult[]> =>
  frozenLister(s3, outputs.BucketName)();
