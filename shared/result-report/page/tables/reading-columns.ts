import type { Bilingual } from '#shared/language.ts';
import type { ReadingColumn } from './reading-table.ts';

/** The columns of a table for reading whose rows are each made of one row of one published table. */
type Column = ReadingColumn<'row'>;

/** Names the row. */
export const key = (column: string, heading: Bilingual): Column => ({
  heading,
  shown: [{ of: 'row', column }],
  isKey: true,
});

export const figure = (column: string, heading: Bilingual, reason?: string): Column => ({
  heading,
  shown: [{ of: 'row', column }],
  ...reasonOf(reason),
});

/** `[low ; high]`. */
export const interval = (low: string, high: string, reason?: string, heading = LIMITS): Column => ({
  heading,
  shown: ['[', { of: 'row', column: low }, BETWEEN, { of: 'row', column: high }, ']'],
  ...reasonOf(reason),
});

const reasonOf = (column: string | undefined): Pick<Column, 'reason'> =>
  column === undefined ? {} : { reason: { of: 'row', column } };

/** Between the limits of an interval: a comma is the decimal mark in French. */
const BETWEEN: Bilingual = { fr: ' ; ', en: ', ' };
const LIMITS: Bilingual = { fr: 'IC à 95 %', en: '95% CI' };

export const PATIENTS: Bilingual = { fr: 'patients', en: 'patients' };
export const PAIRS: Bilingual = { fr: 'couples', en: 'pairs' };
export const LESIONS: Bilingual = { fr: 'lésions', en: 'lesions' };
export const SIDE: Bilingual = { fr: 'côté', en: 'side' };
export const SEQUENCE: Bilingual = { fr: 'séquence', en: 'sequence' };
