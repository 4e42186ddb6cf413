import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRows } from '#test/tables/arbitrary-rows.ts';
import { answerTo, anyFile } from './any-file.ts';
import { bytesOf, columnNames, csvFile, fileOfRows, PLAIN } from './csv-file.ts';
import { codesOf, problemsOf } from './examined.ts';

const FILES = 2000;

describe('any bytes', () => {
  it('are accepted or refused with a reason, in order of lines, and can be annotated', () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(anyFile, (bytes) => {
        const { verdict, wrong } = answerTo(bytes);
        expect(wrong).toEqual([]);
        seen[verdict] += 1;
      }),
      { numRuns: FILES },
    );
    expect(seen.accepted).toBeGreaterThan(FILES / 20);
    expect(seen.refused).toBeGreaterThan(FILES / 4);
  });

  it('are refused when a single quotation mark is out of place among good rows', () => {
    const file = fc.tuple(arbitraryRows, fc.nat(), fc.constantFrom('where needed', 'everywhere'));
    fc.assert(
      fc.property(file, ([rows, where, quotes]) => {
        const columns = columnNames(rows[0]?.table ?? 'patients');
        const text = new TextDecoder().decode(fileOfRows(rows, { ...PLAIN, quotes }, columns));
        const at = where % text.length;
        const codes = codesOf(bytesOf(`${text.slice(0, at)}"${text.slice(at)}`));
        expect(codes).toContain('STRAY_QUOTE');
      }),
      { numRuns: 500 },
    );
  });

  it('are answered once for a row of as many cells as a line can hold', () => {
    const problems = problemsOf(
      bytesOf(`patient_id;pair;lesion;side;ct_portal_mm\n${'x;'.repeat(49_000)}\n`),
    );
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'UNEXPECTED_VALUE'],
      [2, 'UNEXPECTED_VALUE'],
      [2, 'UNEXPECTED_VALUE'],
      [2, 'UNEXPECTED_VALUE'],
      [2, 'CELL_OUTSIDE_HEADER'],
    ]);
    expect(problems.at(-1)?.message.en).toMatch(/^48,995 cells of this row, from number 6 on, /);
  });

  it('may be a text that begins with the letters of a zip archive', () => {
    expect(codesOf(bytesOf('PK;patient_id;pair\n1;P1;1\n'))).toContain('UNKNOWN_COLUMN');
  });
});

describe('problems of several kinds', () => {
  it('are reported in order of lines, those of rows beside those of pairs of rows', () => {
    const bytes = csvFile('lesions', [
      { lesion: '1' },
      { lesion: '1' },
      { lesion: 'A' },
      { lesion: '2', ct_portal_mm: '4..9' },
      { lesion: '1' },
      { lesion: '0' },
    ]);
    expect(problemsOf(bytes).map(({ row, code }) => `${row} ${code}`)).toEqual([
      '3 REPEATED_ROW',
      '4 UNEXPECTED_VALUE',
      '5 UNEXPECTED_VALUE',
      '6 REPEATED_ROW',
      '7 UNEXPECTED_VALUE',
    ]);
  });
});
