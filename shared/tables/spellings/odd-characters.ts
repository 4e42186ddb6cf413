import { type Bilingual, sameInBoth } from '#shared/language.ts';

/** Characters that nobody sees, by name; others of Unicode's kind `Cf` or `Cc` are named by their number. */
const INVISIBLE: Readonly<Record<string, Bilingual>> = {
  '\u00ad': { fr: 'trait d’union conditionnel', en: 'soft hyphen' },
  '\u200b': { fr: 'espace sans chasse', en: 'zero-width space' },
  '\u200c': { fr: 'antiliant sans chasse', en: 'zero-width non-joiner' },
  '\u200d': { fr: 'liant sans chasse', en: 'zero-width joiner' },
  '\u200e': { fr: 'marque gauche-à-droite', en: 'left-to-right mark' },
  '\u200f': { fr: 'marque droite-à-gauche', en: 'right-to-left mark' },
  '\u2060': { fr: 'gluon de mots', en: 'word joiner' },
  '\ufeff': { fr: 'marque d’ordre des octets', en: 'byte-order mark' },
  '\t': { fr: 'tabulation', en: 'tab' },
};

/** Characters that look like one of the keyboard's: what they are, and which one is meant. */
const LOOK_ALIKES: ReadonlyMap<string, readonly [Bilingual, string]> = new Map([
  ...lettersLike({ fr: 'une lettre cyrillique', en: 'a Cyrillic letter' }, [
    ['АВЕКМНОРСТХІЅЈ', 'ABEKMHOPCTXISJ'],
    ['аеорсухіѕј', 'aeopcyxisj'],
  ]),
  ...lettersLike({ fr: 'une lettre grecque', en: 'a Greek letter' }, [
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
    ['ονικ', 'ovik'],
  ]),
  ...lettersLike({ fr: 'un tiret ou un signe moins', en: 'a dash or minus sign' }, [['‐‑‒–—―−', '-------']]),
  ...lettersLike({ fr: 'une barre de fraction', en: 'a fraction slash' }, [['⁄∕', '//']]),
  ...lettersLike({ fr: 'une virgule d’une autre écriture', en: 'a comma of another script' }, [
    ['‚٫、', ',,,'],
  ]),
]);

function lettersLike(what: Bilingual, alike: readonly (readonly [string, string])[]) {
  return alike.flatMap(([odd, plain]) =>
    Array.from(odd, (character, at) => [character, [what, plain[at] ?? '']] as const),
  );
}

const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_DISTANCE = 0xfee0;

/** `U+200B`. */
export const unicodeNumber = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
/** 1re, 2e. */
const ordinal = (position: number) => (position === 1 ? '1re' : `${position}e`);

/**
 * The first character of a cell that nobody sees, or that looks like another one, by name and place, counted from 1.
 * It is told by its number in Unicode, for in a file of Windows-1252 it cannot be shown.
 */
export function oddCharacter(cell: string): Bilingual | undefined {
  for (const [at, character] of [...cell].entries()) {
    const why = oddity(character, at + 1);
    if (why !== undefined) return why;
  }
  return undefined;
}

const isInvisible = (character: string) => /[\p{Cf}\p{Cc}]/u.test(character);

/** The text without the characters that nobody sees, and with those of the keyboard that others look like. */
export const withoutOddCharacters = (text: string): string =>
  [...text]
    .map((character) => {
      if (isInvisible(character)) return '';
      const [, plain] =
        LOOK_ALIKES.get(character) ?? otherScript(character, character.codePointAt(0) ?? 0) ?? [];
      return plain ?? character;
    })
    .join('');

function oddity(character: string, position: number): Bilingual | undefined {
  const code = character.codePointAt(0) ?? 0;
  const place = { fr: `en ${ordinal(position)} position`, en: `at position ${position}` };
  if (isInvisible(character)) {
    const { fr, en } = INVISIBLE[character] ?? sameInBoth('Unicode');
    return {
      fr: `Un caractère invisible (${fr}, ${unicodeNumber(code)}) est ${place.fr} : supprimez-le`,
      en: `An invisible character (${en}, ${unicodeNumber(code)}) is ${place.en}: delete it`,
    };
  }
  if (character === '\ufffd') {
    return {
      fr: `Un caractère s’est perdu dans une conversion, ${place.fr} : récrivez-le`,
      en: `A character was lost in a conversion, ${place.en}: write it again`,
    };
  }
  const [what, plain] = LOOK_ALIKES.get(character) ?? otherScript(character, code) ?? [];
  if (what === undefined) return undefined;
  const instead =
    plain === undefined ? undefined : { fr: ` : écrivez « ${plain} »`, en: `: write "${plain}"` };
  return {
    fr: `Le caractère ${place.fr} est ${what.fr} (${unicodeNumber(code)})${instead?.fr ?? ''}`,
    en: `The character ${place.en} is ${what.en} (${unicodeNumber(code)})${instead?.en ?? ''}`,
  };
}

function otherScript(character: string, code: number): readonly [Bilingual, string?] | undefined {
  if (code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST) {
    const plain = String.fromCharCode(code - FULL_WIDTH_DISTANCE);
    return [{ fr: 'de pleine chasse', en: 'a full-width one' }, plain];
  }
  if (/\p{Nd}/u.test(character) && !/\d/.test(character)) {
    return [{ fr: 'un chiffre d’une autre écriture', en: 'a digit of another script' }];
  }
  return undefined;
}
