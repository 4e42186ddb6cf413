import { type Bilingual, numberText } from '#shared/language.ts';
import { problemKind } from './problem.ts';

/** What may be wrong with a file as a whole, before any row of it is read. */

export const notCsv = problemKind('NOT_CSV', (what: Bilingual) => ({
  fr: `Ce fichier est ${what.fr}, pas un CSV. Dans Excel : Fichier > Enregistrer sous > « CSV UTF-8 », puis déposez ce fichier-là.`,
  en: `This file is ${what.en}, not a CSV. In Excel: File > Save as > "CSV UTF-8", then drop that file.`,
}));

export const utf16 = problemKind('UTF_16', () => ({
  fr: 'Ce fichier est un texte UTF-16 sans marque d’ordre des octets. Enregistrez-le comme « CSV UTF-8 ».',
  en: 'This file is UTF-16 text without a byte-order mark. Save it as "CSV UTF-8".',
}));

export const emptyFile = problemKind('EMPTY_FILE', () => ({
  fr: 'Ce fichier est vide. Enregistrez de nouveau le tableau en CSV, avec sa ligne d’en-tête.',
  en: 'This file is empty. Save the table as CSV again, with its header row.',
}));

/**
 * Why nobody can read what lies in the bucket, however often it is asked for: it lies in a storage class of archives, or
 * whoever sent it encrypted it with a key that is not the study's.
 */
export type Unreadable = 'archived' | 'foreign_key';

export const unreadableFile = problemKind('UNREADABLE_FILE', (why: Unreadable) =>
  why === 'archived'
    ? {
        fr: 'Ce fichier a été déposé dans une classe de stockage d’archives, où l’étude ne peut pas le lire. Déposez-le de nouveau sans choisir de classe de stockage.',
        en: 'This file was sent to a storage class of archives, where the study cannot read it. Send it again without choosing a storage class.',
      }
    : {
        fr: 'Ce fichier a été chiffré avec une clé qui n’est pas celle de l’étude, qui ne peut donc pas le lire. Déposez-le de nouveau sans choisir de chiffrement : l’étude chiffre d’elle-même.',
        en: 'This file was encrypted with a key that is not the study’s, which therefore cannot read it. Send it again without choosing an encryption: the study encrypts by itself.',
      },
);

export const fileTooLarge = problemKind('FILE_TOO_LARGE', (megabytes: number) => ({
  fr: `Ce fichier dépasse ${megabytes} Mo. Partagez-le en plusieurs fichiers, chacun avec l’en-tête.`,
  en: `This file is over ${megabytes} MB. Split it into several files, each with the header.`,
}));

export const tooManyRows = problemKind('TOO_MANY_ROWS', (rows: number) => ({
  fr: `Ce fichier a plus de ${numberText(rows).fr} lignes. Partagez-le en plusieurs fichiers, chacun avec l’en-tête.`,
  en: `This file has more than ${numberText(rows).en} rows. Split it into several files, each with the header.`,
}));

export const lineTooLong = problemKind('LINE_TOO_LONG', (characters: number) => ({
  fr: `Cette ligne dépasse ${numberText(characters).fr} caractères. Supprimez les colonnes vides à droite du tableau, puis enregistrez de nouveau.`,
  en: `This line is over ${numberText(characters).en} characters. Delete the empty columns to the right of the table, then save again.`,
}));

export const noRows = problemKind('NO_ROWS', () => ({
  fr: 'L’en-tête est là, mais aucune ligne. Pour retirer des données, supprimez le fichier du dossier.',
  en: 'The header is there, but no row. To withdraw data, delete the file from the folder.',
}));

export const unknownHeader = problemKind('UNKNOWN_HEADER', (tables: string, why?: Bilingual) =>
  why === undefined
    ? {
        fr: `Cette première ligne n’est l’en-tête d’aucun des tableaux. Supprimez les lignes de titre au-dessus de l’en-tête, et écrivez dans celui-ci les noms des colonnes, séparés par des virgules, points-virgules ou tabulations (au moins ${tables}).`,
        en: `This first line is the header of none of the tables. Delete title lines above the header, and write in it the names of the columns, separated by commas, semicolons or tabs (at least ${tables}).`,
      }
    : {
        fr: `Cette première ligne n’est l’en-tête d’aucun des tableaux. ${why.fr}.`,
        en: `This first line is the header of none of the tables. ${why.en}.`,
      },
);

