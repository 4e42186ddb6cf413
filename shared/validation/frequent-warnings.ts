import {
  firstReaderAbsent,
  measurableWithoutLesions,
  measuredTooFew,
  scanOutsidePeriod,
} from './cross-table-warnings.ts';
import type { InManyRows } from './in-many-rows.ts';
import { onLine, type Place, type Problem } from './problem.ts';
import { pairNotSent, patientNotSent, totalEqualsOneSequence } from './warnings.ts';

interface FrequentKind {
  readonly warn: (place: Place, where: InManyRows) => Problem;
  /** Whether so many warnings of it are one thing to say of the file. */
  readonly isOne: (warnings: number, rows: number) => boolean;
}

/** Fewer than these are found faster one by one. */
const A_FEW = 3;
const isMostRows = (warnings: number, rows: number) => warnings > A_FEW && 2 * warnings >= rows;

/** The kinds of which nearly every row of a file may be warned. */
const KINDS: readonly FrequentKind[] = [
  { warn: totalEqualsOneSequence, isOne: (warnings) => warnings > 1 },
  { warn: patientNotSent, isOne: isMostRows },
  { warn: pairNotSent, isOne: isMostRows },
  { warn: firstReaderAbsent, isOne: isMostRows },
  { warn: scanOutsidePeriod, isOne: isMostRows },
  { warn: measurableWithoutLesions, isOne: isMostRows },
  // Of many patients most lesions are too small to be measured.
  { warn: measuredTooFew, isOne: (warnings) => warnings > A_FEW },
];

/**
 * Warnings with those that nearly every row would get as one for the file, at its header, which marks their lines.
 *
 * @param rows - how many rows the file has
 */
export function frequentOnesTogether(
  warnings: readonly Problem[],
  rows: number,
  headerLine: number,
): readonly Problem[] {
  const byCode = Map.groupBy(warnings, ({ code }) => code);
  return KINDS.reduce((left, { warn, isOne }) => {
    const one = warn(onLine(headerLine), { rows: 0, of: rows });
    const same = byCode.get(one.code) ?? [];
    if (!isOne(same.length, rows)) return left;
    const marks = [...new Set(same.flatMap(({ row }) => (row === null ? [] : [row])))];
    const together = { ...warn(onLine(headerLine), { rows: marks.length, of: rows }), marks };
    return [together, ...left.filter(({ code }) => code !== one.code)];
  }, warnings);
}
