import { describe, expect, it } from 'vitest';
import { findingsOf } from '#shared/validation/examination.ts';
import { LARGEST_FILE_BYTES, LONGEST_LINE, MOST_ROWS } from '#shared/validation/limits.ts';
import { bytesOf, csvFile } from './csv-file.ts';
import { codesOf, examined } from './examined.ts';

const HEADER = 'patient_id;pair;lesion;side;ct_portal_mm';
const codesFound = (bytes: Parameters<typeof examined>[0]) =>
  findingsOf(examined(bytes)).map(({ code }) => code);

describe('what there is to say of a file', () => {
  it('is why it is refused, or what is doubtful in it', () => {
    expect(codesFound(csvFile('patients', [{ sex: 'X' }]))).toEqual(['UNEXPECTED_VALUE']);
    expect(codesFound(csvFile('pairs', [{}]))).toEqual(['PATIENT_NOT_SENT']);
  });
});

describe('a file that is refused for what it says itself', () => {
  it.each([
    ['it is no text', bytesOf('%PDF-1.4')],
    ['its header is not known', bytesOf('nom;age\nP1;70\n')],
    ['it has too many rows', bytesOf(`${HEADER}\n${'"\n'.repeat(MOST_ROWS + 1)}`)],
    ['a row is wrong', csvFile('lesions', [{ side: 'middle' }])],
  ])('waits for no other file: %s', (_, bytes) => {
    expect(examined(bytes)).toMatchObject({ verdict: 'refused', blockedBy: [] });
  });
});

describe('the largest file that is read', () => {
  it('has 50 MB', () => {
    const bytes = new Uint8Array(LARGEST_FILE_BYTES);
    bytes.set(bytesOf('%PDF-1.7'));
    expect(codesOf(bytes)).toEqual(['NOT_CSV']);
  });

  it('may have lines of 100,000 characters', () => {
    const blank = ';'.repeat(LONGEST_LINE);
    expect(codesOf(bytesOf(`${HEADER}\nP1;1;1;left;9\n${blank}\n`))).toEqual([]);
  });

  it('may have as many blank rows as a whole Excel sheet', () => {
    const sheet = ';;;;\r\n'.repeat(1_048_576 - 2);
    expect(codesOf(bytesOf(`${HEADER}\r\nP1;1;1;left;9\r\n${sheet}`))).toEqual([]);
  });

  it('may have 200,000 rows', () => {
    const codes = codesOf(bytesOf(`${HEADER}\n${'"\n'.repeat(MOST_ROWS)}`));
    expect(codes).toHaveLength(MOST_ROWS);
    expect(new Set(codes)).toEqual(new Set(['STRAY_QUOTE']));
  });
});

describe('a line that only contains the word of Excel’s separator line', () => {
  it.each(['Étude sep=;', 'sep=;patient_id', 'sep=;; x'])('is no separator line: %s', (line) => {
    expect(codesOf(bytesOf(`${line}\n${HEADER}\nP1;1;1;left;9\n`))).toEqual(['UNKNOWN_HEADER']);
  });
});
