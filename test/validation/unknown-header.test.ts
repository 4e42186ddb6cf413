import { describe, expect, it } from 'vitest';
import { bytesOf } from './csv-file.ts';
import { examined, problemsOf } from './examined.ts';

const HEADER = 'patient_id;pair;lesion;side;ct_portal_mm';
const ROW = 'P1;1;1;left;9';

const messageOf = (...lines: readonly string[]) => {
  const [problem, ...others] = problemsOf(bytesOf(lines.map((line) => `${line}\n`).join('')));
  expect(problem?.code).toBe('UNKNOWN_HEADER');
  expect(others).toEqual([]);
  return problem?.message.fr ?? '';
};

describe('a first line that is no header says why, where the names of a table’s columns are', () => {
  it.each([
    ['a title', ['Étude RENATEN', HEADER, ROW], 'L’en-tête (lesions) est à la ligne 2 '],
    ['a title and groups of columns', ['Étude', '', ';;;;TDM', HEADER, ROW], 'est à la ligne 4 '],
    ['a comment of another separator', ['# export du 12/03, REDCap', HEADER, ROW], 'est à la ligne 2 '],
    ['a title of one column’s name', ['Sexe', HEADER.replaceAll(';', '\t')], 'est à la ligne 2 '],
    ['bars', [HEADER.replaceAll(';', '|'), ROW.replaceAll(';', '|')], 'séparées par « | »'],
    ['colons', [HEADER.replaceAll(';', ':'), ROW.replaceAll(';', ':')], 'séparées par « : »'],
    ['circumflexes', [HEADER.replaceAll(';', '^'), ROW.replaceAll(';', '^')], 'séparées par « ^ »'],
    ['spaces', [HEADER.replaceAll(';', '  '), ROW.replaceAll(';', '  ')], 'séparées par des espaces'],
    ['whole lines quoted', [`"${HEADER}"`, `"${ROW}"`], 'Chaque ligne entière est entre guillemets'],
    ['with blank cells behind', [`"${HEADER}";;`, `"${ROW}";;`], 'Chaque ligne entière est entre guillemets'],
    ['on its side', ['patient_id;P1', 'pair;1', 'lesion;1', 'side;left'], 'Les noms des colonnes sont dans'],
    ['on its side, commas', ['pair,1', 'patient_id,P1'], 'Les noms des colonnes sont dans'],
  ])('%s', (_, lines, message) => {
    expect(messageOf(...lines)).toContain(message);
  });

  it.each([
    ['one name is not enough', ['patient_id;poids', 'P1;70']],
    ['nor are words of a row', ['P1;F;yes', 'P2;M;no']],
    ['nor a header too far below', [...Array.from({ length: 21 }, (_, at) => `note ${at}`), HEADER]],
  ])('else what a header is: %s', (_, lines) => {
    expect(messageOf(...lines)).toContain('(au moins patients : patient_id, sex, ');
  });

  it('the last line looked at is the twentieth that is not blank', () => {
    const notes = Array.from({ length: 20 }, (_, at) => [`note ${at}`, '']).flat();
    expect(messageOf(...notes, HEADER)).toContain('est à la ligne 41 ');
  });

  it('a stray quotation mark is said where nothing else shows', () => {
    expect(examined(bytesOf('patient_id,pair",lesion,side\nP1,1,1,right\n'))).toMatchObject({
      problems: [{ code: 'STRAY_QUOTE' }],
    });
  });
});
