import { fileTooLarge, lineTooLong, notCsv, tooManyRows, utf16 } from '#shared/validation/file-problems.ts';
import { LARGEST_FILE_MEGABYTES, LONGEST_LINE, MOST_ROWS } from '#shared/validation/limits.ts';
import { inWholeFile } from '#shared/validation/problem.ts';
import { type Explanations, fileExample, LESIONS_HEADER, toldExample } from './explanation.ts';

const ROW = 'EXAMPLE-1;1;1;right;60';

/** What may be wrong with a file as a whole. */
export const FILE_EXPLANATIONS: Explanations = {
  NOT_CSV: {
    title: { fr: 'Ce n’est pas un fichier CSV', en: 'This is no CSV file' },
    why: {
      fr: 'L’étude lit le texte d’un tableau, pas un classeur ni un PDF : un classeur a plusieurs feuilles, des formules et des formats, dont on ne peut savoir ce qu’ils veulent dire.',
      en: 'The study reads a table’s text, not a workbook or a PDF: a workbook has several sheets, formulas and formats, and nobody can know what they mean.',
    },
    example: toldExample(
      notCsv(inWholeFile, { fr: 'un classeur Excel (.xlsx)', en: 'an Excel workbook (.xlsx)' }),
      { fr: 'le classeur, renommé en patients.csv', en: 'the workbook, renamed to patients.csv' },
      {
        fr: 'le même, enregistré par Excel comme « CSV UTF-8 »',
        en: 'the same, saved by Excel as "CSV UTF-8"',
      },
    ),
  },
  UTF_16: {
    title: { fr: 'Un texte en UTF-16 sans marque', en: 'A text in UTF-16 without a mark' },
    why: {
      fr: 'Le « texte Unicode » d’Excel se lit, car il commence par une marque d’ordre des octets. Ce fichier n’en a pas, et rien n’est deviné : le tableau est bon, seul le codage des lettres ne l’est pas.',
      en: 'Excel’s "Unicode text" is read, as it begins with a byte-order mark. This file has none, and nothing is guessed: the table is right, only the coding of its letters is not.',
    },
    example: toldExample(
      utf16(inWholeFile),
      { fr: 'le tableau, exporté en UTF-16 sans marque', en: 'the table, exported as UTF-16 without a mark' },
      { fr: 'le même, enregistré comme « CSV UTF-8 »', en: 'the same, saved as "CSV UTF-8"' },
    ),
  },
  EMPTY_FILE: {
    title: { fr: 'Le fichier est vide', en: 'The file is empty' },
    why: {
      fr: 'Un envoi interrompu ou l’export d’une sélection vide laisse un tel fichier. Il ne retire rien : pour retirer des données, on supprime leur fichier.',
      en: 'An interrupted upload or the export of an empty selection leaves such a file. It withdraws nothing: to withdraw data, delete their file.',
    },
    example: fileExample('lesions.csv', [], ['', ''], [LESIONS_HEADER, ROW]),
  },
  NO_ROWS: {
    title: { fr: 'Un en-tête sans aucune ligne', en: 'A header without any row' },
    why: {
      fr: 'Un filtre oublié dans le tableur peut en être la cause. Un tel fichier ne retire rien : pour retirer des données, on supprime leur fichier.',
      en: 'A filter forgotten in the spreadsheet may be the cause. Such a file withdraws nothing: to withdraw data, delete their file.',
    },
    example: fileExample('lesions.csv', [LESIONS_HEADER], [], [ROW]),
  },
  FILE_TOO_LARGE: {
    title: { fr: 'Le fichier est trop grand', en: 'The file is too large' },
    why: {
      fr: 'Aucun centre n’a autant de lignes. Des colonnes ou des lignes vides par milliers en sont souvent la cause.',
      en: 'No centre has so many rows. Blank columns or rows by the thousand are often the cause.',
    },
    example: toldExample(
      fileTooLarge(inWholeFile, LARGEST_FILE_MEGABYTES),
      { fr: 'toutes les années dans un fichier', en: 'all years in one file' },
      { fr: 'un fichier par année', en: 'one file a year' },
    ),
  },
  TOO_MANY_ROWS: {
    title: { fr: 'Le fichier a trop de lignes', en: 'The file has too many rows' },
    why: {
      fr: 'Toute une feuille de tableur, lignes vides comprises, a peut-être été exportée. Les lignes d’un centre peuvent être réparties entre plusieurs fichiers.',
      en: 'A whole sheet may have been exported, blank rows included. A centre’s rows may be spread over several files.',
    },
    example: toldExample(
      tooManyRows(inWholeFile, MOST_ROWS),
      { fr: 'toutes les années dans un fichier', en: 'all years in one file' },
      { fr: 'un fichier par année', en: 'one file a year' },
    ),
  },
  LINE_TOO_LONG: {
    title: { fr: 'Une ligne est trop longue', en: 'A line is too long' },
    why: {
      fr: 'Un tableau de l’étude tient en quelques centaines de caractères par ligne : des colonnes vides à droite ont été enregistrées avec lui, ou les retours à la ligne ont été perdus.',
      en: 'A table of the study takes a few hundred characters a line: blank columns to its right were saved with it, or the line breaks were lost.',
    },
    example: toldExample(
      lineTooLong(inWholeFile, LONGEST_LINE),
      {
        fr: 'le tableau et 16 000 colonnes vides à sa droite',
        en: 'the table and 16,000 blank columns to its right',
      },
      { fr: 'les colonnes du tableau seulement', en: 'the table’s columns only' },
    ),
  },
};
