import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { sha256 } from '#shared/sha256.ts';
import type { FileInForce } from '#shared/storage/centre-head.ts';
import { assembleStudy, type CentreRow, type Study } from '#shared/study/study.ts';
import { type Arrived, arrivedIn, type Manifest, manifestOf } from './manifest.ts';
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

/** Makes the published tables, as files by name, of what was taken from a study. */
export type MakeTables = () => ReadonlyMap<string, string>;

/**
 * The computation of a study by a protocol's fixed terms.
 *
 * @param lookThrough takes from a study all that its tables are made of: its rows are let go before they are made, as a
 * million pairs would be walked through again each time that garbage is collected.
 */
export const resultComputation = (
  protocol: ResultInputs['protocol'],
  lookThrough: (study: Study, settings: StudySettings) => Promise<MakeTables>,
): ResultComputation => {
  // A function of its own: when it has ended, nobody has the study any more.
  const lookThroughRows = async (
    rows: Iterable<CentreRow>,
    settings: StudySettings,
  ): Promise<{ readonly arrived: Arrived; readonly makeTables: MakeTables }> => {
    const study = assembleStudy(rows);
    return { arrived: arrivedIn(study, settings), makeTables: await lookThrough(study, settings) };
  };
  return {
    nameResult: (inputs) => resultId({ ...inputs, protocol }),
    computeResult: async ({ rows, started, now, ...sources }) => {
      const { arrived, makeTables } = await lookThroughRows(rows, sources.settings);
      const tables = makeTables();
      const digests = await Promise.all(
        [...tables].map(async ([file, content]) => ({ file, sha256: await sha256(content) })),
      );
      const computed = now();
      const manifest = manifestOf({
        ...sources,
        protocol,
        computedAt: computed.toISOString(),
        milliseconds: computed.getTime() - started.getTime(),
        arrived,
        tables: digests,
      });
      return { tables, manifest };
    },
  };
};
