import { ofEachTable, TABLE_NAMES, type TableName } from '#shared/tables/tables.ts';
import type { Circumstances } from './circumstances.ts';
import type { Examination, Judgement } from './examination.ts';
import type { ExaminationSettings } from './examination-settings.ts';
import { examineRead, judgeRead, readFile, tableOf } from './examine-file.ts';
import type { OtherRows, RowPlace } from './identity-rules.ts';

export interface CentreFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ExaminedFile extends CentreFile {
  readonly examination: Examination;
}

export interface JudgedFile extends CentreFile {
  readonly examination: Judgement;
}

/**
 * Examines a centre's files as if they had been dropped one after the other, in the order of the tables and of their
 * names, under the same circumstances. Of two files with the same row, the second is refused.
 * What each is warned of knows the files after it too, as a report does that is written again when they come.
 */
export function examineCentre(
  files: readonly CentreFile[],
  settings: ExaminationSettings,
  circumstances: Circumstances,
): readonly ExaminedFile[] {
  const { entered, accepted } = enterCentre(files, examineRead, settings, circumstances);
  const last = accepted.at(-1)?.position ?? 0;
  return entered.map(({ file, read, examination }, position) => ({
    ...file,
    // Behind the last of them nothing more is known than before.
    examination:
      examination.verdict === 'accepted' && position < last
        ? examineRead(read, rowsBeside(accepted, position), settings, circumstances)
        : examination,
  }));
}

/** The same for whoever wants the verdicts and the rows alone. */
export const judgeCentre = (
  files: readonly CentreFile[],
  settings: ExaminationSettings,
  circumstances: Circumstances,
): readonly JudgedFile[] =>
  enterCentre(files, judgeRead, settings, circumstances).entered.map(({ file, examination }) => ({
    ...file,
    examination,
  }));

function enterCentre<Verdict extends Judgement>(
  files: readonly CentreFile[],
  verdictOn: (...examined: Parameters<typeof judgeRead>) => Verdict,
  settings: ExaminationSettings,
  circumstances: Circumstances,
) {
  const accepted: AcceptedFile[] = [];
  const entered = readInOrder(files).map(({ file, read }, position) => {
    const examination = verdictOn(read, rowsBeside(accepted, position), settings, circumstances);
    if (examination.verdict === 'accepted') accepted.push({ name: file.name, position, examination });
    return { file, read, examination };
  });
  return { entered, accepted };
}

/** A file that was accepted, and where it stands in the order of the centre's files. */
export interface AcceptedFile {
  readonly name: string;
  readonly position: number;
  readonly examination: Extract<Judgement, { readonly verdict: 'accepted' }>;
}

/** The rows of the accepted files but the one that stands at a position. */
export function rowsBeside(accepted: readonly AcceptedFile[], position: number): OtherRows {
  const others = ofEachTable(() => new Map<string, RowPlace>());
  for (const { name, position: own, examination } of accepted) {
    if (own === position) continue;
    for (const { key, line, content } of examination.rows) {
      others[examination.table].set(key, { file: name, line, older: own < position, content });
    }
  }
  return others;
}

/** A centre's files in the order in which they refer to one another: by what they hold, then by name. */
export const inOrderOfEntry = (files: readonly CentreFile[]): readonly CentreFile[] =>
  readInOrder(files).map(({ file }) => file);

function readInOrder(files: readonly CentreFile[]) {
  const rank = (table: TableName | null) =>
    table === null ? TABLE_NAMES.length : TABLE_NAMES.indexOf(table);
  return files
    .map((file) => ({ file, read: readFile(file.bytes) }))
    .map((one) => ({ ...one, rank: rank(tableOf(one.read)) }))
    .sort((a, b) => a.rank - b.rank || (a.file.name < b.file.name ? -1 : 1));
}
