/** How programs and people write "not known", besides a blank cell; in any case. */
export const NOT_KNOWN_WORDS = [
  'NA',
  'N/A',
  'NC',
  'ND',
  'NR',
  'NaN',
  'NULL',
  '\\N',
  '.',
  'inconnu',
  'unknown',
] as const;

const IN_LOWER_CASE: ReadonlySet<string> = new Set(NOT_KNOWN_WORDS.map((word) => word.toLowerCase()));
const LONGEST = Math.max(...NOT_KNOWN_WORDS.map((word) => word.length));

// Most cells are numbers and dates, which none of the words begins like.
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

/** Whether a trimmed cell says "not known". Of a column with a code of that name, ask the code first. */
export const saysNotKnown = (cell: string): boolean =>
  cell === '' ||
  (cell.length <= LONGEST && !isDigit(cell.charCodeAt(0)) && IN_LOWER_CASE.has(cell.toLowerCase()));

/**
 * Marks and words that people write where they know nothing: they are not read, for a dash may mean no. Words that may mean
 * no or 0 (*néant*, *non fait*) are none of them.
 */
const SAYS_NOTHING =
  /^(?:[?*/_]+|[-‐‑–—]+|n\.?\s?[acdr]\.?|non? (?:connue?|disponible|précisée?|renseignée?)s?|not (?:available|known)|manquante?|missing|vide)$/iu;

/** Whether a cell that is no value perhaps means "not known". */
export const saysNothing = (cell: string): boolean => SAYS_NOTHING.test(cell);
