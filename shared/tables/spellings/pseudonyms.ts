/** The characters and length of a centre's own name for a patient. */
export const PSEUDONYM_PATTERN = '[A-Za-z0-9_-]{1,32}';
export const PSEUDONYM = new RegExp(`^${PSEUDONYM_PATTERN}$`);

/** Leading zeros and case are kept: a pseudonym has one spelling only. */
export const readPseudonym = (cell: string): string | undefined => (PSEUDONYM.test(cell) ? cell : undefined);
