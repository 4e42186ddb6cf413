import type { FileExamination } from '#functions/examination.ts';
import { ofEachTable, type RowKey } from '#shared/tables/tables.ts';
import { circumstancesAt, rowsBefore } from '#shared/validation/circumstances.ts';
import type { Examination } from '#shared/validation/examination.ts';
import type { OtherRows, RowPlace } from '#shared/validation/identity-rules.ts';
import type { StoredObject } from '../world/bucket.ts';
import { rowsOfVersion } from '../world/rows-of-version.ts';

const givenBefore = new WeakMap<StoredObject, Map<string, Examination>>();

/** The centre's other files in force, the oldest first, on both sides of the one that is asked about. */
export interface Beside {
  readonly older: readonly StoredObject[];
  readonly younger: readonly StoredObject[];
}

/**
 * What these rules say of a version of an upload beside others in force, and beside the version that it replaces. The same
 * question is answered once.
 */
export function verdictOnVersion(
  version: StoredObject,
  { older, younger }: Beside,
  ruleSet: FileExamination,
  replaced: StoredObject | undefined,
): Examination {
  const question = JSON.stringify([
    ruleSet.rules,
    replaced?.versionId ?? null,
    [older, younger].map((files) => files.map(({ versionId }) => versionId)),
  ]);
  const answers = givenBefore.get(version) ?? new Map<string, Examination>();
  givenBefore.set(version, answers);
  const known = answers.get(question);
  if (known !== undefined) return known;
  const circumstances = {
    ...circumstancesAt(version.lastModified.toISOString()),
    replaced: replaced === undefined ? [] : rowsBefore(rowsOfVersion(replaced, ruleSet)),
  };
  const examination = ruleSet.examine(version.bytes, otherRows({ older, younger }, ruleSet), circumstances);
  answers.set(question, examination);
  return examination;
}

function otherRows({ older, younger }: Beside, ruleSet: FileExamination): OtherRows {
  const others = ofEachTable(() => new Map<RowKey, RowPlace>());
  for (const version of [...older, ...younger]) {
    for (const { content, key, line } of rowsOfVersion(version, ruleSet)) {
      others[content.table].set(key, { file: version.key, line, older: older.includes(version), content });
    }
  }
  return others;
}
