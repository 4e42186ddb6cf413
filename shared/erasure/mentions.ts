/** The characters of a pseudonym: beside one of these, a pseudonym is but a part of another. */
const isPseudonymCode = (code: number | undefined): boolean =>
  code !== undefined && /[A-Za-z0-9_-]/.test(String.fromCharCode(code));

/** Whether more of the file comes before or after the bytes in hand. */
export interface Part {
  readonly first: boolean;
  readonly last: boolean;
}

const WHOLE: Part = { first: true, last: true };

/**
 * Whether a pseudonym stands anywhere in these bytes as a word of its own: in UTF-8, Latin-1 or Windows-1252, where its
 * characters follow each other, or in UTF-16, where a zero byte stands between them.
 */
export const bytesMention = (bytes: Uint8Array, patient: string, part: Part = WHOLE): boolean =>
  mentionsIn(bytes, patient, 1, part) || mentionsIn(bytes, patient, 2, part);

/** Whether a pseudonym stands anywhere in a text as a word of its own. */
export const textMentions = (text: string, patient: string): boolean =>
  bytesMention(new TextEncoder().encode(text), patient);

function mentionsIn(bytes: Uint8Array, patient: string, step: 1 | 2, part: Part): boolean {
  const codes = Array.from(patient, (character) => character.charCodeAt(0));
  const [first = 0] = codes;
  for (let start = bytes.indexOf(first); start !== -1; start = bytes.indexOf(first, start + 1)) {
    const last = start + (codes.length - 1) * step;
    const stands = (code: number, position: number) => bytes[start + position * step] === code;
    if (!codes.every(stands) || (step === 2 && !isWide(bytes, start, last))) continue;
    if (isEdge(bytes, start, -1, step, part.first) && isEdge(bytes, last, 1, step, part.last)) return true;
  }
  return false;
}

/** Whether zero bytes stand between these characters; around a single one, on one side of it. */
function isWide(bytes: Uint8Array, start: number, last: number): boolean {
  if (start === last) return bytes[start - 1] === 0 || bytes[start + 1] === 0;
  for (let between = start + 1; between < last; between += 2) if (bytes[between] !== 0) return false;
  return true;
}

/**
 * Whether a word ends at a place, seen in that direction. In UTF-16, of which the byte order is not known, a byte other
 * than zero on either side of the neighbour's makes that a character beyond ASCII: rather one word too many is found.
 */
function isEdge(bytes: Uint8Array, at: number, direction: -1 | 1, step: 1 | 2, atEnd: boolean): boolean {
  const next = at + direction * step;
  if (step === 2 && (bytes[next - direction] ?? 0) !== 0) return true;
  if (next < 0 || next >= bytes.length) return atEnd;
  return !isPseudonymCode(bytes[next]) || (step === 2 && (bytes[next + direction] ?? 0) !== 0);
}

/** The same for bytes that come in parts, too many to be held at once. */
export async function streamMentions(parts: AsyncIterable<Uint8Array>, patient: string): Promise<boolean> {
  // Of what was seen, so much is kept that a pseudonym with its two neighbours is whole in one of the parts.
  const overlap = (patient.length + 2) * 2;
  let kept: Uint8Array = new Uint8Array();
  let first = true;
  for await (const part of parts) {
    const bytes = joined(kept, part);
    if (bytesMention(bytes, patient, { first, last: false })) return true;
    first &&= bytes.length <= overlap;
    kept = bytes.slice(-overlap);
  }
  return bytesMention(kept, patient, { first, last: true });
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
