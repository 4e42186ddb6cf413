/** A text that people read, in both languages of the study; French is shown first. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/** `title: detail`; French has a space before the colon. */
export const withDetail = (title: Bilingual, detail: Bilingual): Bilingual => ({
  fr: `${title.fr} : ${detail.fr}`,
  en: `${title.en}: ${detail.en}`,
});

/** A text that is the same in both languages, such as a file’s name. */
export const sameInBoth = (text: string): Bilingual => ({ fr: text, en: text });

/** What each code of a list stands for. */
export type Titles<Code extends string = string> = Readonly<Record<Code, Bilingual>>;

/** The codes of such a list, in its order. */
export const codesOf = <Code extends string>(titles: Titles<Code>): readonly Code[] =>
  Object.keys(titles).filter((key): key is Code => Object.hasOwn(titles, key));

/** Both languages on one line, as shown in terminals and in the annotated file. */
export function bothLanguages(text: Bilingual): string {
  return text.fr === text.en ? text.fr : `${text.fr} / ${text.en}`;
}

/** A number as people write it: a thin no-break space between thousands in French, a comma in English. */
export const numberText = (count: number | bigint): Bilingual => ({
  fr: grouped(count, '\u202f'),
  en: grouped(count, ','),
});

const grouped = (count: number | bigint, separator: string) =>
  String(count).replace(/\B(?=(?:\d{3})+$)/g, separator);

/** A word that agrees with a number; none and one are singular in French, one alone in English. */
export const agreeing = (count: number, one: Bilingual, many: Bilingual): Bilingual => ({
  fr: count < 2 ? one.fr : many.fr,
  en: count === 1 ? one.en : many.en,
});

/** A number and what it counts, in agreement: `1 ligne`, `2 lignes`. */
export function counted(count: number, one: Bilingual, many: Bilingual): Bilingual {
  const [number, word] = [numberText(count), agreeing(count, one, many)];
  return { fr: `${number.fr} ${word.fr}`, en: `${number.en} ${word.en}` };
}

/** What a person reads: one language, or both where theirs is not known. */
export type Language = 'fr' | 'en' | 'both';

/** A text on one line. */
export const inLanguage = (language: Language, text: Bilingual): string =>
  language === 'both' ? bothLanguages(text) : text[language];

/** A longer text, on a line for each language. */
export const linesIn = (language: Language, text: Bilingual): readonly string[] =>
  language === 'both' && text.fr !== text.en ? [text.fr, text.en] : [inLanguage(language, text)];
