import type { Bilingual } from '#shared/language.ts';
import { inFrenchType } from '#shared/typography.ts';
import { type Content, element } from './html.ts';

export const LANGUAGES = ['fr', 'en'] as const satisfies readonly (keyof Bilingual)[];
export type PageLanguage = (typeof LANGUAGES)[number];

/**
 * A text in both languages, of which the style shows one; once where they are the same. The page is in French, so the
 * English only says its language: it stands thousands of times.
 */
export const bilingual = ({ fr, en }: Bilingual): Content =>
  fr === en ? fr : [element('i', null, inFrenchType(fr)), element('b', { lang: 'en' }, en)];

/** Content that is made in each language. */
export const inEachLanguage = (
  name: string,
  make: (language: PageLanguage) => Content,
  attributes: Readonly<Record<string, string>> = {},
): Content => LANGUAGES.map((language) => element(name, { ...attributes, lang: language }, make(language)));
