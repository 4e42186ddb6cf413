import { bothLanguages } from '#shared/language.ts';
import { harmless, quoted } from '#shared/publication/csv.ts';
import type { Encoding } from '#shared/validation/decode-file.ts';
import type { FileText } from '#shared/validation/examine-file.ts';
import type { Problem } from '#shared/validation/problem.ts';
import { ANNOTATION_COLUMN, isAnnotated } from '#shared/validation/recognise-header.ts';
import { splitCells } from '#shared/validation/split-cells.ts';
import type { FileLine } from '#shared/validation/split-lines.ts';
import { encodeWindows1252 } from '#shared/validation/windows-1252.ts';

/**
 * The sender's own file with one more column that says what is wrong in each row: same separators, line ends
 * and encoding, so that it opens as the original did; UTF-8 with a byte-order mark, without which Excel takes the
 * accents of the messages for something else. A cell that a spreadsheet would run as a formula is made text. Where the
 * file has an annotation of ours already, it is replaced.
 */
export function annotatedFile(text: FileText, problems: readonly Problem[]): Uint8Array<ArrayBuffer> {
  const { delimiter, headerLine } = text;
  const byLine = Map.groupBy(problems, ({ row }) => row ?? headerLine);
  const cellsOf = (line: FileLine) => splitCells(line.text, delimiter) ?? [line.text];
  const header = cellsOf(text.lines[headerLine - 1] ?? { number: headerLine, text: '' });
  const kept = isAnnotated(header) ? header.length - 1 : undefined;
  const rows = text.lines.map((line) => ({ line, cells: cellsOf(line).slice(0, kept) }));
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);

  const annotation = ({ number }: FileLine) => {
    const found = (byLine.get(number) ?? []).map(describe).join(' | ');
    if (number !== headerLine) return found;
    return found === '' ? ANNOTATION_COLUMN : `${ANNOTATION_COLUMN}: ${found}`;
  };
  const annotated = ({ line, cells }: (typeof rows)[number]): string => {
    // What Excel reads before the header (`sep=;`) must stay as it is.
    if (line.number < headerLine) return line.text;
    // A blank line stays blank; one of blank cells is a row like any other, also between tabs.
    if (cells.length === 1 && line.text.trim() === '') return line.text;
    const padding = new Array<string>(width - cells.length).fill('');
    return [...cells, ...padding, annotation(line)]
      .map((cell) => quoted(harmless(cell), delimiter))
      .join(delimiter);
  };
  // Encoded line by line: as one text, the messages of a file that is wrong throughout take gigabytes.
  return joined([
    byteOrderMark(text.encoding),
    ...rows.map((row) => encode(`${annotated(row)}${text.lineEnd}`, text.encoding)),
  ]);
}

const describe = ({ column, message }: Problem) =>
  column === null ? bothLanguages(message) : `${column}: ${bothLanguages(message)}`;

const UTF_8 = new TextEncoder();

const byteOrderMark = (encoding: Encoding) => UTF_8.encode(encoding === 'windows-1252' ? '' : '\uFEFF');

const encode = (text: string, encoding: Encoding) =>
  encoding === 'windows-1252' ? encodeWindows1252(text) : UTF_8.encode(text);

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}
