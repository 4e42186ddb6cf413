import { describe, expect, it } from 'vitest';
import { cellAt, withCells } from '#shared/desk/cells-of-file.ts';
import { mendedFile } from '#shared/desk/mended-file.ts';
import { circumstancesAt } from '#shared/validation/circumstances.ts';
import { examineFile } from '#shared/validation/examine-file.ts';
import { NO_OTHER_ROWS } from '#shared/validation/identity-rules.ts';
import { SETTINGS } from '#test/study/settings.ts';

const NOW = '2026-11-26T08:00:00.000Z';
const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') =>
  Uint8Array.from(Buffer.from(text, encoding));
const textOf = (bytes: Uint8Array, encoding: BufferEncoding = 'utf8') =>
  Buffer.from(bytes).toString(encoding);
const known = (bytes: Uint8Array) => {
  const { text, table } = examineFile(bytes, NO_OTHER_ROWS, SETTINGS, circumstancesAt(NOW));
  if (text === undefined) throw new Error('no text');
  return { text, table };
};
const FILE = 'reader;Fonction;"years_of_experience"\r\n1;chef;"7"\r\n\r\n2;other\n';

describe('a cell of a file', () => {
  it('is found by the study’s name of its column, however the header calls it', () => {
    const file = known(bytesOf(FILE));
    expect(cellAt(file, { line: 2, column: 'role' })).toBe('chef');
    expect(cellAt(file, { line: 2, column: 'years_of_experience' })).toBe('7');
    expect(cellAt(file, { line: 4, column: 'years_of_experience' })).toBe('');
    expect(cellAt(file, { line: 2, column: 'blinded' })).toBeUndefined();
  });

  it('is rewritten, and all else stays to the byte', () => {
    const mended = withCells(known(bytesOf(FILE)), [
      { line: 2, column: 'role', value: 'fellow' },
      { line: 2, column: 'years_of_experience', value: '8' },
      { line: 4, column: 'years_of_experience', value: ' 3\n' },
      { line: 2, column: 'no such', value: 'x' },
    ]);
    expect(textOf(mended)).toBe('reader;Fonction;"years_of_experience"\r\n1;fellow;"8"\r\n\r\n2;other;3\n');
  });

  it('is quoted where its new text needs it', () => {
    const mended = withCells(known(bytesOf(FILE)), [{ line: 2, column: 'role', value: 'a;"b"' }]);
    expect(textOf(mended)).toContain('1;"a;""b""";"7"');
  });

  it.each([
    ['UTF-8 with a mark', 'utf8', '\uFEFF'],
    ['UTF-16', 'utf16le', '\uFEFF'],
    ['Windows-1252', 'latin1', ''],
  ] as const)('keeps the encoding of the file: %s', (_, encoding, mark) => {
    const text = `${mark}reader;role\r\n1;médecin\r\n2;infirmière\r\n`;
    const mended = withCells(known(bytesOf(text, encoding)), [{ line: 2, column: 'role', value: 'fellow' }]);
    expect(textOf(mended, encoding)).toBe(`${mark}reader;role\r\n1;fellow\r\n2;infirmière\r\n`);
  });

  it('of a header that no column has can be renamed', () => {
    const file = bytesOf('reader;roll;blinded\n1;fellow;yes\n');
    const mended = mendedFile(file, [{ line: 1, column: 'roll', value: 'role' }], SETTINGS, NOW);
    expect(textOf(mended)).toBe('reader;role;blinded\n1;fellow;yes\n');
  });

  it('of what is no text stays as it is', () => {
    const file = bytesOf('%PDF-1.7');
    expect(mendedFile(file, [{ line: 1, column: 'reader', value: '1' }], SETTINGS, NOW)).toBe(file);
  });
});
