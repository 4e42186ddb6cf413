import { describe, expect, it } from 'vitest';
import { identifyingShape } from '#shared/tables/spellings/identifying-shapes.ts';
import { csvFile } from './csv-file.ts';
import { warningsOf } from './examined.ts';

describe('an id tells who somebody is', () => {
  it.each([
    ['1540375116001', 'a social-security number'],
    ['154037511600142', 'a social-security number'],
    ['2a54037511600', undefined],
    ['2-54-03-2b-116-001', 'a social-security number'],
    ['2_85_05_2A_006_084_36', 'a social-security number'],
    ['01-02-03-04-05', 'a phone number'],
    ['33612345678', 'a phone number'],
    ['06-12-34-56-78', 'a phone number'],
    ['0033612345678', 'a social-security number'],
    ['01-12-1954', 'a date of birth'],
    ['19541201', 'a date of birth'],
    ['1-2-1950', 'a date of birth'],
    ['1950_2_1', 'a date of birth'],
    ['1-2-2019', undefined],
    ['31-2-1950', undefined],
    ['12-03-1950', 'a date of birth'],
    ['1950_03_12', 'a date of birth'],
    ['31121899', undefined],
    ['31022001', undefined],
    ['20190101', undefined],
    ['01012011', undefined],
    ['120354', undefined],
    ['0012345678', undefined],
    ['12345678901', undefined],
    ['15403751160014', undefined],
    ['99-99-1950', undefined],
    ['01-02-03-04', undefined],
    ['NTE-01', undefined],
  ])('by its shape: %s', (id, shape) => {
    expect(identifyingShape(id)?.en).toBe(shape);
  });
});

const codes = (...ids: readonly string[]) =>
  warningsOf(
    csvFile(
      'patients',
      ids.map((patient_id) => ({ patient_id })),
    ),
  ).map(({ code }) => code);

describe('an id may tell who somebody is', () => {
  it('where it is two words, or more, joined', () => {
    expect(codes('Martin_Jeanne', 'le-goff-yann')).toEqual(['ID_LIKE_NAME', 'ID_LIKE_NAME']);
    expect(codes('Martin', 'A-Martin', 'NTE-A1', 'NTE-')).toEqual([]);
  });

  it('where all ids are long numbers', () => {
    expect(codes('80041277', '7')).toEqual([]);
    expect(codes('80041277', '8004127')).toEqual([]);
  });
});
