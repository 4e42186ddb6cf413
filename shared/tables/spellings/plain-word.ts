/**
 * A word as words are compared: in lower case, without accents, spaces, hyphens and underscores, `œ` as `oe`. What a
 * spreadsheet's autocorrection makes of a hyphen (a dash, a hyphen that does not break) counts as one.
 */
export const plainWord = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('’', "'")
    .replace(/[\s_\-‐‑–]+/g, '');
