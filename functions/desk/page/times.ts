import type { Bilingual } from '#shared/language.ts';

/** The day of an instant (ISO 8601) in the reader's time zone. */
export const dayText = (at: string): Bilingual => written(at, { dateStyle: 'long' });

/** The same with the time of day. */
export const timeText = (at: string): Bilingual => written(at, { dateStyle: 'medium', timeStyle: 'short' });

function written(at: string, options: Intl.DateTimeFormatOptions): Bilingual {
  const date = new Date(at);
  return {
    fr: date.toLocaleString('fr-FR', options).replace(/^1 /, '1er '),
    en: date.toLocaleString('en-GB', options),
  };
}

type Unit = readonly [bytes: number, name: Bilingual];
const BYTES: Unit = [1, { fr: 'octets', en: 'bytes' }];
const UNITS: readonly Unit[] = [[1_000_000, { fr: 'Mo', en: 'MB' }], [1_000, { fr: 'ko', en: 'kB' }], BYTES];

/** A size as people say it: 1,2 Mo. */
export function sizeText(bytes: number): Bilingual {
  const [unit, name] = UNITS.find(([size]) => bytes >= size) ?? BYTES;
  const value = bytes / unit;
  const digits = { maximumFractionDigits: value < 10 && unit > 1 ? 1 : 0 };
  return {
    fr: `${value.toLocaleString('fr-FR', digits)} ${name.fr}`,
    en: `${value.toLocaleString('en-GB', digits)} ${name.en}`,
  };
}
