import { problemKind } from './problem.ts';

/** What the shape of a file gives away: that its end is missing, or that cells are not where they belong. */

export const looksCutOff = problemKind('LOOKS_CUT_OFF', () => ({
  fr: 'Le fichier semble coupé ici : sa dernière ligne n’a ni toutes ses cellules ni fin de ligne. Enregistrez ou exportez de nouveau le tableau, en entier.',
  en: 'The file looks cut off here: its last row has neither all its cells nor a line end. Save or export the table again, the whole of it.',
}));

export const perhapsHalfNumbers = problemKind('PERHAPS_HALF_NUMBERS', (number: string) => ({
  fr: `Cette ligne a moins de cellules que l’en-tête, et deux cellules qui pourraient être un seul nombre, ${number}, coupé par sa virgule. Vérifiez-les ; dans un fichier à virgules, écrivez ${number.replace(',', '.')} ou "${number}", et gardez les virgules des cellules vides.`,
  en: `This row has fewer cells than the header, and two cells that may be one number, ${number}, cut at its comma. Check them; in a comma-separated file write ${number.replace(',', '.')} or "${number}", and keep the commas of blank cells.`,
}));
