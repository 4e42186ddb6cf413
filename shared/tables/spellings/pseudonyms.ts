import { readDay } from './days.ts';

/** The characters and length of a centre's own name for a patient. */
export const PSEUDONYM_PATTERN = '[A-Za-z0-9_-]{1,32}';
export const PSEUDONYM = new RegExp(`^${PSEUDONYM_PATTERN}$`);

const SOCIAL_SECURITY_NUMBER =
  /^(?:\d{13}|\d{15}|[1-478][-_]?\d\d[-_]?\d\d[-_]?(?:\d\d|2[AB])[-_]?\d{3}[-_]?\d{3}(?:[-_]?\d\d)?)$/i;
const PHONE_NUMBER = /^(?:0|(?:00)?33[-_]?0?)[1-9](?:[-_]?\d\d){4}$/;

/** What an id would tell of a person, were it stored; undefined where its shape tells nothing. */
export function identifies(cell: string): 'social security' | 'phone' | 'birth' | undefined {
  // Nearly every pseudonym is shorter than any of these.
  if (cell.length < 8 || !/\d/.test(cell)) return undefined;
  if (SOCIAL_SECURITY_NUMBER.test(cell)) return 'social security';
  if (PHONE_NUMBER.test(cell)) return 'phone';
  return readDay(cell.replaceAll('_', '-')) === undefined ? undefined : 'birth';
}

/** Leading zeros and case are kept: a pseudonym has one spelling only. */
export const readPseudonym = (cell: string): string | undefined =>
  PSEUDONYM.test(cell) && identifies(cell) === undefined ? cell : undefined;
