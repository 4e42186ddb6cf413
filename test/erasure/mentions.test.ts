import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesMention, streamMentions, textMentions } from '#shared/erasure/mentions.ts';

const ENCODINGS: Readonly<Record<string, (text: string) => number[]>> = {
  'UTF-8': (text) => [...new TextEncoder().encode(text)],
  'UTF-16 little endian': (text) =>
    Array.from(text).flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
  'UTF-16 big endian': (text) =>
    Array.from(text).flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255]),
};
const mentions = (text: string, encode: (text: string) => number[], patient: string) =>
  bytesMention(Uint8Array.from(encode(text)), patient);

async function* cut(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (let part = 0; start < bytes.length; part++) {
    const end = start + (sizes[part % sizes.length] ?? 1);
    yield bytes.subarray(start, end);
    start = end;
  }
}

describe.each(Object.entries(ENCODINGS))('a pseudonym in %s', (_, encode) => {
  // In UTF-16, one byte of Ł is that of the letter A.
  it.each(['P1', 'x;P1', 'P1;x', '« P1 »', '\u0000P1\u0001', 'P12 P1', 'é P1é', 'ŁP1', 'P1Ł', "'P1'"])(
    'stands in %j',
    (text) => {
      expect(mentions(text, encode, 'P1')).toBe(true);
    },
  );
  it.each(['', 'P', 'P12', 'xP1', 'P1_', '-P1', 'p1', 'P 1'])('does not stand in %j', (text) => {
    expect(mentions(text, encode, 'P1')).toBe(false);
  });
});

describe('a pseudonym in a stream', () => {
  it('is found wherever it is cut, and only as a word of its own', async () => {
    const text = fc.array(fc.constantFrom('P1', 'P', '1', 'x', ' ', ';', 'é', 'Ł'), { maxLength: 30 });
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        text.map((words) => words.join('')),
        sizes,
        fc.constantFrom(...Object.values(ENCODINGS)),
        async (content, parts, encode) => {
          const bytes = Uint8Array.from(encode(content));
          expect(await streamMentions(cut(bytes, parts), 'P1')).toBe(bytesMention(bytes, 'P1'));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('a text is searched as its bytes are', () => {
    expect([textMentions('a P1 b', 'P1'), textMentions('a P12 b', 'P1')]).toEqual([true, false]);
  });
});
