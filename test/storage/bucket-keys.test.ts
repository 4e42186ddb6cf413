import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LATEST_RESULT,
  NOBODY,
  reportKeys,
  resultFolder,
  uploadAt,
  uploadKey,
} from '#shared/storage/bucket-keys.ts';

const CENTRES = ['rouen', 'lille', 'a+b'];
const LONGEST = 'n'.repeat(128);

describe('a key under uploads/', () => {
  it.each([
    'uploads/rouen/pairs.csv',
    'uploads/rouen/pairs.CSV',
    'uploads/rouen/Pairs 2021 + février (2).Csv',
    'uploads/rouen/été#1?&=%.csv',
    'uploads/rouen/.pairs.csv',
    'uploads/rouen/pairs.csv.csv',
    'uploads/rouen/..csv',
    'uploads/a+b/pairs.csv',
    `uploads/rouen/${LONGEST}.csv`,
  ])('"%s" is a data set', (key) => {
    expect(uploadAt(key, CENTRES)).toEqual({ key, centre: key.split('/')[1], misplaced: null });
  });

  it.each([
    'uploads/pairs.csv',
    'uploads/rouen/2021/pairs.csv',
    'uploads/rouen//pairs.csv',
    'uploads//pairs.csv',
    'uploads/rouen/pairs.csv/',
    `uploads/rouen/${LONGEST}n.csv`,
    'Uploads/rouen/pairs.csv',
    '/uploads/rouen/pairs.csv',
    'reports/rouen/pairs.csv',
    '',
  ])('"%s" is in the wrong place', (key) => {
    expect(uploadAt(key, CENTRES)).toMatchObject({
      centre: NOBODY,
      misplaced: { code: 'WRONG_PLACE', value: key },
    });
  });

  it.each(['.csv', 'pairs.csv ', 'pairs.csv\n', 'pairs.xlsx', 'pairs_csv', 'pairs'])(
    'of the name %j is no CSV',
    (name) => {
      const key = uploadKey('rouen', name);
      const misplaced = { code: 'NOT_NAMED_CSV', value: name };
      expect(uploadAt(key, CENTRES)).toMatchObject({ key, centre: 'rouen', misplaced });
    },
  );

  it.each(['Rouen', 'rouen ', 'paris', '..', 'constructor'])(
    'of the folder "%s" is of no centre',
    (centre) => {
      const { misplaced } = uploadAt(uploadKey(centre, 'pairs.csv'), CENTRES);
      expect(misplaced).toMatchObject({ code: 'UNKNOWN_CENTRE', value: centre });
      expect(misplaced?.message.fr).toContain('rouen, lille, a+b');
    },
  );

  it('of a folder that may have been a centre’s has that centre’s head, of any other nobody’s', () => {
    expect(uploadAt('uploads/paris/pairs.csv', CENTRES).centre).toBe('paris');
    expect(uploadAt('uploads/Rouen/pairs.csv', CENTRES).centre).toBe(NOBODY);
    expect(uploadAt(`uploads/${'p'.repeat(900)}/pairs.csv`, CENTRES).centre).toBe(NOBODY);
  });
});

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
