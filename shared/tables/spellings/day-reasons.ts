import { calendarDay } from '#shared/calendar.ts';
import type { Bilingual } from '#shared/language.ts';
import { whyNoValue } from './any-cell-reasons.ts';
import { FIRST_YEAR, LAST_YEAR, timeOfDay, type WrittenDay, writtenDay } from './days.ts';

/** Whether a date can only have the month first, as a spreadsheet set to the United States writes it. */
const isSwapped = ({ year, month, day, dayFirst }: WrittenDay) =>
  dayFirst && calendarDay(year, month, day) === undefined && calendarDay(year, day, month) !== undefined;

/** What a cell looks like that begins with no whole date. */
const SHAPES: readonly (readonly [RegExp, (cell: string) => Bilingual])[] = [
  [
    /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}(?!\d)/,
    () => ({
      fr: 'Deux chiffres pour l’année : écrivez-en quatre (LibreOffice les garde au format AAAA-MM-JJ)',
      en: 'The year has two digits: write four (LibreOffice keeps them in the format YYYY-MM-DD)',
    }),
  ],
  [
    /^\d{5}(?:[.,]\d+)?$/,
    (cell) => ({
      fr: `${cell} est une date de tableur (un nombre de jours) : donnez à la colonne un format de date, puis enregistrez de nouveau`,
      en: `${cell} is a spreadsheet’s date (a number of days): give the column a date format, then save again`,
    }),
  ],
  [
    /^\d{8}$/,
    () => ({ fr: 'Séparez l’année, le mois et le jour', en: 'Separate the year, the month and the day' }),
  ],
  [
    /^(?:\d{1,2}[-/.])?\d{4}$|^\d{4}[-/]\d{1,2}$/,
    () => ({ fr: 'Le jour manque : ajoutez-le', en: 'The day is missing: add it' }),
  ],
  [
    /\d.*\p{L}{3}|\p{L}{3}.*\d/u,
    () => ({ fr: 'Écrivez le mois en chiffres', en: 'Write the month as a number' }),
  ],
];

/** Why a cell is no day: a sentence without its full stop; undefined where nothing is known. */
export function whyNoDay(cell: string): Bilingual | undefined {
  const written = writtenDay(cell);
  if (written === undefined) return whyNoValue(cell) ?? SHAPES.find(([shape]) => shape.test(cell))?.[1](cell);
  const { year, month, day, text } = written;
  if (isSwapped(written)) {
    return {
      fr: `${text} est écrit mois/jour : écrivez le jour d’abord, dans toute la colonne`,
      en: `${text} is written month/day: write the day first, in the whole column`,
    };
  }
  if (calendarDay(year, month, day) === undefined)
    return { fr: `${text} n’existe pas dans le calendrier`, en: `There is no ${text} in the calendar` };
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return {
      fr: `L’année ${yearOf(written)} est impossible`,
      en: `The year ${yearOf(written)} is impossible`,
    };
  return whyNoValue(cell) ?? whyNoTime(written.rest);
}

const yearOf = ({ year }: WrittenDay) => String(year).padStart(4, '0');

function whyNoTime(rest: string): Bilingual | undefined {
  switch (timeOfDay(rest)) {
    case 'of a zone':
      return {
        fr: 'L’heure est celle d’un fuseau horaire, donc le jour est incertain : écrivez la date seule',
        en: 'The time is that of a time zone, so the day is uncertain: write the date alone',
      };
    case 'unreadable':
      return {
        fr: 'Ce qui suit la date n’est pas une heure (HH:MM) : écrivez la date seule',
        en: 'What follows the date is no time (HH:MM): write the date alone',
      };
    default:
      return undefined;
  }
}
