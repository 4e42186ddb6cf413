import { type Bilingual, numberText } from '#shared/language.ts';
import { whyNotRead } from '#shared/tables/read-cell.ts';
import type { Column } from '#shared/tables/table.ts';
import { problemKind } from './problem.ts';

/** What may be wrong with a row or a cell: the file is refused. */

export const strayQuote = problemKind('STRAY_QUOTE', () => ({
  fr: 'Un guillemet " n’est pas à sa place, ou une cellule contient un retour à la ligne (Alt+Entrée dans Excel, qui l’écrit entre guillemets). Supprimez le retour à la ligne ou le guillemet.',
  en: 'A quotation mark " is out of place, or a cell holds a line break (Alt+Enter in Excel, which writes it in quotation marks). Delete the line break or the mark.',
}));

export const cellOutsideHeader = problemKind(
  'CELL_OUTSIDE_HEADER',
  (position: number, betweenCommas: boolean, behind: number) => {
    if (behind > 0) {
      const cells = numberText(behind + 1);
      return {
        fr: `${cells.fr} cellules de cette ligne, à partir de la ${position}e, sont hors des colonnes de l’en-tête. Videz-les, ou supprimez les séparateurs de trop.`,
        en: `${cells.en} cells of this row, from number ${position} on, are outside the header’s columns. Empty them, or delete the separators too many.`,
      };
    }
    return betweenCommas
      ? {
          fr: `Cette ligne a une cellule de trop, la ${position}e : sans doute une virgule décimale (12,8), qui sépare ici deux cellules. Écrivez 12.8 ou "12,8" ; si ce n’est pas cela, supprimez la virgule de trop.`,
          en: `This row has a cell too many, number ${position}: probably a decimal comma (12,8), which separates two cells here. Write 12.8 or "12,8"; if it is not that, delete the comma too many.`,
        }
      : {
          fr: `La cellule ${position} de cette ligne est hors des colonnes de l’en-tête. Videz-la, ou supprimez un séparateur de trop.`,
          en: `Cell ${position} of this row is outside the header’s columns. Empty it, or delete a separator too many.`,
        };
  },
);

export const blankCell = problemKind('BLANK_CELL', (expected: Bilingual, mayBeMerged: boolean) =>
  mayBeMerged
    ? {
        fr: `Cette cellule ne peut pas rester vide (ni NA, NC). Attendu : ${expected.fr}. Une cellule fusionnée, ou écrite une fois pour plusieurs lignes, n’est qu’à la première : répétez-la à chacune.`,
        en: `This cell may not be blank (nor NA, NC). Expected: ${expected.en}. A merged cell, or one that is written once for several rows, is only in the first: write it again in each.`,
      }
    : {
        fr: `Cette cellule ne peut pas rester vide (ni NA, NC). Attendu : ${expected.fr}.`,
        en: `This cell may not be blank (nor NA, NC). Expected: ${expected.en}.`,
      },
);

export const notARow = problemKind('NOT_A_ROW', (required: string) => ({
  fr: `Aucune des colonnes obligatoires de cette ligne n’est remplie (${required}). Si c’est une note, un sous-titre ou un total, supprimez la ligne ; sinon, écrivez ce qui manque.`,
  en: `None of this row’s required columns is filled in (${required}). If it is a note, a subtitle or a total, delete the row; otherwise write what is missing.`,
}));

const NOT_RECOGNISED: Bilingual = { fr: 'Valeur non reconnue', en: 'Value not recognised' };
const asSentence = (text: string) => (/\?$/.test(text) ? text : `${text}.`);

/** @param cell - the whole of it */
export const unexpectedValue = problemKind('UNEXPECTED_VALUE', (column: Column, cell: string) => {
  const { expected } = column.kind;
  const why = whyNotRead(column, cell) ?? NOT_RECOGNISED;
  return {
    fr: `${asSentence(why.fr)} Attendu : ${expected.fr}.`,
    en: `${asSentence(why.en)} Expected: ${expected.en}.`,
  };
});

