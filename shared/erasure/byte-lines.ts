import type { Encoding } from '#shared/validation/decode-file.ts';
import { withoutMarks } from '#shared/validation/text-marks.ts';
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
  const unit = unitOf(bytes, encoding);
  const decode = decoder(encoding);
  let start = 0;
  for (let number = 1; start < bytes.length; number++) {
    const textEnd = lineEnd(unit, start);
    const isPair = unit.at(textEnd) === CARRIAGE_RETURN && unit.at(textEnd + unit.size) === LINE_FEED;
    const end = Math.min(textEnd + unit.size * (isPair ? 2 : 1), bytes.length);
    yield { number, text: textOf(decode(bytes.subarray(start, textEnd)), number), start, end };
    start = end;
  }
}

/** A byte, or the two bytes of UTF-16: what a line end is one of. */
interface Unit {
  readonly size: 1 | 2;
  readonly length: number;
  /** The number of the character at the place of its first byte, or of a part of it. */
  readonly at: (place: number) => number | undefined;
}

function unitOf(bytes: Uint8Array, encoding: Encoding): Unit {
  const { length } = bytes;
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') return { size: 1, length, at: (at) => bytes[at] };
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const at = (place: number) =>
    place + 1 < length ? view.getUint16(place, encoding === 'utf-16le') : undefined;
  return { size: 2, length, at };
}

/** In every encoding that is read, a unit of this number is a line end, and never a part of another character. */
function lineEnd({ size, length, at }: Unit, from: number): number {
  for (let place = from; place < length; place += size) {
    if (at(place) === LINE_FEED || at(place) === CARRIAGE_RETURN) return place;
  }
  return length;
}

function decoder(encoding: Encoding): (line: Uint8Array) => string {
  if (encoding === 'windows-1252') return decodeWindows1252;
  const text = new TextDecoder(encoding === 'utf-8-with-bom' ? 'utf-8' : encoding);
  return (line) => text.decode(line);
}

/** Marks are no part of a line: those before the first one, and a Ctrl-Z at the end. */
function textOf(line: string, number: number): string {
  const { before, text } = withoutMarks(line);
  return number === 1 ? text : `${before}${text}`;
}
