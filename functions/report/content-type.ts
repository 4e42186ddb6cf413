/** What a browser is told of a file, by the end of its name. */
const BY_ENDING: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
};
/** Of those that a browser is to show as they are: `CITATION.cff`, `reproduce.R`. */
const PLAIN = 'text/plain; charset=utf-8';

export const contentTypeOf = (name: string): string => BY_ENDING[name.split('.').at(-1) ?? ''] ?? PLAIN;