export const countRequired = problemKind('COUNT_REQUIRED', () => ({
  fr: 'Le nombre de métastases est obligatoire quand countable = yes et protocol_complete = yes. Écrivez-le (0 s’il n’y en a pas).',
  en: 'The number of metastases is required when countable = yes and protocol_complete = yes. Write it (0 if there is none).',
}));

export const countForbidden = problemKind('COUNT_FORBIDDEN', () => ({
  fr: 'Le nombre de métastases doit rester vide quand countable n’est pas yes. Videz la cellule, ou corrigez countable.',
  en: 'The number of metastases must be blank when countable is not yes. Empty the cell, or mend countable.',
}));

export const totalBelowSequence = problemKind('TOTAL_BELOW_SEQUENCE', (column: string, count: number) => ({
  fr: `Le total compte les lésions distinctes : il ne peut être inférieur à ${column} (${count}). Corrigez l’un des deux.`,
  en: `The total counts distinct lesions: it cannot be below ${column} (${count}). Mend one of the two.`,
}));

export const totalAboveSum = problemKind('TOTAL_ABOVE_SUM', (sum: number) => ({
  fr: `Le total compte les lésions distinctes : il ne peut dépasser la somme des séquences (${sum}). Corrigez-le.`,
  en: `The total counts distinct lesions: it cannot exceed the sum of the sequences (${sum}). Mend it.`,
}));

export const dateToCome = problemKind('DATE_AFTER_UPLOAD', (day: string) => ({
  fr: `Cette date est après le jour du dépôt (${day}). Corrigez-la.`,
  en: `This date is after the day of the upload (${day}). Mend it.`,
}));

export const noDiameter = problemKind('NO_DIAMETER', () => ({
  fr: 'Aucun diamètre sur cette ligne. Écrivez-en au moins un, ou supprimez la ligne.',
  en: 'No diameter in this row. Write at least one, or delete the row.',
}));

export const lesionTooSmall = problemKind('LESION_TOO_SMALL', (millimetres: number) => ({
  fr: `Le plus grand diamètre de la ligne est inférieur à ${millimetres} mm : cette lésion ne se mesure pas, sauf si un couple antérieur de ce fichier l’a déjà. Supprimez la ligne ou corrigez le diamètre.`,
  en: `The row’s largest diameter is under ${millimetres} mm: this lesion is not measured, unless an earlier pair in this file has it already. Delete the row or mend the diameter.`,
}));

export const tooManyLesions = problemKind('TOO_MANY_LESIONS', (most: number) =>
  most === 1
    ? {
        fr: 'Plus d’une lésion pour ce couple et ce lecteur (tous les fichiers du centre). Gardez la plus grande.',
        en: 'More than one lesion for this pair and reader (all the centre’s files). Keep the largest.',
      }
    : {
        fr: `Plus de ${most} lésions pour ce couple et ce lecteur (tous les fichiers du centre). Gardez les ${most} plus grandes.`,
        en: `More than ${most} lesions for this pair and reader (all the centre’s files). Keep the ${most} largest.`,
      },
);

export const repeatedRow = problemKind('REPEATED_ROW', (firstLine: number) => ({
  fr: `Cette ligne répète la ligne ${firstLine} (mêmes identifiants). N’en gardez qu’une, ou corrigez l’identifiant.`,
  en: `This row repeats line ${firstLine} (same identifiers). Keep only one, or mend the identifier.`,
}));

export const rowInOtherFile = problemKind('ROW_IN_OTHER_FILE', (file: string, line: number) => ({
  fr: `Cette ligne est déjà dans ${file}, ligne ${line}. Supprimez-la ici ou là-bas ; ce fichier sera relu de lui-même.`,
  en: `This row is already in ${file}, line ${line}. Delete it here or there; this file will be read again by itself.`,
}));

export const pairsOutOfOrder = problemKind('PAIRS_OUT_OF_ORDER', (line: number, pair: number) => ({
  fr: `Les couples d’un patient se numérotent dans l’ordre du temps, mais celui-ci précède entièrement le couple ${pair} (ligne ${line}). Corrigez le numéro ou les dates.`,
  en: `A patient’s pairs are numbered in order of time, but this one lies wholly before pair ${pair} (line ${line}). Mend the number or the dates.`,
}));
