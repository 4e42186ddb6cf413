import { calendarDay } from '#shared/calendar.ts';
import type { Bilingual } from '#shared/language.ts';
import { readDay } from './days.ts';

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

/** A date whose day and month may lack their zeros. */
function isDateOfBirth(id: string): boolean {
  const date = readDay(id.replaceAll('_', '-'));
  return date !== undefined && isBirth(date.replaceAll('-', ''));
}

/** What an id has the shape of that tells who somebody is, after "the shape of"; undefined for a pseudonym. */
export function identifyingShape(id: string): Bilingual | undefined {
  const joined = id.replace(/[-_]/g, '');
  // Nearly every pseudonym is shorter than any of these, also than 1-2-1950.
  if (joined.length < 6) return undefined;
  if (isSocialSecurity(joined)) return SOCIAL_SECURITY;
  if (isPhone(joined)) return PHONE;
  return isBirth(joined) || isDateOfBirth(id) ? BIRTH : undefined;
}
