import { ofEachTable, TABLE_NAMES } from '#shared/tables/tables.ts';
import type { Circumstances } from './circumstances.ts';
import type { Examination } from './examination.ts';
import type { ExaminationSettings } from './examination-settings.ts';
import { examineFile } from './examine-file.ts';
import { NO_OTHER_ROWS, type OtherRows, type RowPlace } from './identity-rules.ts';

export interface CentreFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ExaminedFile extends CentreFile {
  readonly examination: Examination;
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
  const accepted: AcceptedFile[] = [];
  const examined = inOrderOfEntry(files, settings, circumstances).map((file, position) => {
    const examination = examineFile(file.bytes, rowsBeside(accepted, position), settings, circumstances);
    if (examination.verdict === 'accepted') accepted.push({ name: file.name, position, examination });
    return { ...file, examination };
  });
  return examined.map((file, position) =>
    file.examination.verdict === 'accepted'
      ? {
          ...file,
          examination: examineFile(file.bytes, rowsBeside(accepted, position), settings, circumstances),
        }
      : file,
  );
}

/** A file that was accepted, and where it stands in the order of the centre's files. */
export interface AcceptedFile {
  readonly name: string;
  readonly position: number;
  readonly examination: Extract<Examination, { readonly verdict: 'accepted' }>;
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
export function inOrderOfEntry(
  files: readonly CentreFile[],
  settings: ExaminationSettings,
  circumstances: Circumstances,
): readonly CentreFile[] {
  const rank = ({ bytes }: CentreFile) => {
    const { table } = examineFile(bytes, NO_OTHER_ROWS, settings, circumstances);
    return table === null ? TABLE_NAMES.length : TABLE_NAMES.indexOf(table);
  };
  return files
    .map((file) => ({ file, rank: rank(file) }))
    .sort((a, b) => a.rank - b.rank || (a.file.name < b.file.name ? -1 : 1))
    .map(({ file }) => file);
}
