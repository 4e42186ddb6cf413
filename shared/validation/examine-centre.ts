import { TABLE_NAMES, type TableName } from '#shared/tables/tables.ts';
import type { Circumstances } from './circumstances.ts';
import type { ExaminationSettings } from './examination-settings.ts';
import { type Examination, examineFile } from './examine-file.ts';
import { NO_OTHER_ROWS, type OtherRows, type RowPlace } from './identity-rules.ts';

export interface CentreFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ExaminedFile extends CentreFile {
  readonly examination: Examination;
}

/**
 * Examines a centre's files as if they had been dropped one after the other: patients, then pairs, then
 * lesions, each in order of name, under the same circumstances. Of two files with the same row, the second is refused.
 */
export function examineCentre(
  files: readonly CentreFile[],
  settings: ExaminationSettings,
  circumstances: Circumstances,
): readonly ExaminedFile[] {
  const others = { patients: new Map(), pairs: new Map(), lesions: new Map() } satisfies Record<
    TableName,
    Map<string, RowPlace>
  >;
  return inOrderOfEntry(files, settings, circumstances).map((file) => {
    const examination = examineFile(file.bytes, others satisfies OtherRows, settings, circumstances);
    if (examination.verdict === 'accepted') {
      for (const { key, line } of examination.rows) {
        others[examination.table].set(key, { file: file.name, line, older: true });
      }
    }
    return { ...file, examination };
  });
}

function inOrderOfEntry(
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
