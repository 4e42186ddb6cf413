import type { Bilingual } from '#shared/language.ts';
import { problemKind } from './problem.ts';
import type { Delimiter } from './split-cells.ts';

/** What is the one cause of many errors: said once, where it is, in the place of them all. */

export const rowNames = problemKind('ROW_NAMES', () => ({
  fr: 'La première colonne n’a pas de nom : ce sont les numéros de ligne que R ou pandas ajoutent. Supprimez-la, ou exportez sans elle (R : write.csv(…, row.names = FALSE) ; pandas : to_csv(…, index=False)).',
  en: 'The first column has no name: these are the row numbers that R or pandas add. Delete it, or export without it (R: write.csv(…, row.names = FALSE); pandas: to_csv(…, index=False)).',
}));

const SEPARATORS: Readonly<Record<Delimiter, Bilingual>> = {
  ',': { fr: 'des virgules', en: 'commas' },
  ';': { fr: 'des points-virgules', en: 'semicolons' },
  '\t': { fr: 'des tabulations', en: 'tabs' },
};

export const twoSeparators = problemKind('TWO_SEPARATORS', (header: Delimiter, rows: Delimiter) => ({
  fr: `L’en-tête est séparé par ${SEPARATORS[header].fr}, les lignes par ${SEPARATORS[rows].fr}. Réécrivez l’en-tête avec ${SEPARATORS[rows].fr}.`,
  en: `The header is separated by ${SEPARATORS[header].en}, the rows by ${SEPARATORS[rows].en}. Write the header with ${SEPARATORS[rows].en}.`,
}));

export const secondHeader = problemKind('SECOND_HEADER', (goesOn: boolean, table: string) =>
  goesOn
    ? {
        fr: 'Cette ligne est un second en-tête : deux fichiers ont été mis bout à bout. Supprimez-la.',
        en: 'This line is a second header: two files were joined end to end. Delete it.',
      }
    : {
        fr: `Ici commence un autre fichier, avec son propre en-tête (${table}) : deux fichiers ont été mis bout à bout. Déposez-les séparément ; ce qui suit n’a pas été lu.`,
        en: `Another file begins here, with a header of its own (${table}): two files were joined end to end. Send them apart; what follows was not read.`,
      },
);

export const monthFirst = problemKind('MONTH_FIRST_DATES', (date: string, line: number) => ({
  fr: `Les dates de cette colonne sont écrites mois/jour : ${date} (ligne ${line}) ne peut se lire autrement. Réécrivez-les toutes en AAAA-MM-JJ ou JJ/MM/AAAA, pas seulement celles qui sont impossibles : 06/03 y est le 3 juin.`,
  en: `The dates of this column are written month/day: ${date} (line ${line}) can be read in no other way. Write all of them as YYYY-MM-DD or DD/MM/YYYY, not only those that are impossible: 06/03 is 3 June here.`,
}));

export const twoDigitYears = problemKind('TWO_DIGIT_YEARS', (date: string, line: number) => ({
  fr: `Les années de cette colonne n’ont que deux chiffres : ${date} (ligne ${line}). Dans le tableur, donnez à la colonne le format AAAA-MM-JJ, puis enregistrez de nouveau : LibreOffice montre ainsi une date qu’il a reconnue, et enregistre ce qu’il montre.`,
  en: `The years of this column have only two digits: ${date} (line ${line}). In the spreadsheet, give the column the format YYYY-MM-DD, then save again: LibreOffice shows a date that it recognised so, and saves what it shows.`,
}));

export const spreadsheetDays = problemKind('SPREADSHEET_DAYS', (days: string, line: number) => ({
  fr: `Les dates de cette colonne sont des nombres de jours, comme un tableur les compte : ${days} (ligne ${line}). Dans le tableur, donnez à la colonne le format AAAA-MM-JJ, puis enregistrez de nouveau.`,
  en: `The dates of this column are numbers of days, as a spreadsheet counts them: ${days} (line ${line}). In the spreadsheet, give the column the format YYYY-MM-DD, then save again.`,
}));

export const finerThanTenths = problemKind('FINER_THAN_TENTHS', (diameter: string, line: number) => ({
  fr: `Les diamètres de cette colonne ont plus d’une décimale : ${diameter} (ligne ${line}). Écrivez des millimètres, arrondis au dixième ; si ce sont des centimètres, multipliez toute la colonne par dix.`,
  en: `The diameters of this column have more than one decimal: ${diameter} (line ${line}). Write millimetres, rounded to tenths; if these are centimetres, multiply the whole column by ten.`,
}));
