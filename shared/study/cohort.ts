import type { Circumstances } from '#shared/validation/circumstances.ts';
import { contentsOf } from '#shared/validation/examination.ts';
import type { ExaminationSettings } from '#shared/validation/examination-settings.ts';
import { type CentreFile, type JudgedFile, judgeCentre } from '#shared/validation/examine-centre.ts';
import { KeptRows } from './kept-rows.ts';
import type { CentreRow } from './study.ts';

/** The files of each centre, by its name. */
export type Cohort = ReadonlyMap<string, readonly CentreFile[]>;

export interface CohortFile extends JudgedFile {
  readonly centre: string;
}

/** Examines the files of all centres as if each had dropped its own. */
export const examineCohort = (
  cohort: Cohort,
  settings: ExaminationSettings,
  circumstances: Circumstances,
): readonly CohortFile[] =>
  [...cohort].flatMap(([centre, files]) =>
    judgeCentre(files, settings, circumstances).map((file) => ({ centre, ...file })),
  );

/** The rows that enter the study: those of the files that are accepted. */
export function* acceptedRows(files: readonly CohortFile[]): Generator<CentreRow> {
  for (const { centre, examination } of files) {
    if (examination.verdict === 'refused') continue;
    const { table, rows } = examination;
    yield* new KeptRows(centre, table, contentsOf(rows));
  }
}