export const missingColumn = problemKind('MISSING_COLUMN', (column: string, table: string) => ({
  fr: `La colonne ${column}, obligatoire dans ${table}, manque. Ajoutez-la à l’en-tête.`,
  en: `Column ${column}, required in ${table}, is missing. Add it to the header.`,
}));

/** A character that nobody sees, or that looks like another: why no column has that name, and the one that has it without. */
export interface OddName {
  readonly why: Bilingual;
  readonly column: string;
}

export const unknownColumn = problemKind(
  'UNKNOWN_COLUMN',
  (table: string, absent: string, firstOwnWords?: number, odd?: OddName) => {
    if (odd !== undefined) {
      return {
        fr: `${odd.why.fr}. C’est alors la colonne ${odd.column}.`,
        en: `${odd.why.en}. It is the column ${odd.column} then.`,
      };
    }
    if (firstOwnWords !== undefined)
      return {
        fr: `Une dernière colonne de ce nom ne peut contenir que nos annotations, et celle-ci contient autre chose (ligne ${firstOwnWords}). Supprimez-la : rien qui identifie une personne ne doit être envoyé.`,
        en: `A last column of this name may hold our annotations only, and this one holds something else (line ${firstOwnWords}). Delete it: nothing that identifies a person may be sent.`,
      };
    return absent === ''
      ? {
          fr: `Cette colonne n’existe pas dans ${table}, dont aucune colonne ne manque. Supprimez-la : rien qui identifie une personne ne doit être envoyé.`,
          en: `There is no such column in ${table}, of which no column is absent. Delete it: nothing that identifies a person may be sent.`,
        }
      : {
          fr: `Cette colonne n’existe pas dans ${table}. Corrigez son nom si c’est l’une de celles qui manquent (${absent}) ; sinon supprimez-la : rien qui identifie une personne ne doit être envoyé.`,
          en: `There is no such column in ${table}. Mend its name if it is one of those absent (${absent}); otherwise delete it: nothing that identifies a person may be sent.`,
        };
  },
);

export const repeatedColumn = problemKind('REPEATED_COLUMN', () => ({
  fr: 'Cette colonne est deux fois dans l’en-tête. N’en gardez qu’une.',
  en: 'This column is in the header twice. Keep only one.',
}));

export const wrongPlace = problemKind('WRONG_PLACE', (expected: string, longestName: number) => ({
  fr: `Un dépôt doit être exactement ${expected} : un seul niveau de dossier, un nom de ${longestName} caractères au plus suivi de .csv, .tsv ou .txt. Déplacez ou renommez le fichier.`,
  en: `An upload must be exactly ${expected}: one folder deep, a name of at most ${longestName} characters followed by .csv, .tsv or .txt. Move or rename the file.`,
}));

export const notNamedCsv = problemKind('NOT_NAMED_CSV', () => ({
  fr: 'Le nom d’un dépôt finit par .csv, .tsv ou .txt. Un classeur ne devient pas un CSV en changeant de nom : dans Excel, Fichier > Enregistrer sous > « CSV UTF-8 », puis déposez ce fichier-là.',
  en: 'The name of an upload ends in .csv, .tsv or .txt. A workbook does not become a CSV by another name: in Excel, File > Save as > "CSV UTF-8", then drop that file.',
}));

export const unknownCentre = problemKind('UNKNOWN_CENTRE', (centres: string) => ({
  fr: `Ce dossier n’est celui d’aucun centre de l’étude (${centres}). Déposez le fichier dans le dossier de votre centre.`,
  en: `This folder is that of no centre of the study (${centres}). Drop the file in your centre’s folder.`,
}));

export const tooManyFiles = problemKind('TOO_MANY_FILES', (files: number) => ({
  fr: `Le centre a déjà ${files} fichiers. Réunissez-en plusieurs en un seul, ou supprimez ceux qui ne servent plus.`,
  en: `The centre already has ${files} files. Join several into one, or delete those no longer needed.`,
}));
