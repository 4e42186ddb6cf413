import { TABLE_NAMES } from '#shared/tables/tables.ts';
import type { ExaminationSettings } from './examination-settings.ts';
import type { FileRow, RowAtHand } from './file-row.ts';
import type { FileRows } from './file-rows.ts';
import type { OtherRows } from './identity-rules.ts';
import { lesionProblems, lesionWarnings } from './lesion-rules.ts';
import { pairProblems, pairWarnings, totalWarnings } from './pair-rules.ts';
import { patientWarnings } from './patient-rules.ts';
import type { Problem } from './problem.ts';
import { visibilityProblems, visibilityWarnings } from './visibility-rules.ts';

/** The rows of a file of which a rule of one row has something to say, in order of lines. */
export interface ToldRows {
  readonly wrong: readonly FileRow[];
  readonly doubtful: readonly FileRow[];
  /** Those with a total that only one sequence reaches, where no other file can confirm it. */
  readonly doubtfulTotals: readonly FileRow[];
}

/** Looks at each row once, by all rules of one row: to have its values at hand takes longer than a rule. */
export function toldRows(rows: FileRows, others: OtherRows, settings: ExaminationSettings): ToldRows {
  const told = { wrong: [] as FileRow[], doubtful: [] as FileRow[], doubtfulTotals: [] as FileRow[] };
  const isAlone = areNoOthers(others);
  rows.each((hand, row) => {
    if (rowProblems(hand).length > 0) told.wrong.push(rows.rowAt(row));
    if (rowWarnings(hand, settings).length > 0) told.doubtful.push(rows.rowAt(row));
    if (isAlone && hasDoubtfulTotal(hand)) told.doubtfulTotals.push(rows.rowAt(row));
  });
  return told;
}

export const areNoOthers = (others: OtherRows): boolean =>
  TABLE_NAMES.every((table) => others[table].size === 0);

const hasDoubtfulTotal = ({ content, at }: RowAtHand): boolean =>
  content.table === 'pairs' && totalWarnings(content.row, at, []).length > 0;

export function rowProblems({ content, at }: RowAtHand): readonly Problem[] {
  switch (content.table) {
    case 'readers':
    case 'patients':
      return [];
    case 'pairs':
      return pairProblems(content.row, at);
    case 'lesions':
      return lesionProblems(content.row, at);
    case 'visibility':
      return visibilityProblems(content.row, at);
  }
}

export function rowWarnings({ content, at }: RowAtHand, settings: ExaminationSettings): readonly Problem[] {
  switch (content.table) {
    case 'patients':
      return patientWarnings(content.row, at, settings);
    case 'pairs':
      return pairWarnings(content.row, at, settings);
    case 'lesions':
      return lesionWarnings(content.row, at);
    case 'visibility':
      return visibilityWarnings(content.row, at);
    case 'readers':
      return [];
  }
}
