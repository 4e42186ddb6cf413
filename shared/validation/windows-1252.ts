/**
 * Windows-1252, what French spreadsheets write as plain "CSV", in both directions. Not by the platform's
 * TextDecoder: that of Node 20.18 to 24 takes the bytes 0x80–0x9F for Latin-1 control characters
 * (nodejs/node issue 60888), so the same file would read otherwise in a browser.
 */

/** The bytes 0x80–0x9F; five have no character and stand for the control character of their number (WHATWG). */
const SPECIAL = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const FIRST_SPECIAL = 0x80;

const CODES = Uint16Array.from({ length: 256 }, (_, byte) => byte);
CODES.set(
  Uint16Array.from(SPECIAL, (character) => character.charCodeAt(0)),
  FIRST_SPECIAL,
);
const BYTES: ReadonlyMap<number, number> = new Map(Array.from(CODES, (code, byte) => [code, byte]));
const QUESTION_MARK = 0x3f;

/** Every byte has a meaning, so this never fails. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('utf-16le').decode(new Uint16Array(bytes).map((byte) => CODES[byte] ?? byte));
}

/** What has no byte becomes a question mark. */
export function encodeWindows1252(text: string): Uint8Array<ArrayBuffer> {
  // Filled in place: a typed array made from a mapping holds the mapped values twice, which is much for 50 MB.
  const bytes = new Uint8Array(text.length);
  for (let position = 0; position < text.length; position++) {
    bytes[position] = BYTES.get(text.charCodeAt(position)) ?? QUESTION_MARK;
  }
  return bytes;
}
