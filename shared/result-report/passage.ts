import type { PublishedCell } from './published-result.ts';

/**
 * A text in one language whose every figure is a cell of a published table: so that the page can say where each stands,
 * and a test can look each up.
 */
export type Passage = readonly (string | PublishedCell)[];

export interface BilingualPassage {
  readonly fr: Passage;
  readonly en: Passage;
}

/** A template of a passage: passage`${row.cell('total')} métastases`. Passages within it are taken in. */
export const passage = (
  words: TemplateStringsArray,
  ...parts: readonly (string | PublishedCell | Passage)[]
): Passage =>
  words
    .flatMap((word, position): Passage => {
      const part = parts[position];
      if (part === undefined) return [word];
      return typeof part === 'string' || isCell(part) ? [word, part] : [word, ...part];
    })
    .filter((part) => part !== '');

const isCell = (part: PublishedCell | Passage): part is PublishedCell => 'column' in part;
