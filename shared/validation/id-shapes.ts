import { calendarDay } from '#shared/calendar.ts';
import type { Bilingual } from '#shared/language.ts';
import { idIdentifies, idLikeName, idsLikeHospitalNumbers } from './id-problems.ts';
import { onLine, type Problem } from './problem.ts';
import type { FileRow } from './read-row.ts';

const SOCIAL_SECURITY: Bilingual = { fr: 'd’un numéro de sécurité sociale', en: 'a social-security number' };
const PHONE: Bilingual = { fr: 'd’un numéro de téléphone', en: 'a phone number' };
const BIRTH: Bilingual = { fr: 'd’une date de naissance', en: 'a date of birth' };

const FIRST_BIRTH = 1900;
/** Eight digits with a later year are rather a year of inclusion and a number (20190101). */
const LAST_BIRTH = 2010;

// The two letters are those of Corsica's departments; the last two digits, the key, are often left out.
const isSocialSecurity = (digits: string) => /^(?:\d{13}|\d{15}|[12]\d{4}2[AB]\d{6}(?:\d\d)?)$/i.test(digits);
const isPhone = (digits: string) => /^(?:0|33|0033)[1-9]\d{8}$/.test(digits);

function isBirth(digits: string): boolean {
  if (!/^\d{8}$/.test(digits)) return false;
  const part = (start: number, end: number) => Number(digits.slice(start, end));
  const possible = (year: number, month: number, day: number) =>
    year >= FIRST_BIRTH && year <= LAST_BIRTH && calendarDay(year, month, day) !== undefined;
  return possible(part(0, 4), part(4, 6), part(6, 8)) || possible(part(4, 8), part(2, 4), part(0, 2));
}

/** What an id has the shape of that tells who somebody is; undefined for a pseudonym. */
export function identifyingShape(id: string): Bilingual | undefined {
  const joined = id.replace(/[-_]/g, '');
  if (isSocialSecurity(joined)) return SOCIAL_SECURITY;
  if (isPhone(joined)) return PHONE;
  return isBirth(joined) ? BIRTH : undefined;
}

/** Ids that are no pseudonyms but tell who somebody is: refused, however well the rest is. */
export const idsThatIdentify = (rows: readonly FileRow[]): readonly Problem[] =>
  rows.flatMap(({ content, at }) => {
    const shape = identifyingShape(content.row.patient_id);
    return shape === undefined ? [] : [idIdentifies(at('patient_id'), shape)];
  });

/** Two words of letters, as first name and name are; one word may be anything. */
const isLikeName = (id: string) => /^[a-z]{2,}(?:[-_][a-z]{2,})+$/i.test(id);
const isLongNumber = (id: string) => /^\d{8,}$/.test(id);

/** Ids that may tell who somebody is: names, each in its first row, and the hospital's own numbers, once for the file. */
export function idsThatMayIdentify(rows: readonly FileRow[], headerLine: number): readonly Problem[] {
  const first = new Map(rows.toReversed().map((row) => [row.content.row.patient_id, row]));
  const ids = [...first.keys()];
  return [
    ...(ids.length > 0 && ids.every(isLongNumber)
      ? [idsLikeHospitalNumbers({ ...onLine(headerLine), column: 'patient_id' })]
      : []),
    ...[...first].flatMap(([id, { at }]) => (isLikeName(id) ? [idLikeName(at('patient_id'))] : [])),
  ];
}
