import { studyTables } from '#shared/analyses/study-tables.ts';
import { recordsOf, type TableRecord } from '#shared/presentation/read-table.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { assembleStudy, type CentreRow } from '#shared/study/study.ts';
import { SETTINGS } from '#test/study/settings.ts';

/** The rows of one of the tables that a study of these rows publishes. */
export const recordsOfStudy = (
  rows: readonly CentreRow[],
  table: string,
  settings: StudySettings = SETTINGS,
): readonly TableRecord[] => recordsOf(studyTables(assembleStudy(rows), settings), table);

/** The rows that have these texts in these columns. */
export const matching = (
  records: readonly TableRecord[],
  values: Readonly<Record<string, string>>,
): readonly TableRecord[] => {
  const wanted = Object.entries(values);
  return records.filter((record) => wanted.every(([column, value]) => record.text(column) === value));
};
