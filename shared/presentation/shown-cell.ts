import { type Bilingual, sameInBoth } from '#shared/language.ts';
import type { ResultColumn, ResultValue } from '#shared/publication/result-table.ts';
import type { TitleOf } from './read-table.ts';
import { figureInBoth } from './shown-figure.ts';

/** A cell of a published table for people: a figure as `figureInBoth` has it, a code as its title, several in a row. */
export function shownCell(value: ResultValue, column: ResultColumn, titleOf: TitleOf): Bilingual {
  if (typeof value === 'string' && column.vocabulary !== null) {
    const titles = codesIn(value, column.vocabulary, titleOf);
    return { fr: titles.map(({ fr }) => fr).join(' ; '), en: titles.map(({ en }) => en).join('; ') };
  }
  return figureInBoth(value, column);
}

/** A code that a result does not explain stands for itself. */
function codesIn(value: string, vocabulary: string, titleOf: TitleOf): readonly Bilingual[] {
  const whole = titleOf(vocabulary, value);
  if (whole !== undefined) return [whole];
  return value.split(' ').map((code) => titleOf(vocabulary, code) ?? sameInBoth(code));
}
