import type { Bilingual } from '#shared/language.ts';

const MONTHS = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** Days of the world's time, so that the page is the same wherever it is made. */
export function dayText(iso: string): Bilingual {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  const text = (language: keyof Bilingual) =>
    `${Number(day)} ${MONTHS[language][Number(month) - 1] ?? month} ${year}`;
  return { fr: text('fr').replace(/^1 /, '1er '), en: text('en') };
}
