/** UTF-16 in both byte orders: what Excel calls "Unicode text". */
export type Utf16 = 'utf-16le' | 'utf-16be';

const MARKS: readonly (readonly [Utf16, number, number])[] = [
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
];

/** Which UTF-16 the byte-order mark of a file announces; undefined where there is none. */
export const utf16Of = (bytes: Uint8Array): Utf16 | undefined =>
  MARKS.find(([, first, second]) => bytes[0] === first && bytes[1] === second)?.[0];

/** The text without its mark; undefined where the bytes are none, such as half a character. */
export function decodeUtf16(bytes: Uint8Array, encoding: Utf16): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Without a mark. */
export function encodeUtf16(text: string, encoding: Utf16): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++)
    view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
  return bytes;
}
