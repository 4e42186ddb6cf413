import type { Asked } from '#functions/desk/route.ts';
import { headsReader } from '#functions/storage/heads.ts';
import { uploadsLister } from '#functions/storage/listed-versions.ts';
import { reportsReader } from '#functions/storage/reports.ts';
import { latestReader, manifestReader } from '#functions/storage/results.ts';
import { centreStates } from '#shared/desk/centre-state.ts';
import type { StudyState } from '#shared/desk/coordinator-api.ts';
import { pendingCounts } from '#shared/desk/pending-counts.ts';
import { UPLOADS } from '#shared/storage/bucket-keys.ts';
import { type CentreHead, filesInForce } from '#shared/storage/centre-head.ts';

/** Every centre's state, and how the latest result stands to it. */
export async function study(asked: Asked): Promise<StudyState> {
  const {
    rights: { s3, database },
    settings: { bucket, table, centres },
    now,
  } = asked;
  // The listing before the heads: what is recorded meanwhile is known, and not taken for unanswered.
  const uploads = await uploadsLister(s3, bucket, UPLOADS)();
  const heads = await headsReader(database, table)();
  const reports = await reportsReader(s3, bucket)(heads);
  return {
    now: now().toISOString(),
    centres: centreStates({ centres, heads, uploads, reports }),
    published: await publishedState(asked, heads),
  };
}

async function publishedState(
  { rights: { s3 }, settings: { bucket } }: Asked,
  heads: readonly CentreHead[],
): Promise<StudyState['published']> {
  const latest = await latestReader(s3, bucket)();
  const manifest = latest && (await manifestReader(s3, bucket)(latest.id));
  if (latest === undefined || manifest === undefined) return null;
  const inForce = new Map(filesInForce(heads).map(({ key, versionId }) => [key, versionId]));
  const published = new Map(manifest.inputs.map(({ key, versionId }) => [key, versionId]));
  const keys = new Set([...inForce.keys(), ...published.keys()]);
  return {
    id: manifest.id,
    publishedAt: latest.publishedAt,
    computedAt: manifest.computedAt,
    pending: pendingCounts(manifest.pending),
    behind: [...keys].filter((key) => inForce.get(key) !== published.get(key)).length,
  };
}
