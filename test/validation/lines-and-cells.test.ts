import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DELIMITERS, isBlankLine, splitCells } from '#shared/validation/split-cells.ts';
import { hasMoreLines, splitLines } from '#shared/validation/split-lines.ts';
import { decodeWindows1252, encodeWindows1252 } from '#shared/validation/windows-1252.ts';

describe('splitting lines', () => {
  it.each([
    ['a\nb\n', ['a', 'b'], ['\n', '\n']],
    ['a\r\nb', ['a', 'b'], ['\r\n', '']],
    ['a\rb\r', ['a', 'b'], ['\r', '\r']],
    ['a\r\n\nb\rc', ['a', '', 'b', 'c'], ['\r\n', '\n', '\r', '']],
    ['\n\na', ['', '', 'a'], ['\n', '\n', '']],
    ['a\n\n', ['a', ''], ['\n', '\n']],
    ['a\u2028b\u0085c', ['a\u2028b\u0085c'], ['']],
    ['', [], []],
  ] as const)('makes physical lines of %j, each with its own end', (text, lines, ends) => {
    expect([...splitLines(text)]).toEqual(
      lines.map((line, position) => ({ number: position + 1, text: line, lineEnd: ends[position] })),
    );
  });
});

describe('more lines than so many', () => {
  it.each(['\n', '\r\n', '\r'])('are counted at every line end, %j', (end) => {
    const three = `a${end}b${end}c`;
    expect([1, 2, 3, 4].map((most) => hasMoreLines(three, most))).toEqual([true, true, false, false]);
    // A line end at the end of the text begins one more, blank line.
    expect(hasMoreLines(`${three}${end}`, 3)).toBe(true);
  });
});

describe('splitting cells', () => {
  it.each([
    ['', ['']],
    [';', ['', '']],
    ['a;b', ['a', 'b']],
    ['"a;b";c', ['a;b', 'c']],
    ['"";"a""b"', ['', 'a"b']],
    ['"a";', ['a', '']],
    ['a,b;c', ['a,b', 'c']],
  ] as const)('reads %j', (line, cells) => {
    expect(splitCells(line, ';')).toEqual(cells);
  });

  it.each(['"', 'a"', 'a"b;c', '"a', '"a;b', '"a"b;c', '"a" ;b', ' "a";b', '"a"";b', '"a","b"', '""";a'])(
    'refuses the quotation marks of %j',
    (line) => {
      expect(splitCells(line, ';')).toBeUndefined();
    },
  );

  it('reads back whatever was quoted', () => {
    const cells = fc.array(fc.string(), { minLength: 1 });
    fc.assert(
      fc.property(cells, fc.constantFrom(...DELIMITERS), (written, delimiter) => {
        const line = written.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
        expect(splitCells(line, delimiter)).toEqual(written);
      }),
    );
  });

  it('knows a line of blank cells, which a stray quotation mark is not', () => {
    for (const line of ['', ' ', ';;;', ',', '\t\t', '"";""', '\u00a0;'])
      expect(isBlankLine(line)).toBe(true);
    for (const line of ['"', ';";', 'a', ';0', '""a']) expect(isBlankLine(line)).toBe(false);
  });
});

describe('windows-1252', () => {
  it('has the characters that French spreadsheets write', () => {
    const bytes = Uint8Array.from([0x80, 0x85, 0x8c, 0x92, 0x96, 0x9c, 0xa0, 0xab, 0xe9, 0xff]);
    expect(decodeWindows1252(bytes)).toBe('€…Œ’–œ\u00a0«éÿ');
  });

  it('gives every byte back', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(encodeWindows1252(decodeWindows1252(bytes))).toEqual(bytes);
    expect(new Set(decodeWindows1252(bytes)).size).toBe(256);
  });

  it('writes a question mark for what it lacks', () => {
    expect(decodeWindows1252(encodeWindows1252('≥ 5 −1 ’'))).toBe('? 5 ?1 ’');
  });
});
