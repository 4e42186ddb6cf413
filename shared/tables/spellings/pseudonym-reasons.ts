import { type Bilingual, sameInBoth } from '#shared/language.ts';
import { whyNoValue } from './any-cell-reasons.ts';
import { identifyingShape } from './identifying-shapes.ts';
import { unicodeNumber } from './odd-characters.ts';

const LONGEST = 32;

/** `7.0` for 007 and `1,23E+11` for 123456789012: without the sign it would be another patient's. */
const WRITTEN_AS_NUMBER = /^\d+(?:[.,]0+|[.,]?\d*E[+-]?\d+)$/i;

const identifying = (shape: Bilingual): Bilingual => ({
  fr: `Ce pseudonyme a la forme ${shape.fr}, qui identifie une personne : donnez-en un autre`,
  en: `This pseudonym has the shape of ${shape.en}, which identifies a person: take another one`,
});

/** Why a cell is no pseudonym: a sentence without its full stop. */
export function whyNoPseudonym(cell: string): Bilingual | undefined {
  // Phone numbers and dates are also written with signs that no pseudonym has.
  const shape = identifyingShape(cell.replace(/^\+/, '').replace(/[\s./]+/g, '-'));
  if (shape !== undefined) return identifying(shape);
  if (/^[^@\s]+@[^@\s]+$/.test(cell)) {
    return identifying({ fr: 'd’une adresse électronique', en: 'an e-mail address' });
  }
  if (WRITTEN_AS_NUMBER.test(cell)) {
    return {
      fr: 'Un programme a pris ce pseudonyme pour un nombre : écrivez-le comme au départ, zéros du début compris, et déclarez la colonne comme texte',
      en: 'A program took this pseudonym for a number: write it as it was, with the zeros that it began with, and declare the column as text',
    };
  }
  const odd = whyNoValue(cell) ?? characterNotAllowed(cell);
  if (odd !== undefined) return odd;
  return {
    fr: `Ce pseudonyme a plus de ${LONGEST} caractères`,
    en: `This pseudonym has more than ${LONGEST} characters`,
  };
}

function characterNotAllowed(cell: string): Bilingual | undefined {
  const characters = [...cell];
  const at = characters.findIndex((character) => !/[A-Za-z0-9_-]/.test(character));
  const character = characters[at];
  if (character === undefined) return undefined;
  const what = named(character);
  return {
    fr: `Le caractère ${at + 1} est ${what.fr}, qu’un pseudonyme ne peut avoir : supprimez-le ou remplacez-le partout`,
    en: `Character ${at + 1} is ${what.en}, which a pseudonym may not have: delete or replace it everywhere`,
  };
}

function named(character: string): Bilingual {
  if (/\s/.test(character)) return { fr: 'une espace', en: 'a space' };
  const code = character.codePointAt(0) ?? 0;
  // In a file of Windows-1252 others cannot be shown.
  if (code > 0xff) return sameInBoth(unicodeNumber(code));
  return { fr: `« ${character} »`, en: `"${character}"` };
}
