import { describe, expect, it } from 'vitest';
import { NOBODY, uploadKey } from '#shared/storage/bucket-keys.ts';
import { uploadAt } from '#shared/validation/upload-place.ts';

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
    'uploads/rouen/pairs.tsv',
    'uploads/rouen/pairs.TXT',
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

  it.each([
    '.csv',
    'pairs.csv ',
    'pairs.csv\n',
    'pairs\n2021.csv',
    'pairs.xlsx',
    'pairs.csvx',
    'pairs.tab',
    'pairs_csv',
    'pairs',
  ])('of the name %j is no CSV', (name) => {
    const key = uploadKey('rouen', name);
    const misplaced = { code: 'NOT_NAMED_CSV', value: name };
    expect(uploadAt(key, CENTRES)).toMatchObject({ key, centre: 'rouen', misplaced });
  });

  it.each(['Rouen', 'rouen ', 'paris', '..', 'constructor'])(
    'of the folder "%s" is of no centre',
    (centre) => {
      const { misplaced } = uploadAt(uploadKey(centre, 'pairs.csv'), CENTRES);
      expect(misplaced).toMatchObject({ code: 'UNKNOWN_CENTRE', value: centre });
      expect(misplaced?.message.fr).toContain('rouen, lille, a+b');
    },
  );

  it('is recorded in the head of its folder where that can be a centre’s name, else in the head of no centre', () => {
    expect(uploadAt('uploads/paris/pairs.csv', CENTRES).centre).toBe('paris');
    expect(uploadAt('uploads/Rouen/pairs.csv', CENTRES).centre).toBe(NOBODY);
    expect(uploadAt(`uploads/${'p'.repeat(900)}/pairs.csv`, CENTRES).centre).toBe(NOBODY);
  });
});
