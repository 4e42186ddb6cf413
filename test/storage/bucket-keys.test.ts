import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CENTRE_NAME,
  LATEST_RESULT,
  MANIFEST_FILE,
  NOBODY,
  reportKeys,
  resultFolder,
  uploadAnsweredBy,
  uploadKey,
} from '#shared/storage/bucket-keys.ts';

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

describe('a report’s key', () => {
  const stem = (text: string) => reportKeys(uploadKey('rouen', text)).text.slice(0, -'.txt'.length);
  const folder = stem('').length;

  it('is cut only where its stem has more than 1,000 bytes', () => {
    const whole = 'n'.repeat(1_000 - folder);
    expect(stem(whole)).toBe(`reports/rouen/${whole}`);
    expect(stem(`${whole}n`)).toBe(`reports/rouen/${whole.slice(0, -6)}…`);
  });

  it('tells which upload it is about, where it is that of the JSON and whole', () => {
    const upload = 'uploads/rouen/pairs\n2.csv.json';
    const { json, text, annotated } = reportKeys(upload);
    expect([json, text, annotated].map(uploadAnsweredBy)).toEqual([upload, undefined, undefined]);
    expect(uploadAnsweredBy(reportKeys(uploadKey('rouen', 'n'.repeat(1_001))).json)).toBeUndefined();
  });
});

describe('the name of a centre', () => {
  it.each(['rouen', 'a', '7', 'centre-2', 'c'.repeat(32)])('may be %s', (name) => {
    expect(name).toMatch(CENTRE_NAME);
  });

  it.each([NOBODY, 'Rouen', 'rouen ', ' rouen', 'a_b', 'a/b', 'é', 'c'.repeat(33)])(
    'may not be "%s"',
    (name) => {
      expect(name).not.toMatch(CENTRE_NAME);
    },
  );
});

describe('the keys of uploads', () => {
  it('are those of a file in the folder of its centre', () => {
    expect(uploadKey('rouen', 'pairs.csv')).toBe('uploads/rouen/pairs.csv');
  });
});

describe('the keys of results', () => {
  it('are one folder for each result, beside the pointer to the latest', () => {
    expect(resultFolder('abc')).toBe('results/abc/');
    expect(LATEST_RESULT).toBe('results/latest.json');
    expect(MANIFEST_FILE).toBe('manifest.json');
  });
});
