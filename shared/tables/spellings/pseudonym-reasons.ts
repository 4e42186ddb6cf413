import type { Bilingual } from '#shared/language.ts';
import { whyNoValue } from './any-cell-reasons.ts';
import { identifies, PSEUDONYM } from './pseudonyms.ts';

const LONGEST = 32;

const SHAPE_OF: Readonly<Record<NonNullable<ReturnType<typeof identifies>>, Bilingual>> = {
  'social security': { fr: 'un numéro de sécurité sociale', en: 'a social-security number' },
  phone: { fr: 'un numéro de téléphone', en: 'a phone number' },
  birth: { fr: 'une date de naissance', en: 'a date of birth' },
};

const identifying = (shape: Bilingual): Bilingual => ({
  fr: `Ce pseudonyme a la forme d’${shape.fr}, qui identifie une personne : donnez-en un autre`,
  en: `This pseudonym has the shape of ${shape.en}, which identifies a person: take another one`,
});

/** Why a cell is no pseudonym: a sentence without its full stop. */
export function whyNoPseudonym(cell: string): Bilingual | undefined {
  const shape = identifies(cell);
  if (PSEUDONYM.test(cell)) return shape === undefined ? undefined : identifying(SHAPE_OF[shape]);
  if (/^[^@\s]+@[^@\s]+$/.test(cell))
    return identifying({ fr: 'une adresse électronique', en: 'an e-mail address' });
  if (/^\+\d[\d\s.-]{7,}$/.test(cell) || /^0\d(?:[\s.]\d\d){4}$/.test(cell))
    return identifying(SHAPE_OF.phone);
  const odd = whyNoValue(cell) ?? characterNotAllowed(cell);
  if (odd !== undefined) return odd;
  return {
    fr: `Ce pseudonyme a plus de ${LONGEST} caractères`,
    en: `This pseudonym has more than ${LONGEST} characters`,
  };
}

function characterNotAllowed(cell: string): Bilingual | undefined {
  const at = [...cell].findIndex((character) => !/[A-Za-z0-9_-]/.test(character));
  const character = [...cell][at];
  if (character === undefined) return undefined;
  const what = /\s/.test(character)
    ? { fr: 'une espace', en: 'a space' }
    : { fr: `« ${character} »`, en: `"${character}"` };
  return {
    fr: `Le caractère ${at + 1} est ${what.fr}, qu’un pseudonyme ne peut avoir : supprimez-le ou remplacez-le partout`,
    en: `Character ${at + 1} is ${what.en}, which a pseudonym may not have: delete or replace it everywhere`,
  };
}
