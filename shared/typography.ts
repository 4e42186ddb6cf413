const THIN = '\u202f';
export const NO_BREAK = '\u00a0';

/**
 * A French text as it is printed: a thin no-break space before `;` `!` `?`, a no-break space before `:` and inside the
 * quotation marks, so that no line begins with a mark. Source: Lexique des règles typographiques, Imprimerie nationale.
 */
export const inFrenchType = (text: string): string =>
  text
    .replace(/ (?=[;!?])/g, THIN)
    .replace(/ (?=:)/g, NO_BREAK)
    .replaceAll('« ', `«${NO_BREAK}`)
    .replaceAll(' »', `${NO_BREAK}»`);

/** A text that begins a sentence or a cell. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Characters that nobody sees, or that steer a terminal. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/** A sender's text with every character that nobody sees by its name: `P⟨U+200B⟩1`. */
export const visible = (text: string): string =>
  text.replace(
    UNSEEN,
    (character) => `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
