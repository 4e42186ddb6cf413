import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { sha256 } from '#shared/sha256.ts';
import type { FileInForce } from '#shared/storage/centre-head.ts';
import { assembleStudy, type CentreRow, type Study } from '#shared/study/study.ts';
import { type Manifest, manifestOf } from './manifest.ts';
import type { PendingFile } from './pending.ts';
import { type ResultInputs, resultId } from './result-identity.ts';

export interface ResultSources {
  readonly id: string;
  readonly settings: StudySettings;
  readonly codeVersion: string;
  /** Git's commit of that code, for the manifest. */
  readonly commit: string;
  /** The files in force, in order of their keys. */
  readonly files: readonly FileInForce[];
  /** Read once, before anything is computed. */
  readonly rows: Iterable<CentreRow>;
  readonly pending: readonly PendingFile[];
  readonly started: Date;
  readonly now: () => Date;
}

export interface Result {
  /** The tables' files by name: the same bytes for the same files and code. */
  readonly tables: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
}

/** How the result of a study is named, and how it is computed. */
export interface ResultComputation {
  /** The name of the result of some files, by some settings and code: see `resultId`. */
  readonly nameResult: (inputs: Omit<ResultInputs, 'protocol'>) => Promise<string>;
  /** Everything that is published of a study: its tables, and the manifest that says where they come from. */
  readonly computeResult: (sources: ResultSources) => Promise<Result>;
}

/**
 * The computation of a study by a protocol's fixed terms.
 *
 * @param tablesOf the tables that are published of it, as files by name.
 */
export const resultComputation = (
  protocol: ResultInputs['protocol'],
  tablesOf: (study: Study, settings: StudySettings) => Promise<ReadonlyMap<string, string>>,
): ResultComputation => ({
  nameResult: (inputs) => resultId({ ...inputs, protocol }),
  computeResult: async ({ rows, started, now, ...sources }) => {
    const study = assembleStudy(rows);
    const tables = await tablesOf(study, sources.settings);
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
  },
});
