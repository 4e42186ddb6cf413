import { parseHTML } from 'linkedom';

export const parsed = (html: string): Document => parseHTML(html).document;

/** The other language's part is taken away, as the page's style hides it. */
export function inLanguage(html: string, language: 'fr' | 'en'): Document {
  const document = parsed(html);
  const hidden = language === 'fr' ? 'body [lang=en]' : 'body [lang=fr]';
  for (const element of document.querySelectorAll(hidden)) {
    if (element.closest('.switch') === null) element.remove();
  }
  for (const element of document.querySelectorAll(language === 'fr' ? 'b' : 'i')) element.remove();
  return document;
}

/** What stands in an element, each run of spaces as one. */
export const textOf = (element: Element): string =>
  (element.textContent ?? '').replaceAll(/[ \n]+/g, ' ').trim();
