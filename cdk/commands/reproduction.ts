import { studyComputation } from '#shared/analyses/study-computation.ts';
import {
  compareTables,
  sameFigures,
  type TablesChanges,
} from '#shared/publication/comparison/compare-tables.ts';
import type { Manifest } from '#shared/publication/manifest.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { uploadKey } from '#shared/storage/bucket-keys.ts';
import { acceptedRows, examineCohort } from '#shared/study/cohort.ts';
import { circumstancesAt } from '#shared/validation/circumstances.ts';
import { type ReadResult, readResult } from './published-results.ts';
import type { RecordedFiles } from './recorded-files.ts';
import { recordedSettings } from './recorded-settings.ts';

type Code = Pick<Manifest, 'codeVersion' | 'commit'>;

/** What came of computing a published result again. */
export interface Reproduction {
  readonly id: string;
  /** Whether every version was there and every figure is the same. */
  readonly reproduced: boolean;
  /** Whether its tables were deleted since, so that digests alone are compared. */
  readonly cleared: boolean;
  readonly code: { readonly published: Code; readonly here: Code; readonly same: boolean };
  /** The settings that the manifest does not name, taken as the thesis has them. */
  readonly assumedSettings: readonly string[];
  readonly gone: readonly string[];
  readonly altered: readonly string[];
  /** The files that this code refuses, with the codes of their problems. */
  readonly refused: readonly { readonly key: string; readonly problems: readonly string[] }[];
  /** The published files whose bytes are others; of equal figures, titles may be. */
  readonly otherBytes: readonly string[];
  readonly tables: TablesChanges;
}

export interface Reproduced {
  readonly reproduction: Reproduction;
  /** What this code computes. */
  readonly computed: ReadResult;
}

/** A published result; without its tables where the night has deleted them. */
export type ToReproduce = ReadResult | Pick<ReadResult, 'manifest'>;

/** Computes a result again, from the files that it was computed from and by this code, and compares the two. */
export async function reproduce(
  published: ToReproduce,
  { cohort, gone, altered }: RecordedFiles,
  here: Code,
): Promise<Reproduced> {
  const { id, inputs, pending, codeVersion, commit } = published.manifest;
  const { settings, assumed } = recordedSettings(published.manifest);
  const now = () => new Date();
  // All its files were there before today.
  const examined = examineCohort(cohort, settings, circumstancesAt(now().toISOString()));
  const { tables, manifest } = await studyComputation.computeResult({
    ...here,
    id,
    settings,
    files: inputs,
    pending,
    rows: [...acceptedRows(examined)],
    started: now(),
    now,
  });
  const computed = readResult(manifest, tables.get(TABLES_FILE) ?? '');
  const cleared = !('tables' in published);
  // Without its tables, a result has what its manifest says of them.
  const changes = compareTables(cleared ? computed.tables : published.tables, computed.tables);
  const otherBytes = otherFiles(published.manifest.tables, manifest.tables);
  const isSame = cleared ? otherBytes.length === 0 : sameFigures(changes);
  return {
    computed,
    reproduction: {
      id,
      reproduced: gone.length === 0 && altered.length === 0 && isSame,
      cleared,
      code: { published: { codeVersion, commit }, here, same: codeVersion === here.codeVersion },
      assumedSettings: assumed,
      gone,
      altered,
      refused: examined.flatMap(({ centre, name, examination }) =>
        examination.verdict === 'accepted'
          ? []
          : [
              {
                key: uploadKey(centre, name),
                problems: [...new Set(examination.problems.map(({ code }) => code))],
              },
            ],
      ),
      otherBytes,
      tables: changes,
    },
  };
}

function otherFiles(before: Manifest['tables'], after: Manifest['tables']): readonly string[] {
  const files = [...new Set([...before, ...after].map(({ file }) => file))];
  const digest = (tables: Manifest['tables'], name: string) =>
    tables.find(({ file }) => file === name)?.sha256;
  return files.filter((file) => digest(before, file) !== digest(after, file));
}
