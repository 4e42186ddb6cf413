import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LATEST_RESULT, reportKeys, resultFolder } from '#shared/storage/bucket-keys.ts';

describe('the keys of a report', () => {
  it('stand in reports/ as the upload does in uploads/', () => {
    expect(reportKeys('uploads/rouen/pairs 2.csv')).toEqual({
      json: 'reports/rouen/pairs 2.csv.json',
      text: 'reports/rouen/pairs 2.csv.txt',
      annotated: 'reports/rouen/pairs 2.csv.annotated.csv',
    });
  });

  it('are never those of another upload, misplaced ones too', () => {
    const ending = fc.constantFrom('', '.csv', '.json', '.txt', '.annotated.csv', '/');
    const name = fc.array(fc.tuple(fc.constantFrom('a', 'b'), ending), { minLength: 1, maxLength: 3 });
    const upload = name.map((parts) => `uploads/${parts.flat().join('')}`);
    fc.assert(
      fc.property(fc.uniqueArray(upload, { minLength: 2 }), (uploads) => {
        const keys = uploads.flatMap((each) => Object.values(reportKeys(each)));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe('the keys of a report on the longest key of S3', () => {
  it.each(['n', 'é', '€', '😀'])('are no longer than S3 takes, of %s', (character) => {
    const bytes = (text: string) => new TextEncoder().encode(text).length;
    const upload = `uploads/${character.repeat(Math.floor(1016 / bytes(character)))}`;
    for (const key of Object.values(reportKeys(upload))) {
      expect(bytes(key)).toBeLessThanOrEqual(1024);
      expect(bytes(key)).toBeGreaterThan(900);
    }
  });
});

describe('the keys of results', () => {
  it('are one folder for each result, beside the pointer to the latest', () => {
    expect(resultFolder('abc')).toBe('results/abc/');
    expect(LATEST_RESULT).toBe('results/latest.json');
  });
});
