import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { type Manifest, manifestOf } from '#shared/publication/manifest.ts';
import { type ResultInputs, resultId } from '#shared/publication/result-identity.ts';
import { tableFiles } from '#shared/publication/table-files.ts';
import { sha256 } from '#shared/sha256.ts';
import type { FileInForce } from '#shared/storage/centre-head.ts';
import { assembleStudy, type CentreRow } from '#shared/study/study.ts';
import * as protocol from './protocol-terms.ts';
import { studyTables } from './study-tables.ts';

export interface ResultSources {
  readonly id: string;
  readonly settings: StudySettings;
  readonly codeVersion: string;
  /** The files in force, in order of their keys. */
  readonly files: readonly FileInForce[];
  readonly rows: readonly CentreRow[];
  readonly started: Date;
  readonly now: () => Date;
}

export interface Result {
  /** The tables' files by name: the same bytes for the same files and code. */
  readonly tables: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
}

/** The name of the result of these files, by these settings and this code: see `resultId`. */
export const nameResult = (inputs: Omit<ResultInputs, 'protocol'>): Promise<string> =>
  resultId({ ...inputs, protocol });

/** Computes everything that is published of a study: its tables, and the manifest that says where they come from. */
export async function computeResult({ rows, started, now, ...sources }: ResultSources): Promise<Result> {
  const study = assembleStudy(rows);
  const tables = tableFiles(studyTables(study, sources.settings));
  const digests = await Promise.all(
    [...tables].map(async ([file, content]) => ({ file, sha256: await sha256(content) })),
  );
  const computed = now();
  const manifest = manifestOf({
    ...sources,
    protocol,
    computedAt: computed.toISOString(),
    milliseconds: computed.getTime() - started.getTime(),
    study,
    tables: digests,
  });
  return { tables, manifest };
}
