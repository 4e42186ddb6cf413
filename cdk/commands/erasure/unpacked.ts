import { gunzipSync, inflateRawSync } from 'node:zlib';
import { bytesMention } from '#shared/erasure/mentions.ts';

const MOST_UNPACKED_BYTES = 500_000_000;
const LIMIT = { maxOutputLength: MOST_UNPACKED_BYTES };

const begins = (bytes: Uint8Array, text: string) =>
  Array.from(text).every((character, place) => bytes[place] === character.charCodeAt(0));

/**
 * Whether what is packed in a file mentions a patient: the parts of an Excel workbook or a zip archive, what gzip holds.
 * Undefined where that cannot be told: a PDF, a part under a password. False for what is not packed at all.
 */
export function unpackedMentions(bytes: Uint8Array, patient: string): boolean | undefined {
  try {
    if (begins(bytes, '\u001f\u008b')) return bytesMention(gunzipSync(bytes, LIMIT), patient);
    if (begins(bytes, 'PK\u0003\u0004'))
      return partsOfZip(Buffer.from(bytes)).some((part) => bytesMention(part, patient));
  } catch {
    return undefined;
  }
  return begins(bytes, '%PDF') ? undefined : false;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * The unpacked parts of a zip archive, by its central directory.
 * Source: PKWARE, "APPNOTE.TXT – .ZIP File Format Specification" 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 */
function partsOfZip(archive: Buffer): readonly Uint8Array[] {
  let end = archive.length - 22;
  while (end >= 0 && archive.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('the archive has no directory');
  const parts: Uint8Array[] = [];
  let entry = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(entry) !== DIRECTORY_ENTRY) throw new Error('the directory is damaged');
    const packedBytes = archive.readUInt32LE(entry + 20);
    const header = archive.readUInt32LE(entry + 42);
    const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const method = archive.readUInt16LE(entry + 10);
    const isEncrypted = (archive.readUInt16LE(entry + 8) & 1) === 1;
    const packed = archive.subarray(start, start + packedBytes);
    if (isEncrypted || (method !== STORED && method !== DEFLATED)) throw new Error('a part cannot be read');
    parts.push(method === STORED ? packed : inflateRawSync(packed, LIMIT));
    entry +=
      46 +
      archive.readUInt16LE(entry + 28) +
      archive.readUInt16LE(entry + 30) +
      archive.readUInt16LE(entry + 32);
  }
  return parts;
}
