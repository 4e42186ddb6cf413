import { parseHTML } from 'linkedom';
import type { Language } from '#shared/language.ts';

export const parsed = (html: string): Document => parseHTML(html).document;

/** Whether an element is of the other language, so that the page's style hides it. */
export const isOfOther = (element: Element, language: Language): boolean =>
  element.tagName === (language === 'fr' ? 'B' : 'I') ||
  (element.getAttribute('lang') === (language === 'fr' ? 'en' : 'fr') && element.closest('.switch') === null);

/** The other language's part is taken away. */
export function inLanguage(html: string, language: Language): Document {
  const document = parsed(html);
  for (const element of document.querySelectorAll('body [lang], b, i')) {
    if (isOfOther(element, language)) element.remove();
  }
  return document;
}

/** What stands in an element, each run of spaces as one. */
export const textOf = (element: Element): string =>
  (element.textContent ?? '').replaceAll(/[ \n]+/g, ' ').trim();
