import Table from 'cli-table3';
import { bothLanguages } from '#shared/language.ts';
import type { ReadableTable } from '#shared/presentation/readable-table.ts';

/** A table in monospaced text, its figures to the right. */
export function terminalTable({ title, headings, rows }: ReadableTable): string {
  const table = new Table({
    head: headings.map(({ fr, en }) => (fr === en ? fr : `${fr}\n${en}`)),
    colAligns: headings.map((_, column) => (column === 0 ? 'left' : 'right')),
    // No colours: the text is also read in files and pipes.
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows.map((row) => [...row]));
  return `${bothLanguages(title)}\n${table.toString()}\n`;
}
