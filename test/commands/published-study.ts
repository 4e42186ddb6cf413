import { studyComputation } from '#shared/analyses/study-computation.ts';
import { manifestText } from '#shared/publication/manifest.ts';
import type { Result } from '#shared/publication/result-computation.ts';
import { LATEST_RESULT, MANIFEST_FILE, resultFolder } from '#shared/storage/bucket-keys.ts';
import type { FileInForce } from '#shared/storage/centre-head.ts';
import type { CentreRow } from '#shared/study/study.ts';
import { SETTINGS } from '#test/study/settings.ts';

/** A result of the study’s own computation. */
export const resultOf = (
  id: string,
  own: {
    readonly rows?: readonly CentreRow[];
    readonly files?: readonly FileInForce[];
    readonly at?: string;
  } = {},
): Promise<Result> => {
  const at = new Date(own.at ?? '2026-11-24T00:00:00.000Z');
  return studyComputation.computeResult({
    id,
    settings: SETTINGS,
    codeVersion: '1.0.0+0123456789ab',
    commit: 'unknown',
    files: own.files ?? [],
    pending: [],
    rows: own.rows ?? [],
    started: at,
    now: () => at,
  });
};

/** The objects of a published result. */
export const objectsOf = ({ manifest, tables }: Result): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...tables, [MANIFEST_FILE, manifestText(manifest)] as const].map(([name, text]) => [
      resultFolder(manifest.id) + name,
      text,
    ]),
  );

/** `latest.json`, pointing at a result. */
export const latestOf = ({ manifest, tables }: Result): Readonly<Record<string, string>> => ({
  [LATEST_RESULT]: JSON.stringify({
    id: manifest.id,
    publishedAt: manifest.computedAt,
    manifest: resultFolder(manifest.id) + MANIFEST_FILE,
    tables: [...tables.keys()].map((name) => resultFolder(manifest.id) + name),
  }),
});
