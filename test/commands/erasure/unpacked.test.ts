import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpackedMentions } from '#cdk/commands/erasure/unpacked.ts';

/** A zip archive of these texts, as a spreadsheet writes a workbook. */
function zip(parts: readonly string[], { method = 8, flags = 0, extra = '', comment = '' } = {}): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [number, text] of parts.entries()) {
    const content = Buffer.from(text);
    const packed = method === 8 ? deflateRawSync(content) : content;
    const name = Buffer.from(`part${number}.xml`);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    common.writeUInt16LE(extra.length, 24);
    const named = Buffer.concat([name, Buffer.from(extra)]);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, named, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt16LE(comment.length, 0);
    tail.writeUInt32LE(offset, 10);
    const entry = Buffer.from('PK\u0001\u0002\u0014\u0000');
    entries.push(Buffer.concat([entry, common, tail, named, Buffer.from(comment)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Uint8Array.from(Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006'), end]));
}

const text = (content: string) => new TextEncoder().encode(content);
const SHEETS = ['<sheet/>', '<si><t>P1</t></si><si><t>P22</t></si>'];

describe('what is packed in a file', () => {
  it.each([
    ['a workbook', zip(SHEETS)],
    ['an archive that only stores', zip(SHEETS, { method: 0 })],
    ['one that says more of its parts', zip(SHEETS, { extra: 'when', comment: 'by whom' })],
    ['gzip', Uint8Array.from(gzipSync('patient_id\nP1\nP22\n'))],
  ])('%s is searched for whole words', (_, bytes) => {
    expect([unpackedMentions(bytes, 'P1'), unpackedMentions(bytes, 'P2')]).toEqual([true, false]);
  });

  it.each([
    ['a part under a password', zip(SHEETS, { flags: 1 })],
    ['another way to pack', zip(SHEETS, { method: 12 })],
    ['a damaged archive', zip(SHEETS).subarray(0, 60)],
    ['damaged gzip', Uint8Array.from(gzipSync('P1')).subarray(0, 12)],
    ['a PDF', text('%PDF-1.7 …')],
  ])('%s cannot be told', (_, bytes) => {
    expect(unpackedMentions(bytes, 'P1')).toBeUndefined();
  });

  it('nothing is in what is not packed', () => {
    expect(unpackedMentions(text('patient_id\nP1\n'), 'P1')).toBe(false);
  });
});
