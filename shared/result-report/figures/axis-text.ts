import { numberText } from '#shared/language.ts';
import type { FigureLanguage } from './figure.ts';

/** A number of an axis, as the language writes it; it is no figure of the study. */
export function axisText(value: number, language: FigureLanguage): string {
  const [whole = '', decimals] = String(Number(Math.abs(value).toPrecision(6))).split('.');
  const grouped = numberText(Number(whole))[language];
  const text = decimals === undefined ? grouped : `${grouped}${language === 'fr' ? ',' : '.'}${decimals}`;
  return value < 0 ? `−${text}` : text;
}
