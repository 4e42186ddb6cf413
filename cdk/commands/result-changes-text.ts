import { sameInBoth } from '#shared/language.ts';
import type { ResultChanges } from '#shared/publication/comparison/compare-results.ts';
import { sameFigures, type TablesChanges } from '#shared/publication/comparison/compare-tables.ts';
import { CommandFailure, type Terminal } from './command.ts';
import type { ReadResult } from './published-results.ts';
import { sourceChangeLines } from './source-changes-text.ts';
import { tableChangesTexts, wholeTableText } from './table-changes-text.ts';

/**
 * What differs between two results, for the eye.
 *
 * @param table the name of the one table to show whole; undefined for a part of each
 */
export function resultChangesText(
  { tables: changes, ...sources }: ResultChanges,
  { before, after }: { readonly before: ReadResult; readonly after: ReadResult },
  table: string | undefined,
  terminal: Pick<Terminal, 'say' | 'language'>,
): string {
  const { say } = terminal;
  const tables = [...after.tables, ...before.tables];
  const titleOf: ReadResult['titleOf'] = (vocabulary, code) =>
    after.titleOf(vocabulary, code) ?? before.titleOf(vocabulary, code);
  const shown = { tables, titleOf, whole: (name: string) => sameInBoth(`--table ${name}`) };
  if (table !== undefined) {
    if (!tables.some(({ name }) => name === table)) throw noSuchTable(table, after.tables);
    const found = changes.changed.find((changed) => changed.table === table);
    return found === undefined ? say(SAME_FIGURES) : wholeTableText(found, shown, terminal);
  }
  const lines = sourceChangeLines(sources, say);
  return [
    ...(lines.length === 0 ? [say(SAME_SOURCES)] : lines),
    '',
    say(sameFigures(changes) ? SAME_FIGURES : howMany(changes)),
    ...(sameFigures(changes) ? [] : ['']),
    ...tableChangesTexts({ changes, ...shown }, terminal),
  ].join('\n');
}

const SAME_SOURCES = {
  fr: 'Mêmes fichiers, mêmes réglages, même code.',
  en: 'The same files, the same settings, the same code.',
};
const SAME_FIGURES = { fr: 'Tous les chiffres sont les mêmes.', en: 'All figures are the same.' };

function howMany({ changed }: TablesChanges) {
  const moved = changed.reduce((sum, table) => sum + table.moved.length, 0);
  return {
    fr: `${moved} valeur(s) changée(s), dans ${changed.length} tableau(x).`,
    en: `${moved} value(s) changed, in ${changed.length} table(s).`,
  };
}

function noSuchTable(table: string, tables: ReadResult['tables']): CommandFailure {
  const names = tables.map(({ name }) => name).join(', ');
  return new CommandFailure({
    fr: `Aucun des deux résultats n’a de tableau ${table}. Les tableaux : ${names}.`,
    en: `Neither result has a table ${table}. The tables: ${names}.`,
  });
}
