import {
  firstReaderAbsent,
  measurableWithoutLesions,
  measuredTooFew,
  scanOutsidePeriod,
} from './cross-table-warnings.ts';
import type { InManyRows } from './in-many-rows.ts';
import { onLine, type Place, type Problem } from './problem.ts';
import { listedUnlikeCounted, listedWithoutSaying } from './visibility-problems.ts';
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
  { warn: listedUnlikeCounted, isOne: isMostRows },
  { warn: listedWithoutSaying, isOne: isMostRows },
  // Of many patients most lesions are too small to be measured.
  { warn: measuredTooFew, isOne: (warnings) => warnings > A_FEW },
];

/**
 * The warnings that nearly every row would get, as one for the file at its header, which marks their lines.
 *
 * @param warnings - in order of lines
 * @param rows - how many rows the file has
 */
export function frequentOnes(
  warnings: Iterable<Problem>,
  rows: number,
  headerLine: number,
): readonly Problem[] {
  const kinds = KINDS.map(({ warn, isOne }) => {
    const { code } = warn(onLine(headerLine), { rows: 0, of: rows });
    return { code, warn, isOne, count: 0, lines: [] as number[] };
  });
  for (const { code, row } of warnings) {
    const kind = kinds.find((one) => one.code === code);
    if (kind === undefined || row === null) continue;
    kind.count += 1;
    if (kind.lines.at(-1) !== row) kind.lines.push(row);
  }
  return kinds
    .filter(({ isOne, count }) => isOne(count, rows))
    .map(({ warn, lines }) => warn(onLine(headerLine), { rows: lines.length, of: rows }).marking(lines));
}
