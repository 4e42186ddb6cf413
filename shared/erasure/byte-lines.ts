import type { Encoding } from '#shared/validation/decode-file.ts';
import { decodeWindows1252 } from '#shared/validation/windows-1252.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** A physical line of a file, and where its bytes stand. */
export interface ByteLine {
  /** As an editor counts, from 1. */
  readonly number: number;
  readonly text: string;
  /** The place of its first byte, and the one behind its line end. */
  readonly start: number;
  readonly end: number;
}

/** The lines of a file, as `splitLines` has them of its text, each with its bytes: so the others can be kept as they are. */
export function* byteLines(bytes: Uint8Array, encoding: Encoding): Generator<ByteLine> {
  const utf8 = new TextDecoder();
  const decode = (line: Uint8Array) =>
    encoding === 'windows-1252' ? decodeWindows1252(line) : utf8.decode(line);
  let start = 0;
  for (let number = 1; start < bytes.length; number++) {
    const textEnd = lineEnd(bytes, start);
    const end = textEnd + (bytes[textEnd] === CARRIAGE_RETURN && bytes[textEnd + 1] === LINE_FEED ? 2 : 1);
    yield { number, text: decode(bytes.subarray(start, textEnd)), start, end: Math.min(end, bytes.length) };
    start = end;
  }
}

/** In every encoding that is read, a byte of this number is a line end, and never a part of another character. */
function lineEnd(bytes: Uint8Array, from: number): number {
  for (let place = from; place < bytes.length; place++) {
    if (bytes[place] === LINE_FEED || bytes[place] === CARRIAGE_RETURN) return place;
  }
  return bytes.length;
}
