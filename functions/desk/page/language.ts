import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Bilingual } from '#shared/language.ts';
import { inFrenchType } from '#shared/typography.ts';

export const PAGE_LANGUAGES = ['fr', 'en'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** The language in which the page is shown. */
export const LanguageContext = createContext<PageLanguage>('fr');

export const usePageLanguage = (): PageLanguage => useContext(LanguageContext);

export type Say = (text: Bilingual) => string;

export const sayIn =
  (language: PageLanguage): Say =>
  (text) =>
    language === 'fr' ? inFrenchType(text.fr) : text.en;

/** Says a text in the language of the page. */
export const useSay = (): Say => sayIn(usePageLanguage());

const KEPT = 'language';

/** The one that was chosen before on this computer, else the browser's if it is one of ours, else French. */
export function firstLanguage(): PageLanguage {
  const wanted = keptLanguage() ?? navigator.language.slice(0, 2);
  return PAGE_LANGUAGES.find((language) => language === wanted) ?? 'fr';
}

function keptLanguage(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

export function keepLanguage(language: PageLanguage): void {
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // Where nothing may be kept, the next visit begins in the browser's language.
  }
}
