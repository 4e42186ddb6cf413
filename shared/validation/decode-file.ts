import type { Bilingual } from '#shared/language.ts';
import { notCsv, utf16 } from './file-problems.ts';
import { inWholeFile, type Problem } from './problem.ts';
import { lengthBeforeEndMark, type MarkedText, withoutMarks } from './text-marks.ts';
import { decodeUtf16, type Utf16, utf16Of } from './utf-16.ts';
import { decodeWindows1252 } from './windows-1252.ts';

export type Encoding = 'utf-8' | 'utf-8-with-bom' | 'windows-1252' | Utf16;

export interface DecodedText extends MarkedText {
  readonly encoding: Encoding;
}

/** How files that are no CSV begin, and what to call them. */
const SIGNATURES: readonly (readonly [readonly number[], Bilingual])[] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    { fr: 'un classeur Excel (.xlsx) ou une archive zip', en: 'an Excel workbook (.xlsx) or a zip archive' },
  ],
  [[0xd0, 0xcf, 0x11, 0xe0], { fr: 'un ancien classeur Excel (.xls)', en: 'an old Excel workbook (.xls)' }],
  [[0x25, 0x50, 0x44, 0x46], { fr: 'un PDF', en: 'a PDF' }],
  [[0x1f, 0x8b], { fr: 'une archive gzip', en: 'a gzip archive' }],
  // "<", "{" and "[{": what some programs name .xls or .csv all the same.
  [[0x3c], { fr: 'une page HTML ou un document XML', en: 'an HTML page or an XML document' }],
  [[0x7b], { fr: 'du JSON ou du RTF', en: 'JSON or RTF' }],
  [[0x5b, 0x7b], { fr: 'du JSON', en: 'JSON' }],
];
const BINARY: Bilingual = { fr: 'un fichier binaire', en: 'a binary file' };
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

const begins = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, position) => bytes[position] === byte);

// Control characters that no text holds; tab, line feed and carriage return are not among them.
const isControl = (code: number) => code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d;

function hasControl(bytes: Uint8Array, end: number): boolean {
  for (let at = 0; at < end; at++) if (isControl(bytes[at] ?? 0)) return true;
  return false;
}

/** The text of a file, or the problem that says what the file is instead and what to do. */
export function decodeFile(bytes: Uint8Array): DecodedText | Problem {
  const wide = utf16Of(bytes);
  if (wide !== undefined) return decodeWide(bytes, wide);
  const known = SIGNATURES.find(([signature]) => begins(bytes, signature));
  if (known !== undefined) return notCsv(inWholeFile, known[1]);
  const end = lengthBeforeEndMark(bytes.length, (at) => bytes[at]);
  if (hasControl(bytes, end)) {
    // ASCII text as UTF-16 without a mark: every second byte is zero.
    const zeros = bytes.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
    return zeros * 3 > bytes.length ? utf16(inWholeFile) : notCsv(inWholeFile, BINARY);
  }
  return decodeNarrow(bytes);
}

function decodeNarrow(bytes: Uint8Array): DecodedText {
  const marked = begins(bytes, BYTE_ORDER_MARK);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    return { ...withoutMarks(text), encoding: marked ? 'utf-8-with-bom' : 'utf-8' };
  } catch {
    // Not UTF-8: what French Excel writes as plain "CSV".
    return { ...withoutMarks(decodeWindows1252(bytes)), encoding: 'windows-1252' };
  }
}

function decodeWide(bytes: Uint8Array, encoding: Utf16): DecodedText | Problem {
  const decoded = decodeUtf16(bytes, encoding);
  if (decoded === undefined) return notCsv(inWholeFile, BINARY);
  const marked = withoutMarks(decoded);
  for (let at = 0; at < marked.text.length; at++) {
    if (isControl(marked.text.charCodeAt(at))) return notCsv(inWholeFile, BINARY);
  }
  return { ...marked, encoding };
}
