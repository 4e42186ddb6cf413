import {
  firstReaderAbsent,
  measurableWithoutLesions,
  measuredTooFew,
  scanOutsidePeriod,
} from './cross-table-warnings.ts';
import type { InManyRows } from './in-many-rows.ts';
import { onLine, type Place, type Problem } from './problem.ts';
import { listedNotUsed, listedUnlikeCounted, listedWithoutSaying } from './visibility-problems.ts';
import { pairNotSent, patientNotSent, totalEqualsOneSequence } from './warnings.ts';

interface FrequentKind {
  readonly warn: (place: Place, where: InManyRows) => Problem;
  /** Whether warnings on so many lines are one thing to say of the file. */
  readonly isOne: (lines: number, rows: number) => boolean;
}

/** Up to so many lines are mended faster one by one: each warning names its numbers, which the one does not. */
const A_FEW = 3;
const isMostRows = (lines: number, rows: number) => lines > A_FEW && 2 * lines >= rows;

/** The kinds of which nearly every row of a file may be warned. */
const KINDS: readonly FrequentKind[] = [
  { warn: totalEqualsOneSequence, isOne: (lines) => lines > 1 },
  { warn: patientNotSent, isOne: isMostRows },
  { warn: pairNotSent, isOne: isMostRows },
  { warn: firstReaderAbsent, isOne: isMostRows },
  { warn: scanOutsidePeriod, isOne: isMostRows },
  { warn: measurableWithoutLesions, isOne: isMostRows },
  { warn: listedUnlikeCounted, isOne: isMostRows },
  { warn: listedWithoutSaying, isOne: isMostRows },
  { warn: listedNotUsed, isOne: isMostRows },
  // Of many patients most lesions are too small to be measured.
  { warn: measuredTooFew, isOne: (lines) => lines > A_FEW },
];

/**
 * The warnings that nearly every row would get, as one for the file at its header, which marks their lines.
 *
 * @param warnings - those of each kind in order of lines
 * @param rows - how many rows the file has
 */
export function frequentOnes(
  warnings: Iterable<Pick<Problem, 'code' | 'row' | 'about'>>,
  rows: number,
  headerLine: number,
): readonly Problem[] {
  const kinds = KINDS.map(({ warn, isOne }) => {
    const { code } = warn(onLine(headerLine), { rows: 0, of: rows, columns: [] });
    return { code, warn, isOne, lines: [] as number[], columns: new Set<string>() };
  });
  for (const { code, row, about } of warnings) {
    const kind = kinds.find((one) => one.code === code);
    if (kind === undefined || row === null) continue;
    if (kind.lines.at(-1) !== row) kind.lines.push(row);
    if (about !== null) kind.columns.add(about);
  }
  return kinds
    .filter(({ isOne, lines }) => isOne(lines.length, rows))
    .map(({ warn, lines, columns }) =>
      warn(onLine(headerLine), { rows: lines.length, of: rows, columns: [...columns] }).marking(lines),
    );
}
