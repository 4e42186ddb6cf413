import Table from 'cli-table3';
import { type Language, linesIn } from '#shared/language.ts';
import type { ReadableCell, ReadableTable } from '#shared/presentation/readable-table.ts';

const cellText = (language: Language, cell: ReadableCell): string =>
  language === 'both' && cell.both !== undefined ? cell.both : linesIn(language, cell).join('\n');

/** A table in monospaced text, its figures to the right. */
export function terminalTable({ title, headings, rows }: ReadableTable, language: Language): string {
  const table = new Table({
    head: headings.map((heading) => linesIn(language, heading).join('\n')),
    colAligns: headings.map((_, column) => (column === 0 ? 'left' : 'right')),
    // No colours: the text is also read in files and pipes.
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows.map((row) => row.map((cell) => cellText(language, cell))));
  return `${linesIn(language, title).join('\n')}\n${table.toString()}\n`;
}
