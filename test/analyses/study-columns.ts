import { type CountColumns, countColumns } from '#shared/analyses/counts/count-columns.ts';
import { countedPairs } from '#shared/analyses/counts/counted-pairs.ts';
import { type MeasureColumns, measureColumns } from '#shared/analyses/measures/measure-columns.ts';
import { measuredLesions } from '#shared/analyses/measures/measured-lesions.ts';
import { recordsOf, type TableRecord } from '#shared/presentation/read-table.ts';
import type { ResultTable } from '#shared/publication/result-table.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';
import { SETTINGS } from '#test/study/settings.ts';

/** Patients named P1, P2 … unless their story names them. */
export const studyOf = (stories: readonly PatientStory[]) =>
  assembleStudy(stories.flatMap((story, position) => rowsOfPatient({ id: `P${position + 1}`, ...story })));

export const countsOf = (stories: readonly PatientStory[]): CountColumns =>
  countColumns(countedPairs(includedPatients(studyOf(stories), SETTINGS)));

export const measuresOf = (stories: readonly PatientStory[]): MeasureColumns =>
  measureColumns(measuredLesions(includedPatients(studyOf(stories), SETTINGS), SETTINGS));

/** The one row of a table that has these texts in these columns. */
export function rowOf(table: ResultTable, values: Readonly<Record<string, string>>): TableRecord {
  const [row, ...others] = recordsOf([table], table.name).filter((record) =>
    Object.entries(values).every(([column, value]) => record.text(column) === value),
  );
  if (row === undefined || others.length > 0) throw new Error(`not one row of ${JSON.stringify(values)}`);
  return row;
}
