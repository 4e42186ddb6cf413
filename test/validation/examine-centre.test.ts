import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examineCentre, judgeCentre } from '#shared/validation/examine-centre.ts';
import { AT_THE_END, SETTINGS } from '#test/study/settings.ts';
import { bytesOf, csvFile } from './csv-file.ts';

const PATIENTS = { name: 'z.csv', bytes: csvFile('patients', [{}]) };
const PAIRS = { name: 'y.csv', bytes: csvFile('pairs', [{ measurable: 'no_lesion_on_every_sequence' }]) };
const LESIONS = { name: 'x.csv', bytes: csvFile('lesions', [{ ct_portal_mm: '' }]) };
const outcomes = (...files: Parameters<typeof examineCentre>[0]) =>
  examineCentre(files, SETTINGS, AT_THE_END).map(({ name, examination }) => [
    name,
    examination.verdict === 'accepted'
      ? examination.warnings.length
      : examination.problems.map(({ code }) => code),
  ]);

describe('the files of a centre together', () => {
  it('are entered as patients, pairs, lesions, so that none waits for another', () => {
    expect(outcomes(LESIONS, PAIRS, PATIENTS)).toEqual([
      ['z.csv', 0],
      ['y.csv', 0],
      ['x.csv', 0],
    ]);
  });

  it('are warned about where the rows that theirs belong to are missing', () => {
    expect(outcomes(LESIONS, PATIENTS)).toEqual([
      ['z.csv', 0],
      ['x.csv', 1],
    ]);
  });

  it('are each warned of what the others say, also those that come after', () => {
    const unmeasured = { ...LESIONS, bytes: csvFile('lesions', [{ patient_id: 'P2' }]) };
    const measurable = { ...PAIRS, bytes: csvFile('pairs', [{}]) };
    expect(outcomes(PATIENTS, measurable)).toEqual([
      ['z.csv', 0],
      ['y.csv', 0],
    ]);
    expect(outcomes(PATIENTS, measurable, unmeasured)).toEqual([
      ['z.csv', 0],
      ['y.csv', 1],
      ['x.csv', 1],
    ]);
  });

  it('of one table are entered in order of name; the second with the same row is refused', () => {
    const again = { ...PAIRS, name: 'a.csv' };
    const more = { name: 'b.csv', bytes: csvFile('pairs', [{ patient_id: 'P2' }]) };
    expect(outcomes(PATIENTS, PAIRS, more, again)).toEqual([
      ['z.csv', 0],
      ['a.csv', 0],
      ['b.csv', 1],
      ['y.csv', ['ROW_IN_OTHER_FILE']],
    ]);
  });

  it('have the same verdicts where nobody asks what is doubtful, which is not looked for then', () => {
    const again = { ...PAIRS, name: 'a.csv' };
    const files = [LESIONS, PATIENTS, PAIRS, again];
    const judged = judgeCentre(files, SETTINGS, AT_THE_END);
    expect(judged.map(({ name, examination }) => [name, examination.verdict])).toEqual([
      ['z.csv', 'accepted'],
      ['a.csv', 'accepted'],
      ['y.csv', 'refused'],
      ['x.csv', 'accepted'],
    ]);
    expect(judged.filter(({ examination }) => 'tally' in examination).map(({ name }) => name)).toEqual([
      'y.csv',
    ]);
  });

  it('of one table are entered in order of name, whatever order they come in', () => {
    const named = ['a.csv', 'b.csv', 'c.csv', 'd.csv'].map((name, position) => ({
      name,
      bytes: csvFile('patients', [{ patient_id: `P${position}` }]),
    }));
    const anyOrder = fc.shuffledSubarray(named, { minLength: named.length });
    fc.assert(
      fc.property(anyOrder, (files) => {
        expect(examineCentre(files, SETTINGS, AT_THE_END).map(({ name }) => name)).toEqual(
          named.map(({ name }) => name),
        );
      }),
    );
  });

  it('name the file and the line of a row that is there twice', () => {
    const [, again] = examineCentre([PATIENTS, { ...PATIENTS, name: 'zz.csv' }], SETTINGS, AT_THE_END);
    if (again?.examination.verdict !== 'refused') throw new Error('accepted');
    expect(again.examination.blockedBy).toEqual(['z.csv']);
    expect(again.examination.problems.map(({ message }) => message.en).join()).toContain('in z.csv, line 2');
  });

  it('that are refused block no other file', () => {
    const refused = { name: 'a.csv', bytes: csvFile('pairs', [{}, { patient_id: 'P 2' }]) };
    expect(outcomes(PATIENTS, PAIRS, refused)).toEqual([
      ['z.csv', 0],
      ['a.csv', ['UNEXPECTED_VALUE']],
      ['y.csv', 0],
    ]);
  });

  it('of no table come last', () => {
    const letter = { name: 'a.csv', bytes: bytesOf('%PDF-1.4') };
    expect(outcomes(letter, LESIONS)).toEqual([
      ['x.csv', 1],
      ['a.csv', ['NOT_CSV']],
    ]);
  });
});
