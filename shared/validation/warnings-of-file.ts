import { DECIDE_INCLUSION, PATIENT_ID } from '#shared/tables/patients.ts';
import type { Circumstances } from './circumstances.ts';
import { crossTableWarnings } from './cross-table-rules.ts';
import type { ExaminationSettings } from './examination-settings.ts';
import type { FileRows } from './file-rows.ts';
import { frequentOnes } from './frequent-warnings.ts';
import { idsThatMayIdentify } from './id-shapes.ts';
import { examplesLeft, type OtherRows, orphans } from './identity-rules.ts';
import { inOrderOfLines } from './in-order-of-lines.ts';
import { lesionsChangingSide } from './lesion-file-rules.ts';
import { readersDisagreeingOnDates } from './pair-file-rules.ts';
import type { PairsOfPatients } from './pairs-by-patient.ts';
import { onLine, type Problem } from './problem.ts';
import { readersNotDescribed } from './reader-rules.ts';
import type { Header } from './recognise-header.ts';
import { lossesOfReplacement } from './replacement-rules.ts';
import { rowByRow } from './row-by-row.ts';
import { perhapsShiftedRows } from './short-rows.ts';
import type { FileLines } from './split-lines.ts';
import { rowWarnings, type ToldRows } from './told-rows.ts';
import { inclusionColumnAbsent, optionalColumnAbsent } from './warnings.ts';

interface AcceptedFile {
  readonly header: Header;
  readonly rows: FileRows;
  readonly pairs: PairsOfPatients;
  readonly told: ToldRows;
  readonly lines: FileLines;
}

/** What is doubtful in a file that is accepted, in order of lines; what nearly every row would be told, once. */
export function warningsOfFile(
  { header, rows, pairs, told, lines }: AcceptedFile,
  others: OtherRows,
  settings: ExaminationSettings,
  { replaced }: Circumstances,
): Iterable<Problem> {
  const askedFor = header.absent.filter(({ isSupplementary }) => !isSupplementary);
  const ofFile = [
    ...lossesOfReplacement(rows, replaced, others, header.line),
    ...(askedFor.length > 0
      ? [optionalColumnAbsent(onLine(header.line), askedFor.map(({ name }) => name).join(', '))]
      : []),
    ...header.absent
      .filter(({ name }) => DECIDE_INCLUSION.includes(name))
      .map(({ name }) => inclusionColumnAbsent({ ...onLine(header.line), column: name }, name)),
  ];
  const earlier = [
    ofFile,
    rowByRow(told.doubtful, (row) => rowWarnings(row, settings)),
    lesionsChangingSide(rows),
    readersDisagreeingOnDates(pairs),
    examplesLeft(rows),
    idsThatMayIdentify(rows, header.line),
    perhapsShiftedRows(header, lines.below(header.line)),
  ];
  const later = [
    readersNotDescribed(rows, others),
    crossTableWarnings(rows, { pairs, told }, others, settings),
  ];
  const warnings = (ofOrphans: Iterable<Problem>) => inOrderOfLines(...earlier, ofOrphans, ...later);

  const { rows: alone, notSent } = orphans(rows, others);
  const { code } = notSent(onLine(header.line));
  // All are gone through twice: which are frequent is known only at the end. Orphans may be all rows: first, their lines are enough.
  function* all() {
    yield* warnings([]);
    for (const { line } of alone) yield { code, row: line, about: PATIENT_ID.name };
  }
  const frequent = frequentOnes(all(), rows.length, header.line);
  const saidOnce = new Set(frequent.map((warning) => warning.code));
  const ofOrphans = rowByRow(saidOnce.has(code) ? [] : alone, ({ at }) => [notSent(at(PATIENT_ID.name))]);
  return inOrderOfLines(
    frequent,
    warnings(ofOrphans).filter((warning) => !saidOnce.has(warning.code)),
  );
}
