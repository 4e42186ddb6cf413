import type { Bilingual } from '#shared/language.ts';
import type { CellValue } from './column-kinds.ts';
import { saysNothing, saysNotKnown } from './spellings/not-known.ts';
import type { Column } from './table.ts';

export interface CellRead {
  readonly value: CellValue | null;
}

/** Why a cell has no value in its column: it may not be blank, or is none of the column's kind, which knows why not. */
export interface CellNotRead {
  readonly why: 'blank' | 'of another kind';
}

const BLANK: CellNotRead = { why: 'blank' };
const OF_ANOTHER_KIND: CellNotRead = { why: 'of another kind' };
const PERHAPS_NOT_KNOWN: Bilingual = {
  fr: 'Si la valeur n’est pas connue, laissez la cellule vide ou écrivez NC',
  en: 'If the value is not known, leave the cell blank or write NC',
};

/**
 * What a trimmed cell of a column says. "Not known" is looked for before anything else but a code, for a column may
 * have a code `unknown`; no other value is written like it.
 */
export function readCell({ kind, blank }: Column, cell: string): CellRead | CellNotRead {
  if (saysNotKnown(cell)) {
    const code = kind.words === undefined ? undefined : kind.read(cell);
    if (code !== undefined) return { value: code };
    return blank === undefined ? BLANK : { value: blank.means };
  }
  const value = kind.read(cell);
  return value === undefined ? OF_ANOTHER_KIND : { value };
}

/** Why a trimmed cell that is not blank says nothing that its column may hold, as the beginning of a sentence. */
export const whyNotRead = ({ kind, blank }: Column, cell: string): Bilingual | undefined =>
  blank !== undefined && saysNothing(cell)
    ? (blank.remedy ?? PERHAPS_NOT_KNOWN)
    : (kind.whyNot(cell) ?? blank?.remedy);
