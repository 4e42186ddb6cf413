import type { Bilingual } from '#shared/language.ts';
import {
  type BilingualPassage,
  type Passage,
  type PassagePart,
  passage,
} from '#shared/result-report/passage.ts';
import { inFrenchType, NO_BREAK, capitalised as textCapitalised } from '#shared/typography.ts';

type Language = keyof Bilingual;
type Part = PassagePart | Passage | Bilingual | BilingualPassage;

/** A French passage, in French type; what is in both languages is taken in in French. */
export const fr = (words: TemplateStringsArray, ...parts: readonly Part[]): Passage =>
  passage(words.map(frenchType), ...parts.map((part) => inOne('fr', part)));

/** An English passage. */
export const en = (words: TemplateStringsArray, ...parts: readonly Part[]): Passage =>
  passage(words.map(unbroken), ...parts.map((part) => inOne('en', part)));

function inOne(language: Language, part: Part): PassagePart | Passage {
  const chosen = typeof part === 'object' && 'fr' in part ? part[language] : part;
  if (typeof chosen !== 'string') return chosen;
  return language === 'fr' ? frenchType(chosen) : unbroken(chosen);
}

const THIN = '\u202f';

/** No line begins with a unit, nor ends between `p` and what it is. */
const unbroken = (text: string): string =>
  text.replace(/ (?=(?:mm|Gy)\b)/g, NO_BREAK).replace(/(?<=\bp) (?=[=<>])|(?<=[=<>]) /g, NO_BREAK);

const frenchType = (text: string): string => unbroken(inFrenchType(text)).replace(/ (?=%)/g, THIN);

/** A text that stands by itself, in French type. */
export const inType = ({ fr, en }: Bilingual): Bilingual => ({ fr: frenchType(fr), en: unbroken(en) });

/** Nothing, in both languages. */
export const NOTHING: BilingualPassage = { fr: [], en: [] };

/** One passage after another, with a space between. */
export const joined = (...passages: readonly BilingualPassage[]): BilingualPassage => {
  const said = passages.filter(({ fr }) => fr.length > 0);
  return {
    fr: said.flatMap(({ fr }, position): Passage => (position === 0 ? fr : [' ', ...fr])),
    en: said.flatMap(({ en }, position): Passage => (position === 0 ? en : [' ', ...en])),
  };
};

/** A passage that begins a sentence. */
export const capitalised = ({ fr, en }: BilingualPassage): BilingualPassage => ({
  fr: withCapital(fr),
  en: withCapital(en),
});

const withCapital = ([first, ...others]: Passage): Passage => {
  if (first === undefined) return [];
  return [typeof first === 'string' ? textCapitalised(first) : first, ...others];
};

/** `A, B et C`; nothing of an empty list. */
export const listed = (items: readonly (Bilingual | BilingualPassage)[]): BilingualPassage => ({
  fr: items.flatMap((item, position) => [...separator(position, items.length, ' et '), ...fr`${item}`]),
  en: items.flatMap((item, position) => [...separator(position, items.length, ' and '), ...en`${item}`]),
});

const separator = (position: number, length: number, and: string): Passage =>
  position === 0 ? [] : [position === length - 1 ? and : ', '];

/** `A ; B ; C`: of items that have commas. */
export const enumerated = (items: readonly (Bilingual | BilingualPassage)[]): BilingualPassage => ({
  fr: items.flatMap((item, position) => [...(position === 0 ? [] : fr` ; `), ...fr`${item}`]),
  en: items.flatMap((item, position) => [...(position === 0 ? [] : ['; ']), ...en`${item}`]),
});
