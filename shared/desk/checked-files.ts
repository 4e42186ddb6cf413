import {
  type Circumstances,
  circumstancesAt,
  type RowBefore,
  rowsBefore,
} from '#shared/validation/circumstances.ts';
import type { Examination } from '#shared/validation/examination.ts';
import type { ExaminationSettings } from '#shared/validation/examination-settings.ts';
import {
  type AcceptedFile,
  type CentreFile,
  inOrderOfEntry,
  rowsBeside,
} from '#shared/validation/examine-centre.ts';
import { examineFile } from '#shared/validation/examine-file.ts';
import { NO_OTHER_ROWS } from '#shared/validation/identity-rules.ts';

/** The version of one of the centre's files that counts today. */
export interface FileInForce extends CentreFile {
  /** Since when its name holds something, ISO 8601: of two files with the same row, the older one counts. */
  readonly since: string;
}

/** A file that is about to be sent, as the study will see it. */
export interface CheckedFile extends CentreFile {
  readonly examination: Examination;
  /** The rows of the file that counts and whose place it takes; null where its name is new. */
  readonly replaced: readonly RowBefore[] | null;
}

interface Entry extends CentreFile {
  /** Undefined of a name that is new. */
  readonly since: string | undefined;
  readonly isDraft: boolean;
  readonly circumstances: Circumstances;
}

/**
 * Examines files that are about to be sent as the study will when they have come: beside the centre's others, in the place
 * of those whose name they have, and behind all others where their name is new.
 *
 * @param now - ISO 8601
 */
export function checkBeside(
  drafts: readonly CentreFile[],
  inForce: readonly FileInForce[],
  settings: ExaminationSettings,
  now: string,
): readonly CheckedFile[] {
  const entries = inOrder(drafts, inForce, settings, now);
  const accepted: AcceptedFile[] = [];
  const examine = ({ bytes, circumstances }: Entry, position: number): Examination =>
    examineFile(bytes, rowsBeside(accepted, position), settings, circumstances);
  const examined = entries.map((entry, position) => {
    const examination = examine(entry, position);
    if (examination.verdict === 'accepted') accepted.push({ name: entry.name, position, examination });
    return { entry, examination };
  });
  const last = accepted.at(-1)?.position ?? 0;
  return examined.flatMap(({ entry, examination }, position) => {
    const { name, bytes, isDraft, since, circumstances } = entry;
    if (!isDraft) return [];
    const replaced = since === undefined ? null : circumstances.replaced;
    // What a file is warned of knows those behind it too; behind the last of them nothing more is known than before.
    const known = position < last ? examine(entry, position) : examination;
    return [{ name, bytes, examination: known, replaced }];
  });
}

function inOrder(
  drafts: readonly CentreFile[],
  inForce: readonly FileInForce[],
  settings: ExaminationSettings,
  now: string,
): readonly Entry[] {
  const names = new Set(drafts.map(({ name }) => name));
  const before = new Map(inForce.map((file) => [file.name, file]));
  const today = circumstancesAt(now);
  const asDraft = (draft: CentreFile): Entry => {
    const replaced = before.get(draft.name);
    const circumstances = replaced === undefined ? today : { ...today, replaced: rowsOf(replaced, settings) };
    return { ...draft, since: replaced?.since, isDraft: true, circumstances };
  };
  const kept = inForce
    .filter(({ name }) => !names.has(name))
    .map((file) => ({ ...file, isDraft: false, circumstances: today }));
  const entered = inOrderOfEntry(drafts).map(asDraft);
  const placed = [...kept, ...entered.filter(({ since }) => since !== undefined)];
  return [
    ...placed.toSorted((a, b) => compared(a.since ?? '', b.since ?? '') || compared(a.name, b.name)),
    ...entered.filter(({ since }) => since === undefined),
  ];
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function rowsOf({ bytes, since }: FileInForce, settings: ExaminationSettings) {
  const examination = examineFile(bytes, NO_OTHER_ROWS, settings, circumstancesAt(since));
  return examination.verdict === 'accepted' ? rowsBefore(examination.rows) : [];
}
