import { idsAlikeBefore, idsAlikeInFile, idsAlikeInOtherFiles } from './alike-ids.ts';
import type { Circumstances } from './circumstances.ts';
import { datesToCome } from './dates-to-come.ts';
import { type Examination, type FileText, type Judgement, refusedFor } from './examination.ts';
import type { ExaminationSettings } from './examination-settings.ts';
import { noRows } from './file-problems.ts';
import { idsThatIdentify } from './id-shapes.ts';
import { type Conflict, type OtherRows, repeatedRows, rowsInOtherFiles } from './identity-rules.ts';
import { inOrderOfLines } from './in-order-of-lines.ts';
import { lesionsTooMany, lesionsTooSmall } from './lesion-file-rules.ts';
import { lesionsSaidOtherwise, listedChangingPlace } from './listed-lesion-rules.ts';
import { monthFirstDates } from './month-first-dates.ts';
import { pairsOutOfTime } from './pair-file-rules.ts';
import { pairsByPatient } from './pairs-by-patient.ts';
import { onLine } from './problem.ts';
import type { RowsRead } from './read-rows.ts';
import type { Header } from './recognise-header.ts';
import { rowByRow } from './row-by-row.ts';
import { tallied } from './tally.ts';
import { rowProblems, toldRows } from './told-rows.ts';
import { warningsOfFile } from './warnings-of-file.ts';
import { causesOfColumns } from './whole-columns.ts';

/** A file whose header is known. */
export interface FileWithRows {
  readonly header: Header;
  readonly read: RowsRead;
  readonly text: FileText;
}

/** The verdict on it by the rules of its rows: refused, or accepted with what is doubtful. */
export function examineRows(
  file: FileWithRows,
  others: OtherRows,
  settings: ExaminationSettings,
  circumstances: Circumstances,
): Examination {
  const { judgement, pairs, told } = judged(file, others, settings, circumstances);
  if (judgement.verdict === 'refused') return judgement;
  const { header, read, text } = file;
  const tally = tallied(
    warningsOfFile(
      { header, rows: read.rows, pairs, told, lines: text.lines },
      others,
      settings,
      circumstances,
    ),
  );
  return { ...judgement, warnings: tally.kept, tally };
}

/** The verdict alone. */
export const judgeRows = (
  file: FileWithRows,
  others: OtherRows,
  settings: ExaminationSettings,
  circumstances: Circumstances,
): Judgement => judged(file, others, settings, circumstances).judgement;

/** The verdict, with what the warnings need of what was found on the way. */
function judged(
  { header, read: { rows, problems, isEmpty }, text }: FileWithRows,
  others: OtherRows,
  settings: ExaminationSettings,
  circumstances: Circumstances,
) {
  const { table } = header;
  const pairs = pairsByPatient(rows);
  const told = toldRows(rows, others, settings);
  const dates = monthFirstDates(header, text.lines.below(header.line), problems);
  const conflicts: readonly Conflict[] = [
    ...rowsInOtherFiles(rows, others),
    ...idsAlikeInOtherFiles(rows, others),
    ...lesionsTooMany(rows, others, settings),
    ...lesionsSaidOtherwise(rows, others),
  ];
  const blocked = conflicts.find(({ files }) => files.length > 0);
  const blockedBy = [...new Set(blocked?.files)].sort();
  const all = inOrderOfLines(
    causesOfColumns(header, dates.problems),
    isEmpty ? [noRows(onLine(header.line))] : [],
    rowByRow(told.wrong, rowProblems),
    lesionsTooSmall(rows, settings),
    listedChangingPlace(rows),
    repeatedRows(rows),
    idsAlikeInFile(rows),
    idsAlikeBefore(rows, circumstances.replaced),
    idsThatIdentify(rows),
    // Where months stand first, days that were read as if they did not say nothing.
    ...(dates.found ? [] : [pairsOutOfTime(pairs), ...datesToCome(rows, circumstances)]),
    conflicts.map(({ problem }) => problem),
  );
  const refused = refusedFor(all, { table, blockedBy, text });
  const judgement: Judgement = refused.tally.count > 0 ? refused : { verdict: 'accepted', table, rows, text };
  return { judgement, pairs, told };
}
