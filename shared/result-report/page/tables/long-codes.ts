import type { Bilingual } from '#shared/language.ts';
import type { TitleOf } from '#shared/presentation/read-table.ts';
import { shownCell } from '#shared/presentation/shown-cell.ts';
import type { ResultColumn, ResultValue } from '#shared/publication/result-table.ts';
import { REASON } from './reason-marks.ts';
import type { LaidColumn } from './table-layout.ts';

/** A longer code stands as a letter, with its title under the table. */
const LONGEST_CODE = 12;

export const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));

/** In characters. */
export const longestCell = ({ column, values }: LaidColumn, titleOf: TitleOf): number =>
  longest(
    values.flatMap((value) => {
      const { fr, en } = shownCell(value, column, titleOf);
      return [fr, en];
    }),
  );

/** Figures, names, and codes whose titles are short; a reason never is. */
export const isShort = (laid: LaidColumn, titleOf: TitleOf): boolean =>
  laid.column.vocabulary === null ||
  (laid.column.vocabulary !== REASON && longestCell(laid, titleOf) <= LONGEST_CODE);

/** The codes of a block that stand as letters, by vocabulary and code, each with its title. */
export const longCodes = (columns: readonly LaidColumn[], titleOf: TitleOf): ReadonlyMap<string, Bilingual> =>
  new Map(
    columns
      .filter((laid) => !isShort(laid, titleOf))
      .flatMap(({ column, values }) =>
        values
          .filter((value) => value !== null)
          .map((value) => [codeOf(column, value), shownCell(value, column, titleOf)] as const),
      ),
  );

/** What a letter stands for: a vocabulary and a code of it. */
export const codeOf = ({ vocabulary }: ResultColumn, value: ResultValue): string => `${vocabulary} ${value}`;
