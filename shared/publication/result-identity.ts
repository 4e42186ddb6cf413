import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { sha256 } from '#shared/sha256.ts';
import type { FileInForce } from '#shared/storage/centre-head.ts';
import type { PendingFile } from './pending.ts';

/** What the published tables are a function of. */
export interface ResultInputs {
  readonly files: readonly Pick<FileInForce, 'key' | 'versionId' | 'sha256'>[];
  readonly settings: StudySettings;
  /** The study protocol's fixed terms. */
  readonly protocol: Readonly<Record<string, unknown>>;
  /** The files that the result lacks because they could not be looked at. */
  readonly pending: readonly Pick<PendingFile, 'key'>[];
  /** Names the source code that computes the tables. */
  readonly codeVersion: string;
}

const LENGTH = 32;

/**
 * The name of a result: a digest of everything that it is computed from. The same inputs have the same name,
 * and the tables under it are the same to the byte.
 */
export async function resultId({
  files,
  settings,
  protocol,
  codeVersion,
  pending,
}: ResultInputs): Promise<string> {
  const inputs = files
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, versionId, sha256: digest }) => [key, versionId, digest]);
  const lacking = pending.map(({ key }) => key).toSorted();
  const whole = { inputs, protocol, settings, codeVersion, ...(lacking.length > 0 && { pending: lacking }) };
  return (await sha256(JSON.stringify(whole))).slice(0, LENGTH);
}
