import type { Encoding } from '#shared/validation/decode-file.ts';
import type { FileText } from '#shared/validation/examination.ts';
import { SEPARATOR_LINE } from '#shared/validation/examine-file.ts';
import { encodeUtf16 } from '#shared/validation/utf-16.ts';
import { encodeWindows1252 } from '#shared/validation/windows-1252.ts';

const UTF_8 = new TextEncoder();

/**
 * What stands before the first line. UTF-8 gets a byte-order mark where it had none, without which Excel takes the
 * accents of the messages for something else; but not before `sep=;`, which Excel then no longer reads.
 */
export const byteOrderMark = (text: FileText): string =>
  text.encoding === 'windows-1252' || isUnmarkedSeparator(text) ? '' : '\uFEFF';

/**
 * The encoding that the annotated file is written in: the sender's own. Excel reads a file that begins with `sep=;` and
 * has no mark as Windows-1252; where theirs has no accents, it is that as well, and the messages are legible.
 */
export const annotationEncoding = (text: FileText): Encoding =>
  isUnmarkedSeparator(text) && [...text.lines].every((line) => isAscii(line.text))
    ? 'windows-1252'
    : text.encoding;

const isUnmarkedSeparator = ({ encoding, before, lines }: FileText): boolean =>
  encoding === 'utf-8' && before === '' && SEPARATOR_LINE.test(lines.numbered(1)?.text ?? '');

const isAscii = (text: string): boolean => /^\p{ASCII}*$/u.test(text);

export function encode(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'windows-1252':
      // It has no thin no-break space, and a broader one.
      return encodeWindows1252(text.replaceAll('\u202f', '\u00a0'));
    case 'utf-16le':
    case 'utf-16be':
      return encodeUtf16(text, encoding);
    case 'utf-8':
    case 'utf-8-with-bom':
      return UTF_8.encode(text);
  }
}
